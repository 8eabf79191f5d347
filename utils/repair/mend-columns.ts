import { countRows } from "../checks/columns.ts";
import { eachIdColumn, type IdColumn } from "../checks/leading-zeros.ts";
import type { CheckContext, RoleTable } from "../checks/rule.ts";
import { accepterOf } from "../formats/accept.ts";
import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import { repairs } from "./index.ts";
import type { CellChange, ColumnToMend, Left, LeftReason, RepairKind } from "./repair.ts";

/** Changes of a column by code; several steps write to it. */
export type ColumnChanges = Map<number, CellChange>;

const hasHigh = (arena: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if ((arena[at] as number) > 127) return true;
  return false;
};

/** Codes that a repair might have something to say of: most values are plain, accepted, and left unread. */
const findSuspects = (column: Column, field: Field | undefined, ids: IdColumn | undefined): number[] => {
  const { arena, starts, size } = column;
  const accept = field && accepterOf(field);
  const found: number[] = [];
  for (let code = 0; code < size; code++) {
    const start = starts[code] as number;
    const end = starts[code + 1] as number;
    if (start === end) continue;
    const outer = (arena[start] as number) <= 32 || (arena[end - 1] as number) <= 32;
    const short = ids !== undefined && (ids.list || end - start !== ids.length);
    if (outer || short || hasHigh(arena, start, end) || accept?.(arena, start, end) === false)
      found.push(code);
  }
  return found;
};

type Mended = { changes: ColumnChanges; left: Map<LeftReason, number[]> };

const mendColumn = (one: Omit<ColumnToMend, "texts">): Mended => {
  const codes = findSuspects(one.column, one.field, one.ids);
  const texts = codes.map((code) => one.column.valueOf(code));
  const kinds = codes.map((): RepairKind[] => []);
  const left = new Map<LeftReason, number[]>();
  for (const { kind, prove } of repairs) {
    const mend = texts.length === 0 ? undefined : prove({ ...one, texts });
    if (mend === undefined) continue;
    // The proof looks at the texts as they were before this repair, so they are replaced together.
    const mended = texts.map(mend);
    for (const [at, value] of mended.entries()) {
      if (typeof value === "object") {
        const same = left.get(value.left) ?? [];
        same.push(codes[at] as number);
        left.set(value.left, same);
      } else if (value !== undefined && value !== texts[at]) {
        texts[at] = value;
        kinds[at]?.push(kind);
      }
    }
  }
  const changes: ColumnChanges = new Map();
  for (const [at, code] of codes.entries()) {
    const made = kinds[at] ?? [];
    if (made.length > 0) changes.set(code, { value: texts[at] ?? "", kinds: made });
  }
  return { changes, left };
};

/** Field of each column of a file by its index. */
const fieldsByIndex = ({ spec, fieldColumn }: RoleTable): Map<number, Field> =>
  new Map(spec.fields.map((field) => [fieldColumn.get(field.name) ?? -1, field]));

/** Mends every column of the recognised files by itself, without looking at other columns. */
export const mendColumns = (context: CheckContext): { changes: Map<Column, ColumnChanges>; left: Left[] } => {
  const ids = new Map([...eachIdColumn(context)].map((one) => [one.column, one]));
  const changes = new Map<Column, ColumnChanges>();
  const left: Left[] = [];
  for (const file of context.files.values()) {
    const fields = fieldsByIndex(file);
    for (const [index, column] of file.table.columns.entries()) {
      const mended = mendColumn({ context, file, field: fields.get(index), column, ids: ids.get(column) });
      changes.set(column, mended.changes);
      for (const [why, codes] of mended.left) {
        left.push({ file: file.table.file.name, column: column.name, rows: countRows(column, codes), why });
      }
    }
  }
  return { changes, left };
};
