import { accepterOf } from "../formats/accept.ts";
import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import type { FieldColumn } from "./columns.ts";
import { countRows, eachFieldColumn } from "./columns.ts";
import { type Dangling, findDangling, isOneItem, itemsOf } from "./references.ts";
import type { CheckContext, IdSet, RoleTable } from "./rule.ts";

/** References that point nowhere only because one side lost its leading zeros. */
export type ZerosInReference = Dangling & {
  /** Referring codes that are whole again once the zeros are put back. */
  explained: number[];
  /** Which side lost them. */
  lostIn: "reference" | "key";
  /** Referring code to the value it was meant to be. */
  meant: ReadonlyMap<number, string>;
};

const zero = 48;
const digits = /^\d+$/;
/** An identifier of digits without its leading zeros. */
export const strip = (text: string): string => text.replace(/^0+(?=.)/, "");

/** Identifiers of digits without their zeros, to the identifier; undefined where two share the stripped form. */
export const stripAll = (values: Iterable<string>): Map<string, string | undefined> => {
  const stripped = new Map<string, string | undefined>();
  for (const value of values) {
    if (!digits.test(value)) continue;
    const key = strip(value);
    stripped.set(key, stripped.has(key) ? undefined : value);
  }
  return stripped;
};

function* valuesOf(column: Column): Generator<string> {
  for (let code = 0; code < column.size; code++) yield column.valueOf(code);
}

/** Whether a value that names nothing is one item, and no number: no zeros make it whole, and it need not become text. */
const isPlainlyOther = (column: Column, code: number): boolean => {
  if (!isOneItem(column, code)) return false;
  const { arena, starts } = column;
  for (let at = starts[code] as number; at < (starts[code + 1] as number); at++) {
    const byte = arena[at] as number;
    if (byte < 48 || byte > 57) return true;
  }
  return false;
};

const explain = (dangling: Dangling): ZerosInReference | undefined => {
  const { column, targetColumn, codes, field } = dangling;
  const list = field.list === true;
  let known: Map<string, string | undefined> | undefined;
  const meant = new Map<number, string>();
  let shorter = 0;
  for (const code of codes) {
    if (isPlainlyOther(column, code)) continue;
    const items = itemsOf(column.valueOf(code), list);
    const restored = items.map((item) => {
      if (targetColumn.codeOf(item) >= 0) return item;
      if (!digits.test(item)) return undefined;
      known ??= stripAll(valuesOf(targetColumn));
      return known.get(strip(item));
    });
    if (restored.some((item) => item === undefined)) continue;
    const whole = restored.join(",");
    if (whole.length > items.join(",").length) shorter++;
    meant.set(code, whole);
  }
  if (meant.size === 0) return undefined;
  return {
    ...dangling,
    explained: [...meant.keys()],
    meant,
    lostIn: shorter * 2 >= meant.size ? "reference" : "key",
  };
};

const memo = new WeakMap<CheckContext, readonly ZerosInReference[]>();

/** All references that lost zeros explain, worked out once a check. */
export const findZerosInReferences = (context: CheckContext): readonly ZerosInReference[] => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const found = findDangling(context).flatMap((dangling) => explain(dangling) ?? []);
  memo.set(context, found);
  return found;
};

/** A column whose identifiers have a length, at this LEA or in the format; metadata columns may have one too. */
export type IdColumn = {
  file: RoleTable;
  column: Column;
  list: boolean;
  length: number;
  /** Who says so: the LEA's policy, or the format's own field. */
  field: Field | undefined;
};

/** Columns of a known length: the policy's by "role.field", by the field's name, or by the header; else the format's. */
export function* eachIdColumn(context: CheckContext): Generator<IdColumn> {
  const lengths = context.settings.idLengths;
  for (const file of context.files.values()) {
    const fields = new Map(file.spec.fields.map((field) => [file.fieldColumn.get(field.name) ?? -1, field]));
    for (const [index, column] of file.table.columns.entries()) {
      const field = fields.get(index);
      const names = [field?.name, column.name].flatMap((name) =>
        name === undefined ? [] : [`${file.role}.${name}`, name],
      );
      const name = names.find((one) => Object.hasOwn(lengths, one));
      const own = name === undefined ? undefined : lengths[name];
      const length = own ?? field?.digits;
      if (length === undefined) continue;
      const list = field?.list === true;
      yield { file, column, list, length, field: own === undefined ? field : undefined };
    }
  }
}

/** Codes that may be of another length: those whose bytes are as many as they ought to be are left out unread. */
export function* codesOfOtherLength({ column, list, length }: IdColumn): Generator<number> {
  const { starts, size } = column;
  for (let code = 0; code < size; code++) {
    if (list || (starts[code + 1] as number) - (starts[code] as number) !== length) yield code;
  }
}

/** Whether an identifier that always has so many digits has fewer, and nothing but digits. */
export const isShortOfDigits = (text: string, length: number | undefined): boolean =>
  length !== undefined && isShort(text.trim(), length);

const isShort = (item: string, length: number): boolean => item.length < length && digits.test(item);

/** An identifier, or a list of them, brought to its length. */
export const padIds = (text: string, { list, length }: IdColumn): string =>
  itemsOf(text, list)
    .map((item) => (isShort(item, length) ? item.padStart(length, "0") : item))
    .join(",");

/** Columns that hold identifiers of digits shorter than the policy says they are. */
export function* findZerosByLength(context: CheckContext): Generator<IdColumn & { codes: number[] }> {
  for (const one of eachIdColumn(context)) {
    const codes: number[] = [];
    for (const code of codesOfOtherLength(one)) {
      const items = itemsOf(one.column.valueOf(code), one.list);
      if (items.some((item) => isShort(item, one.length))) codes.push(code);
    }
    if (countRows(one.column, codes) > 0) yield { ...one, codes };
  }
}

/**
 * The person's id of the last file that an id of this file is without its zeros; undefined when it proves nothing. No
 * function where no id of the last file began with one.
 */
export const findPreviousId = (
  context: CheckContext,
  ids: Column,
): ((id: string) => string | undefined) | undefined => {
  const { previous } = context;
  if (previous === undefined || !hasLeadingZero(previous.ids)) return undefined;
  let known: Map<string, string | undefined> | undefined;
  return (id) => {
    if (!digits.test(id) || previous.ids.has(id)) return undefined;
    known ??= stripAll(previous.ids);
    const before = known.get(strip(id));
    return before === undefined || before.length <= id.length || ids.codeOf(before) >= 0 ? undefined : before;
  };
};

const hasLeadingZero = (ids: IdSet): boolean => {
  if (ids.someBytes) return ids.someBytes((bytes, start) => bytes[start] === zero);
  for (const id of ids) if (id.startsWith("0")) return true;
  return false;
};

/** A cell of a fixed list with its zeros put back, "05,06" for "5,6"; undefined when that does not mend it. */
export const restoreEnum = (text: string, field: Field): string | undefined => {
  const values = field.values ?? [];
  const items = itemsOf(text, field.list === true);
  const restored = items.map((item) => (values.includes(item) || !digits.test(item) ? item : `0${item}`));
  const mends = items.length > 0 && restored.every((item) => values.includes(item));
  return mends && restored.join() !== items.join() ? restored.join(",") : undefined;
};

const codesToRestore = ({ column, field }: FieldColumn): number[] => {
  const { arena, starts, size } = column;
  const accept = accepterOf(field);
  const found: number[] = [];
  for (let code = 0; code < size; code++) {
    // What the list has needs no zeros.
    if (accept(arena, starts[code] as number, starts[code + 1] as number)) continue;
    if (restoreEnum(column.valueOf(code), field) !== undefined) found.push(code);
  }
  return found;
};

/** Columns of a fixed list of values, some of which lost their zeros. */
export function* findZerosInEnums(context: CheckContext): Generator<FieldColumn & { codes: number[] }> {
  for (const one of eachFieldColumn(context)) {
    if (one.field.type !== "enum") continue;
    const codes = codesToRestore(one);
    if (codes.length > 0) yield { ...one, codes };
  }
}
