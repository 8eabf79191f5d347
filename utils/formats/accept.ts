import type { Field } from "./format.ts";

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

const idBytes = classes(
  ["0", "9"],
  ["A", "Z"],
  ["a", "z"],
  [".", "."],
  ["-", "-"],
  ["_", "_"],
  ["/", "/"],
  ["@", "@"],
);
const wordBytes = classes(["0", "9"], ["A", "Z"], ["a", "z"], ["_", "_"]);
const hostBytes = classes(["0", "9"], ["A", "Z"], ["a", "z"]);

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

const acceptYear: Accept = (bytes, start, end) =>
  end - start === 4 && two(bytes, start) === 20 && two(bytes, start + 2) < 100;

/** word@host.tld of plain letters and digits with single dots and hyphens between them. */
const acceptEmail: Accept = (bytes, start, end) => {
  let at = -1;
  let dots = 0;
  let previous = 0;
  let label = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === 64) {
      if (at >= 0 || previous !== 1) return false;
      at = i;
      previous = 0;
      label = 0;
    } else if (byte === 46) {
      if (previous !== 1) return false;
      previous = 0;
      label = 0;
      if (at >= 0) dots++;
    } else if ((at < 0 ? wordBytes : hostBytes)[byte] === 1) {
      previous = 1;
      label++;
    } else return false;
  }
  if (at < 0 || dots === 0 || label < 2) return false;
  // The last label must be letters.
  for (let i = end - label; i < end; i++) if ((bytes[i] as number) < 65 || bytes[i] === 95) return false;
  return end - start <= 120;
};

const acceptFloat: Accept = (bytes, start, end) => {
  for (let at = start; at < end; at++) if (digit(bytes, at) > 9) return false;
  return end > start;
};

/** Printable ASCII without an outer blank. */
const acceptIdentifier: Accept = (bytes, start, end) => {
  if (end - start < 1 || end - start > 200 || bytes[start] === 32 || bytes[end - 1] === 32) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < 32 || byte > 126) return false;
  }
  return true;
};

/** `{type:id}` in printable ASCII, without another brace or a comma. */
const acceptUserId: Accept = (bytes, start, end) => {
  if (end - start < 5 || bytes[start] !== 123 || bytes[end - 1] !== 125) return false;
  let colon = -1;
  for (let at = start + 1; at < end - 1; at++) {
    const byte = bytes[at] as number;
    if (byte < 32 || byte > 126 || byte === 123 || byte === 125 || byte === 44) return false;
    if (byte === 58 && colon < 0) colon = at;
  }
  return colon > start + 1 && colon < end - 2;
};

const never: Accept = () => false;
const always: Accept = () => true;

const acceptAmong = (values: readonly string[]): Accept => {
  const known = values.map((value) => Uint8Array.from(value, (character) => character.charCodeAt(0)));
  return (bytes, start, end) =>
    known.some(
      (value) => value.length === end - start && value.every((byte, index) => byte === bytes[start + index]),
    );
};

const itemAccepter = (field: Field): Accept => {
  switch (field.type) {
    case "string":
      return always;
    case "sourcedId":
      return acceptId;
    case "date":
      return acceptDate;
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
    default:
      return never;
  }
};

/** The accepter of a field's cells. A list is accepted when it is one good item; longer lists go to the schema. */
export const accepterOf = (field: Field): Accept => {
  // A string takes anything, but a list of strings must have no empty item.
  if (field.list === true && field.type === "string") return never;
  return itemAccepter(field);
};
