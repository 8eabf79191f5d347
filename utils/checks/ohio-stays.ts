import type { NotCheckedReason } from "../findings/finding.ts";
import { coversMajority, monthsOf, type SchoolMonths, type Stay } from "../roster/school-months.ts";
import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { daysOf, writeDay } from "./intervals.ts";
import { needColumns } from "./needs.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** The months that count for somebody who was there on given days: more than half of their instructional days. */

export const needCalendar = ({ settings }: CheckContext): NotCheckedReason | undefined =>
  settings.calendar === undefined || monthsOf(settings.calendar) === undefined
    ? { kind: "not-configured", setting: "calendar" }
    : undefined;

/** One of the two days is enough: the other is open. */
export const needDays = (
  context: CheckContext,
  role: string,
  first: string,
  last: string,
): NotCheckedReason | undefined =>
  context.files.get(role)?.fieldColumn.has(last) === true
    ? undefined
    : needColumns(context, { [role]: [first] });

/** By row of a file with a first and a last day; a date that cannot be read counts as absent. */
export const staysOf = (file: RoleTable, first: string, last: string): ((row: number) => Stay) => {
  const read = (column: Column | undefined) => {
    const days = daysOf(column);
    const texts = Array.from(days, (day) => (day === 0 ? undefined : writeDay(day)));
    return (row: number) => (column === undefined ? undefined : texts[column.codes[row] as number]);
  };
  const from = read(columnOf(file, first));
  const to = read(columnOf(file, last));
  return (row) => ({ from: from(row), to: to(row) });
};

/** Whether stays count for a month of the claims, by its code; a month the school year does not have counts as claimable. */
export type Counts = (monthCode: number, stays: readonly Stay[]) => boolean;

export const makeCounts = (calendar: SchoolMonths, month: Column): Counts => {
  const days = Array.from({ length: month.size }, (_, code) => calendar.get(month.valueOf(code)));
  const known = new Map<string, boolean>();
  return (monthCode, stays) => {
    const inMonth = days[monthCode];
    if (inMonth === undefined) return true;
    const key = `${monthCode} ${stays.map(({ from, to }) => `${from ?? ""}/${to ?? ""}`).join()}`;
    const answer = known.get(key) ?? coversMajority(inMonth, stays);
    known.set(key, answer);
    return answer;
  };
};
