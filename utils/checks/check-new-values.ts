import { blankCodes } from "./columns.ts";
import type { RoleTable } from "./rule.ts";
import { findDamagedCodes } from "./spreadsheet-damage.ts";
import { findWrongType, weightOf } from "./value-types.ts";

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
    if (field.required === "yes") counts.faults += blankCodes(column, first).length;
    const wrong = findWrongType(field, column, first).length;
    const damaged = findDamagedCodes(field, column, first).length;
    if (weightOf(field).outcome === "fault") counts.faults += wrong + damaged;
    else counts.warnings += wrong + damaged;
  }
  return counts;
};
