import { findDamage } from "../../checks/spreadsheet-damage.ts";
import { isValid } from "../is-valid.ts";
import type { ColumnToMend, Mender, Repair } from "../repair.ts";

type Day = { year: number; month: number; day: number };

const midnight = "(?:[T ]+(?:0?0:00(?::00(?:\\.0+)?)?|12:00(?::00)? ?AM)Z?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${midnight}$`, "i");
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const monthName = new RegExp(`^(\\d{1,2})[- ]([a-z]{3})[- ](\\d{4})${midnight}$`, "i");
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${midnight}$`, "i");
const shortYear = /^\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3})[-/. ]\d{2}$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const isDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

const toDay = (year: string | number, month: string | number, day: string | number): Day | undefined => {
  const made = { year: Number(year), month: Number(month), day: Number(day) };
  return isDay(made) ? made : undefined;
};

/** A day whose parts stand in an order that needs no proof. */
const readCertain = (text: string): Day | undefined => {
  const first = yearFirst.exec(text);
  if (first) return toDay(first[1] ?? "", first[3] ?? "", first[4] ?? "");
  const packed = compact.exec(text);
  if (packed) return toDay(packed[1] ?? "", packed[2] ?? "", packed[3] ?? "");
  const named = monthName.exec(text);
  return named
    ? toDay(named[3] ?? "", months.indexOf((named[2] ?? "").toLowerCase()) + 1, named[1] ?? "")
    : undefined;
};

const orders = {
  monthFirst: ([, first = "", , second = "", year = ""]: readonly string[]) => toDay(year, first, second),
  dayFirst: ([, first = "", , second = "", year = ""]: readonly string[]) => toDay(year, second, first),
};
type Order = keyof typeof orders;

/** By separator, the orders in which every date of the column that ends in a year is a day of the calendar. */
const findOrders = (texts: readonly string[], start: readonly Order[]): Map<string, Order[]> => {
  const possible = new Map<string, Order[]>();
  for (const text of texts) {
    const parts = yearLast.exec(text);
    if (!parts) continue;
    const before = possible.get(parts[2] ?? "") ?? start;
    possible.set(
      parts[2] ?? "",
      before.filter((order) => orders[order](parts) !== undefined),
    );
  }
  return possible;
};

const two = (number: number): string => String(number).padStart(2, "0");

/** The day as the field wants it written. */
const write = ({ field }: ColumnToMend, { year, month, day }: Day): string | undefined => {
  if (field === undefined) return undefined;
  const ways = [
    `${year}-${two(month)}-${two(day)}`,
    `${two(month)}/${two(day)}/${year}`,
    `${month}/${day}/${year}`,
    `${year}${two(month)}${two(day)}`,
  ];
  return ways.find((way) => isValid(field, way));
};

const mendDates = (column: ColumnToMend): Mender => {
  // A wrong date of any row speaks for all: an export writes a column in one way.
  const takesMonthFirst = column.field !== undefined && isValid(column.field, "12/31/1999");
  // Where the format itself puts the month first, a day first could only be a mixture.
  const possible = findOrders(column.texts, takesMonthFirst ? ["monthFirst"] : ["monthFirst", "dayFirst"]);
  return (text) => {
    const { field } = column;
    if (field === undefined || text === "" || isValid(field, text)) return undefined;
    const certain = readCertain(text);
    if (certain) return write(column, certain);
    const parts = yearLast.exec(text);
    if (parts) {
      const days = (possible.get(parts[2] ?? "") ?? []).map((order) => orders[order](parts));
      const [first] = days;
      if (first === undefined) return { left: "ambiguous-date" };
      const agree = days.every((day) => day?.month === first.month && day.day === first.day);
      return agree ? write(column, first) : { left: "ambiguous-date" };
    }
    if (shortYear.test(text)) return { left: "two-digit-year" };
    return findDamage(field, text) === undefined ? undefined : { left: "spreadsheet-date" };
  };
};

const instant = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})0*)?(Z|[+-]\d\d:?\d\d)$/i;

/** An instant that names its offset, as UTC with milliseconds; without an offset nobody knows which instant is meant. */
const readInstant = (text: string): string | undefined => {
  const parts = instant.exec(text);
  if (!parts || toDay(parts[1] ?? "", parts[2] ?? "", parts[3] ?? "") === undefined) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "0", zone = "Z"] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = /^z$/i.test(zone)
    ? 0
    : (zone.startsWith("-") ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute) - offset,
    Number(second),
    Number(fraction.padEnd(3, "0")),
  );
  return new Date(at).toISOString();
};

/** Dates and instants that are written otherwise than the format wants, where only one day or instant can be meant. */
export const repair: Repair = {
  kind: "date",
  prove: (column) => {
    const { field } = column;
    if (field?.type === "date" && field.list !== true) return mendDates(column);
    if (field?.type !== "datetime" || field.list === true) return undefined;
    return (text) => {
      const made = isValid(field, text) ? undefined : readInstant(text);
      return made !== undefined && isValid(field, made) ? made : undefined;
    };
  },
};
