import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import { surveyColumn } from "./survey.ts";

/** What text is for: systems match people by an identity, show a name, and leave free text to be read. */
export type TextUse = "identity" | "name" | "free";

const identity = /(?:identifier|username|number|code|[a-z_ ]id)$/i;
const name = /(?:given|family|middle|first|last)[ _]?name$/i;

const uses = new WeakMap<Field, TextUse>();

/** Worked out once a field. */
export const useOf = (field: Field): TextUse => {
  const use = uses.get(field) ?? findUse(field);
  uses.set(field, use);
  return use;
};

const findUse = (field: Field): TextUse =>
  field.type === "identifier" || (field.list !== true && identity.test(field.name))
    ? "identity"
    : field.list !== true && name.test(field.name)
      ? "name"
      : "free";

/** Whether a field holds text that no schema looks into: whatever is typed is of the type. */
export const isText = ({ type, references }: Field): boolean =>
  references === undefined && (type === "string" || type === "identifier");

const memo = new WeakMap<Column, readonly number[]>();

/**
 * Codes of values with anything but printable ASCII and single accented letters, or with an outer blank: the few a rule
 * about text needs to read. Ascending, and worked out once a column.
 */
export const strangeCodes = (column: Column): readonly number[] => {
  const known = memo.get(column);
  if (known !== undefined) return known;
  const { arena, starts, size } = column;
  const { odd, blanks } = surveyColumn(column);
  const plain = !odd;
  const found: number[] = [];
  memo.set(column, found);
  if (plain && !blanks) return found;
  let start = starts[0] as number;
  for (let code = 0; code < size; code++) {
    const end = starts[code + 1] as number;
    if (
      start < end &&
      (arena[start] === 32 ||
        arena[end - 1] === 32 ||
        !(plain || isPlain(arena, start, end) || isLatin(arena, start, end)))
    ) {
      found.push(code);
    }
    start = end;
  }
  return found;
};

/** Letters such as ñ and é, each alone among ASCII: no wrong encoding leaves them so, and everybody sees them. */
const isLatin = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 32 && byte <= 126) continue;
    // U+00C0 to U+00FF are the two bytes C3 80 to C3 BF.
    if (byte !== 0xc3 || at + 1 >= end) return false;
    at++;
    if (at + 1 < end && (bytes[at + 1] as number) > 126) return false;
  }
  return true;
};

/** Without a branch for each byte: below a blank or above a tilde one of the differences is negative. */
const isPlain = (bytes: Uint8Array, start: number, end: number): boolean => {
  let signs = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    signs |= (byte - 32) | (126 - byte);
  }
  return signs >= 0;
};
