import { acceptEmail } from "./accept-email.ts";
import type { DateForm, Field } from "./format.ts";

/**
 * Byte checks that may only accept: `true` means that the schema of values.ts would accept these bytes too, `false`
 * means "ask the schema". They keep zod away from the millions of ordinary values. test: accept.test.ts.
 */
export type Accept = (bytes: Uint8Array, start: number, end: number) => boolean;

const classes = (...ranges: readonly [from: string, to: string][]): Uint8Array => {
  const table = new Uint8Array(256);
  for (const [from, to] of ranges) table.fill(1, from.charCodeAt(0), to.charCodeAt(0) + 1);
  return table;
};

/** Bytes of a sourcedId: 1 for those it may have. */
export const idBytes = classes(
  ["0", "9"],
  ["A", "Z"],
  ["a", "z"],
  [".", "."],
  ["-", "-"],
  ["_", "_"],
  ["/", "/"],
  ["@", "@"],
);

const allIn = (table: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (table[bytes[at] as number] === 0) return false;
  return true;
};

const acceptId: Accept = (bytes, start, end) =>
  end > start && end - start <= 255 && allIn(idBytes, bytes, start, end);

/** The digit at `at`, or a large number that no comparison lets through. */
const digit = (bytes: Uint8Array, at: number): number => {
  const value = (bytes[at] as number) - 48;
  return value >= 0 && value <= 9 ? value : 1000;
};

const two = (bytes: Uint8Array, at: number): number => digit(bytes, at) * 10 + digit(bytes, at + 1);

/** Days 1 to 28 of any month; the rest of the calendar is the schema's business. */
const acceptDate: Accept = (bytes, start, end) => {
  if (end - start !== 10 || bytes[start + 4] !== 45 || bytes[start + 7] !== 45) return false;
  const month = two(bytes, start + 5);
  const day = two(bytes, start + 8);
  return (
    two(bytes, start) < 100 &&
    two(bytes, start + 2) < 100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28
  );
};

/** An instant on such a day, in UTC with milliseconds. */
const acceptDateTime: Accept = (bytes, start, end) =>
  end - start === 24 &&
  acceptDate(bytes, start, start + 10) &&
  bytes[start + 10] === 84 &&
  two(bytes, start + 11) <= 23 &&
  bytes[start + 13] === 58 &&
  two(bytes, start + 14) <= 59 &&
  bytes[start + 16] === 58 &&
  two(bytes, start + 17) <= 59 &&
  bytes[start + 19] === 46 &&
  two(bytes, start + 20) <= 99 &&
  digit(bytes, start + 22) <= 9 &&
  bytes[start + 23] === 90;

/** The same days as 20260817, of this and the last century. */
const acceptPlainDate: Accept = (bytes, start, end) => {
  if (end - start !== 8) return false;
  const century = two(bytes, start);
  const month = two(bytes, start + 4);
  const day = two(bytes, start + 6);
  return (
    (century === 19 || century === 20) &&
    two(bytes, start + 2) < 100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28
  );
};

/** The same days as 8/17/2026 or 08/17/2026. */
const acceptSlashDate: Accept = (bytes, start, end) => {
  const slash = bytes[start + 1] === 47 ? start + 1 : start + 2;
  const other = bytes[slash + 2] === 47 ? slash + 2 : slash + 3;
  if (end - other !== 5 || bytes[slash] !== 47 || bytes[other] !== 47) return false;
  const month = slash - start === 1 ? digit(bytes, start) : two(bytes, start);
  const day = other - slash === 2 ? digit(bytes, slash + 1) : two(bytes, slash + 1);
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    two(bytes, other + 1) < 100 &&
    two(bytes, other + 3) < 100
  );
};

const dateAccepters: Readonly<Record<DateForm, Accept>> = {
  "YYYY-MM-DD": acceptDate,
  YYYYMMDD: acceptPlainDate,
  "M/D/YYYY": acceptSlashDate,
  // Left to the schema: no large file of these is known.
  "YYYY-MM-DD hh:mm:ss.ffffff": () => false,
};

const acceptYear: Accept = (bytes, start, end) =>
  end - start === 4 && two(bytes, start) === 20 && two(bytes, start + 2) < 100;

const acceptFloat: Accept = (bytes, start, end) => {
  for (let at = start; at < end; at++) if (digit(bytes, at) > 9) return false;
  return end > start;
};

const acceptGuid: Accept = (bytes, start, end) => {
  if (end - start !== 36) return false;
  for (let at = 0; at < 36; at++) {
    const byte = bytes[start + at] as number;
    const dash = at === 8 || at === 13 || at === 18 || at === 23;
    if (dash ? byte !== 45 : hexBytes[byte] === 0) return false;
  }
  return true;
};

const hexBytes = classes(["0", "9"], ["A", "F"], ["a", "f"]);

const acceptPhone: Accept = (bytes, start, end) =>
  bytes[start] === 43 &&
  bytes[start + 1] !== 48 &&
  end - start >= 8 &&
  end - start <= 16 &&
  acceptFloat(bytes, start + 1, end);

/** Printable ASCII without an outer blank. */
const acceptIdentifier: Accept = (bytes, start, end) => {
  if (end - start < 1 || end - start > 200 || bytes[start] === 32 || bytes[end - 1] === 32) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < 32 || byte > 126) return false;
  }
  return true;
};

/** Bytes of `{type:id}` between its braces: 0 printable ASCII, 1 the colon, 2 what must not stand there. */
const userIdBytes = new Uint8Array(256).fill(2);
userIdBytes.fill(0, 32, 127);
for (const mark of "{},") userIdBytes[mark.charCodeAt(0)] = 2;
userIdBytes[58] = 1;

/** `{type:id}` in printable ASCII, without another brace or a comma. */
const acceptUserId: Accept = (bytes, start, end) => {
  if (end - start < 5 || bytes[start] !== 123 || bytes[end - 1] !== 125 || bytes[start + 1] === 58)
    return false;
  let found = 0;
  for (let at = start + 1; at < end - 2; at++) found |= userIdBytes[bytes[at] as number] as number;
  // A colon before the last byte, which may be another.
  return found === 1 && userIdBytes[bytes[end - 2] as number] !== 2;
};

const always: Accept = () => true;

const acceptAmong = (values: readonly string[]): Accept => {
  const known = values.map((value) => Uint8Array.from(value, (character) => character.charCodeAt(0)));
  return (bytes, start, end) => known.some((value) => isSame(value, bytes, start, end));
};

const isSame = (value: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean => {
  if (value.length !== end - start) return false;
  for (let at = 0; at < value.length; at++) if (value[at] !== bytes[start + at]) return false;
  return true;
};

/** Items with commas only between them; one that begins with anything but printable ASCII goes to the schema. */
const acceptList =
  (item: Accept, itemsTakeCommas: boolean): Accept =>
  (bytes, start, end) => {
    // Most lists are one item long.
    if (!itemsTakeCommas && item(bytes, start, end)) return true;
    for (let from = start; from <= end; ) {
      let to = from;
      while (to < end && bytes[to] !== 44) to++;
      const first = bytes[from] as number;
      if (to === from || first <= 32 || first >= 127 || !item(bytes, from, to)) return false;
      from = to + 1;
    }
    return true;
  };

const itemAccepter = (field: Field): Accept => {
  const { dateForms } = field;
  if (dateForms !== undefined) return acceptAnyOf(dateForms.map((form) => dateAccepters[form]));
  switch (field.type) {
    case "string":
      return always;
    case "sourcedId":
      return acceptId;
    case "date":
      return acceptDate;
    case "datetime":
      return acceptDateTime;
    case "year":
      return acceptYear;
    case "boolean":
      return acceptAmong(["true", "false"]);
    case "enum":
      return acceptAmong(field.values ?? []);
    case "email":
      return acceptEmail;
    case "float":
      return acceptFloat;
    case "userId":
      return acceptUserId;
    case "identifier":
      return acceptIdentifier;
    case "integer":
      return (bytes, start, end) => end - start <= 15 && acceptFloat(bytes, start, end);
    case "guid":
      return acceptGuid;
    case "phone":
      return acceptPhone;
  }
};

const acceptAnyOf = (accepters: readonly Accept[]): Accept => {
  const [only] = accepters;
  if (accepters.length === 1 && only !== undefined) return only;
  return (bytes, start, end) => accepters.some((accept) => accept(bytes, start, end));
};

const takesCommas = ({ type }: Field): boolean => type === "string" || type === "identifier";

const memo = new WeakMap<Field, Accept>();

/** The accepter of a field's cells: of one item, or of a list of them. Made once a field. */
export const accepterOf = (field: Field): Accept => {
  const known = memo.get(field);
  if (known !== undefined) return known;
  const item = itemAccepter(field);
  const made = field.list === true ? acceptList(item, takesCommas(field)) : item;
  memo.set(field, made);
  return made;
};

/** Whether an accepter also knows what is wrong: what it does not accept, the schema refuses. test: accept.test.ts. */
export const isExact = ({ type, list, dateForms, anyCase, extension }: Field): boolean =>
  list !== true &&
  dateForms === undefined &&
  anyCase !== true &&
  extension === undefined &&
  (type === "sourcedId" || type === "boolean" || type === "enum" || type === "guid" || type === "phone");
