import type { Column } from "../../table/table.ts";
import type { Cells } from "../columns.ts";
import { findDangling } from "../references.ts";
import type { CheckContext, RoleTable } from "../rule.ts";
import type { Open } from "./cause.ts";

/** What is left of a finding of references that point nowhere, with the file and column they should point to. */
export type DanglingOpen = {
  open: Open;
  cells: Cells;
  target: RoleTable;
  targetColumn: Column;
  list: boolean;
};

/** Those of the findings that are about dangling references. */
export const danglingOf = (
  context: CheckContext,
  bulky: Iterable<Open & { cells: Cells }>,
): DanglingOpen[] => {
  const all = findDangling(context);
  return [...bulky].flatMap((open) => {
    if (open.rule !== "dangling-reference") return [];
    const one = all.find(({ column }) => column === open.cells.column);
    if (one === undefined) return [];
    const { target, targetColumn, field } = one;
    return [{ open, cells: open.cells, target, targetColumn, list: field.list === true }];
  });
};

/** Findings by the role of the file they should point into. */
export const byTarget = (dangling: readonly DanglingOpen[]): Map<string, DanglingOpen[]> => {
  const groups = new Map<string, DanglingOpen[]>();
  for (const one of dangling) {
    groups.set(one.target.role, [...(groups.get(one.target.role) ?? []), one]);
  }
  return groups;
};
