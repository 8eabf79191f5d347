import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import type { FieldColumn } from "./columns.ts";
import { columnOf, eachFieldColumn, isBlank } from "./columns.ts";
import { joinValues } from "./join-values.ts";
import { splitOtherwise } from "./list-separator.ts";
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

const findMissing = (column: Column, target: Column, field: Field): number[] => {
  const join = joinCodes(column, target);
  const missing: number[] = [];
  for (let code = 0; code < join.length; code++) {
    if ((join[code] as number) < 0 && isMissing(column, code, target, field)) missing.push(code);
  }
  return missing;
};

/** Whether a cell is one item and nothing else: then it has been looked up whole. */
export const isOneItem = ({ arena, starts }: Column, code: number): boolean => {
  const start = starts[code] as number;
  const end = starts[code + 1] as number;
  for (let at = start; at < end; at++) {
    const byte = arena[at] as number;
    // There are other blanks than the space around an item.
    if (byte <= space || byte > 126 || byte === comma) return false;
  }
  return end > start;
};

/** Whether a value that is none of the target's names something that is not there. */
const isMissing = (column: Column, code: number, target: Column, field: Field): boolean => {
  if (isBlank(column, code)) return false;
  if (field.list !== true) return true;
  // To ask for a part of a cell has the target indexed, which is dear.
  if (isOneItem(column, code)) return splitOtherwise(column.valueOf(code), field) === undefined;
  const { arena, starts } = column;
  const [start, end] = [starts[code] as number, starts[code + 1] as number];
  if (everyItem(arena, start, end, (from, to) => target.codeOfBytes(arena, from, to) >= 0)) return false;
  // A list parted by another mark than the comma has a finding of its own.
  return splitOtherwise(column.valueOf(code), field) === undefined;
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
    const codes = findMissing(column, targetColumn, field);
    if (codes.length > 0) found.push({ file, field, column, target, targetColumn, codes });
  }
  memo.set(context, found);
  return found;
};

/** The items of a cell: the cell itself, or the parts of a list. */
export const itemsOf = (text: string, list: boolean): string[] =>
  (list ? text.split(",") : [text]).map((item) => item.trim()).filter((item) => item !== "");

/** The target's codes of the items of a list, as far as there are any; hardly ever by making texts of them. */
export const codesOfItems = (column: Column, code: number, target: Column): number[] => {
  const { arena, starts } = column;
  const start = starts[code] as number;
  const end = starts[code + 1] as number;
  // There are other blanks than the space around an item.
  for (let at = start; at < end; at++) {
    const byte = arena[at] as number;
    if (byte >= space && byte <= 126) continue;
    const items = itemsOf(column.valueOf(code), true).map((item) => target.codeOf(item));
    return items.filter((item) => item >= 0);
  }
  const found: number[] = [];
  everyItem(arena, start, end, (from, to) => {
    const item = target.codeOfBytes(arena, from, to);
    if (item >= 0) found.push(item);
    return true;
  });
  return found;
};

const joins = new WeakMap<Column, WeakMap<Column, Int32Array>>();

/** For each code of `from`, the code of the same value in `to`, or -1; worked out once a pair of columns. */
export const joinCodes = (from: Column, to: Column): Int32Array => {
  const known = joins.get(from)?.get(to);
  if (known !== undefined && known.length === from.size) return known;
  const join = joinValues(from, to);
  const others = joins.get(from) ?? new WeakMap<Column, Int32Array>();
  joins.set(from, others.set(to, join));
  return join;
};
