import type { RoleTable } from "./rule.ts";
import { weightOf } from "./value-types.ts";
import { judgeValues } from "./value-verdicts.ts";

/** Counts of distinct values, not of rows: a first sign while the file is still being read. */
export type EarlyCounts = { faults: number; warnings: number };

/**
 * Checks the distinct values that came since `from` (one code a column, in the table's order). Only what one value shows
 * by itself: types, damage and missing values. The full check says the rest once the file is read.
 */
export const checkNewValues = (file: RoleTable, from: readonly number[]): EarlyCounts => {
  const counts: EarlyCounts = { faults: 0, warnings: 0 };
  for (const field of file.spec.fields) {
    const index = file.fieldColumn.get(field.name);
    const column = index === undefined ? undefined : file.table.columns[index];
    if (index === undefined || column === undefined) continue;
    const first = from[index] ?? 0;
    if (first >= column.size) continue;
    const { blank, wrong, damaged, breaches } = judgeValues(field, column);
    if (field.required === "yes") counts.faults += countFrom(blank, first);
    const lists = [wrong, damaged, breaches.length, breaches.pattern, breaches.range];
    const malformed = lists.reduce((sum, codes) => sum + countFrom(codes, first), 0);
    if (weightOf(field).outcome === "fault") counts.faults += malformed;
    else counts.warnings += malformed;
  }
  return counts;
};

/** How many of ascending codes are `first` or greater. */
const countFrom = (codes: readonly number[], first: number): number => {
  let at = codes.length;
  while (at > 0 && (codes[at - 1] as number) >= first) at--;
  return codes.length - at;
};
