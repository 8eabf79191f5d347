import type { Column } from "../table/table.ts";
import type { FieldColumn } from "./columns.ts";
import { columnOf, eachFieldColumn, isBlank } from "./columns.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** A column of references with the values that name nothing in the file they point to. */
export type Dangling = FieldColumn & {
  target: RoleTable;
  targetColumn: Column;
  /** Codes of the referring column of which at least one item is missing from the target. */
  codes: number[];
};

const comma = 44;
const space = 32;

/** Calls `visit` with the bounds of each item of a list cell, outer spaces left out, until it returns false. */
const everyItem = (
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (start: number, end: number) => boolean,
): boolean => {
  for (let from = start; from <= end; ) {
    let to = from;
    while (to < end && bytes[to] !== comma) to++;
    let last = to;
    let first = from;
    while (first < last && bytes[first] === space) first++;
    while (last > first && bytes[last - 1] === space) last--;
    if (last > first && !visit(first, last)) return false;
    from = to + 1;
  }
  return true;
};

const findMissing = (column: Column, target: Column, list: boolean): number[] => {
  const missing: number[] = [];
  for (let code = 0; code < column.size; code++) {
    const start = column.starts[code] as number;
    const end = column.starts[code + 1] as number;
    if (end === start || target.codeOfBytes(column.arena, start, end) >= 0) continue;
    if (list && everyItem(column.arena, start, end, (a, b) => target.codeOfBytes(column.arena, a, b) >= 0))
      continue;
    if (!isBlank(column, code)) missing.push(code);
  }
  return missing;
};

const memo = new WeakMap<CheckContext, Dangling[]>();

/** Every reference that points nowhere, worked out once a check; several rules share the answer. */
export const findDangling = (context: CheckContext): readonly Dangling[] => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const found: Dangling[] = [];
  for (const { file, field, column } of eachFieldColumn(context)) {
    const target = field.references === undefined ? undefined : context.files.get(field.references.role);
    const targetColumn = columnOf(target, field.references?.column ?? "");
    if (target === undefined || targetColumn === undefined) continue;
    const codes = findMissing(column, targetColumn, field.list === true);
    if (codes.length > 0) found.push({ file, field, column, target, targetColumn, codes });
  }
  memo.set(context, found);
  return found;
};

/** The items of a cell: the cell itself, or the parts of a list. */
export const itemsOf = (text: string, list: boolean): string[] =>
  (list ? text.split(",") : [text]).map((item) => item.trim()).filter((item) => item !== "");

const joins = new WeakMap<Column, WeakMap<Column, Int32Array>>();

/** For each code of `from`, the code of the same value in `to`, or -1. */
export const joinCodes = (from: Column, to: Column): Int32Array => {
  const known = joins.get(from)?.get(to);
  if (known !== undefined && known.length === from.size) return known;
  const join = new Int32Array(from.size);
  for (let code = 0; code < from.size; code++) {
    join[code] = to.codeOfBytes(from.arena, from.starts[code] as number, from.starts[code + 1] as number);
  }
  const others = joins.get(from) ?? new WeakMap<Column, Int32Array>();
  joins.set(from, others.set(to, join));
  return join;
};
