import type { IdColumn } from "../checks/leading-zeros.ts";
import type { CheckContext, RoleTable } from "../checks/rule.ts";
import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";

/** What is mended, in the order in which a person reads it: the file, its header, its rows, its values. */
export const repairKinds = [
  "encoding",
  "byte-order-mark",
  "delimiter",
  "line-ends",
  "title-lines",
  "workbook-to-csv",
  "header-spelling",
  "column-order",
  "empty-column",
  "empty-row",
  "bulk-status",
  "double-encoded",
  "trimmed",
  "boolean",
  "date",
  "enum-case",
  "zeros-by-list",
  "zeros-by-length",
  "zeros-by-match",
] as const;
export type RepairKind = (typeof repairKinds)[number];

/** Why something that is wrong is left as it is. */
export const leftReasons = [
  "ambiguous-date",
  "two-digit-year",
  "spreadsheet-date",
  "would-collide",
  "several-matches",
  "encoding-not-proved",
  "no-header",
  "rows-not-whole",
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** Something left; `rows` is how many rows hold it, 0 for a whole file. */
export type Left = { file: string; column?: string; rows: number; why: LeftReason };

/** A column and those of its distinct values that may be damaged, as earlier repairs left them. */
export type ColumnToMend = {
  context: CheckContext;
  file: RoleTable;
  /** undefined for a column the format does not know. */
  field: Field | undefined;
  column: Column;
  /** The length its identifiers have at this LEA, when the policy says so. */
  ids: IdColumn | undefined;
  texts: readonly string[];
};

/** The value that was meant, or why that cannot be told; undefined when this repair has nothing to say of it. */
export type Mender = (text: string) => string | { left: LeftReason } | undefined;

/** One way of mending single values. It looks at a whole column for its proof and answers once per distinct value. */
export type Repair = { kind: RepairKind; prove: (column: ColumnToMend) => Mender | undefined };

/** The new value of a cell and what was done to it. */
export type CellChange = { value: string; kinds: readonly RepairKind[] };

/** What changes in a file as a whole or in its header; line is 1-based. */
export type FileChange = { kind: RepairKind; before: string; after: string; line?: number; column?: string };

/** What becomes of one file. Rows and columns are those of the original's table. */
export type FilePlan = {
  file: RoleTable;
  changes: readonly FileChange[];
  /** Columns of the copy: index in the original, header in the copy. */
  columns: readonly { index: number; header: string }[];
  /** By column index, then by code: only values that change. */
  cells: ReadonlyMap<number, ReadonlyMap<number, CellChange>>;
  /** Rows that hold nothing and are left out, ascending. */
  emptyRows: readonly number[];
  /** The changes are listed and not made: a workbook whose format takes no CSV. */
  onlyListed: boolean;
};

export type RepairPlan = { files: readonly FilePlan[]; left: readonly Left[] };
