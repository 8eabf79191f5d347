import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import type { FieldColumn } from "./columns.ts";
import { columnOf, eachFieldColumn, isBlank } from "./columns.ts";
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
  const list = field.list === true;
  const { arena, starts } = column;
  const join = joinCodes(column, target);
  const missing: number[] = [];
  for (let code = 0; code < join.length; code++) {
    if ((join[code] as number) >= 0) continue;
    const start = starts[code] as number;
    const end = starts[code + 1] as number;
    if (list && everyItem(arena, start, end, (a, b) => target.codeOfBytes(arena, a, b) >= 0)) continue;
    if (isBlank(column, code)) continue;
    // A list parted by another mark than the comma has a finding of its own.
    if (list && splitOtherwise(column.valueOf(code), field) !== undefined) continue;
    missing.push(code);
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
    const codes = findMissing(column, targetColumn, field);
    if (codes.length > 0) found.push({ file, field, column, target, targetColumn, codes });
  }
  memo.set(context, found);
  return found;
};

/** The items of a cell: the cell itself, or the parts of a list. */
export const itemsOf = (text: string, list: boolean): string[] =>
  (list ? text.split(",") : [text]).map((item) => item.trim()).filter((item) => item !== "");

const joins = new WeakMap<Column, WeakMap<Column, Int32Array>>();

/** For each code of `from`, the code of the same value in `to`, or -1; worked out once a pair of columns. */
export const joinCodes = (from: Column, to: Column): Int32Array => {
  const known = joins.get(from)?.get(to);
  if (known !== undefined && known.length === from.size) return known;
  const join = makeJoin(from, to);
  const others = joins.get(from) ?? new WeakMap<Column, Int32Array>();
  joins.set(from, others.set(to, join));
  return join;
};

const viewOf = ({ arena }: Column): DataView =>
  new DataView(arena.buffer, arena.byteOffset, arena.byteLength);

const makeJoin = (from: Column, to: Column): Int32Array => {
  const join = new Int32Array(from.size);
  const { arena, starts } = from;
  const view = viewOf(from);
  const other = { view: viewOf(to), starts: to.starts };
  // Exports list people and classes in one order in all files: often the next value here is the next one there.
  let next = 0;
  for (let code = 0; code < join.length; code++) {
    const start = starts[code] as number;
    const end = starts[code + 1] as number;
    // Nothing refers to nobody, even where somebody has no id.
    if (start === end) {
      join[code] = -1;
      continue;
    }
    const found =
      next < to.size && isValue(other, next, view, start, end) ? next : to.codeOfBytes(arena, start, end);
    join[code] = found;
    if (found >= 0) next = found + 1;
  }
  return join;
};

type Values = { view: DataView; starts: Uint32Array };

/** Whether `code` stands for these bytes. Ids of one kind begin alike, so their ends are compared first. */
const isValue = (
  { view, starts }: Values,
  code: number,
  bytes: DataView,
  start: number,
  end: number,
): boolean => {
  const from = starts[code] as number;
  const length = end - start;
  if ((starts[code + 1] as number) - from !== length) return false;
  let at = length - 4;
  for (; at >= 0; at -= 4) if (view.getInt32(from + at) !== bytes.getInt32(start + at)) return false;
  for (let rest = at + 3; rest >= 0; rest--) {
    if (view.getUint8(from + rest) !== bytes.getUint8(start + rest)) return false;
  }
  return true;
};
