import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import type { FieldColumn } from "./columns.ts";
import { countRows, eachFieldColumn } from "./columns.ts";
import { type Dangling, findDangling, itemsOf } from "./references.ts";
import type { CheckContext } from "./rule.ts";

/** References that point nowhere only because one side lost its leading zeros. */
export type ZerosInReference = Dangling & {
  /** Referring codes that are whole again once the zeros are put back. */
  explained: number[];
  /** Which side lost them. */
  lostIn: "reference" | "key";
  /** Referring code to the value it was meant to be. */
  meant: ReadonlyMap<number, string>;
};

/** Values shorter than the LEA's identifiers are, by policy. */
export type ZerosByLength = FieldColumn & { codes: number[]; length: number };

const digits = /^\d+$/;
const strip = (text: string): string => text.replace(/^0+(?=.)/, "");

/** Identifiers of digits without their zeros, to the identifier; undefined where two share the stripped form. */
const stripAll = (column: Column): Map<string, string | undefined> => {
  const stripped = new Map<string, string | undefined>();
  for (let code = 0; code < column.size; code++) {
    const value = column.valueOf(code);
    if (!digits.test(value)) continue;
    const key = strip(value);
    stripped.set(key, stripped.has(key) ? undefined : value);
  }
  return stripped;
};

const explain = (dangling: Dangling): ZerosInReference | undefined => {
  const { column, targetColumn, codes, field } = dangling;
  const list = field.list === true;
  let known: Map<string, string | undefined> | undefined;
  const meant = new Map<number, string>();
  let shorter = 0;
  for (const code of codes) {
    const items = itemsOf(column.valueOf(code), list);
    const restored = items.map((item) => {
      if (targetColumn.codeOf(item) >= 0) return item;
      if (!digits.test(item)) return undefined;
      known ??= stripAll(targetColumn);
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

/** The length identifiers of a column have at this LEA: by "role.field", the field's name, or the header. */
export const idLengthOf = (
  context: CheckContext,
  { file, field, column }: FieldColumn,
): number | undefined => {
  const lengths = context.settings.idLengths;
  for (const name of [`${file.role}.${field.name}`, field.name, column.name]) {
    if (Object.hasOwn(lengths, name)) return lengths[name];
  }
  return undefined;
};

/** Columns that hold identifiers of digits shorter than the policy says they are. */
export function* findZerosByLength(context: CheckContext): Generator<ZerosByLength> {
  for (const one of eachFieldColumn(context)) {
    const length = idLengthOf(context, one);
    if (length === undefined) continue;
    const codes: number[] = [];
    for (let code = 0; code < one.column.size; code++) {
      const { starts } = one.column;
      const bytes = (starts[code + 1] as number) - (starts[code] as number);
      if (bytes > 0 && bytes < length && digits.test(one.column.valueOf(code))) codes.push(code);
    }
    if (countRows(one.column, codes) > 0) yield { ...one, codes, length };
  }
}

/** A cell of a fixed list with its zeros put back, "05,06" for "5,6"; undefined when that does not mend it. */
export const restoreEnum = (text: string, field: Field): string | undefined => {
  const values = field.values ?? [];
  const items = itemsOf(text, field.list === true);
  const restored = items.map((item) => (values.includes(item) || !digits.test(item) ? item : `0${item}`));
  const mends = items.length > 0 && restored.every((item) => values.includes(item));
  return mends && restored.join() !== items.join() ? restored.join(",") : undefined;
};

/** Columns of a fixed list of values, some of which lost their zeros. */
export function* findZerosInEnums(context: CheckContext): Generator<FieldColumn & { codes: number[] }> {
  for (const one of eachFieldColumn(context)) {
    if (one.field.type !== "enum") continue;
    const { column, field } = one;
    const codes = Array.from({ length: column.size }, (_, code) => code).filter(
      (code) => restoreEnum(column.valueOf(code), field) !== undefined,
    );
    if (codes.length > 0) yield { ...one, codes };
  }
}
