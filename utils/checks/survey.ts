import type { Column } from "../table/table.ts";

/** What is anywhere among some bytes: found four bytes at a time, so that most columns need no look at each value. */
export type Survey = {
  /** Anything but printable ASCII. */
  odd: boolean;
  /** Letters A to Z. */
  capitals: boolean;
  /** One of # + - : of which each value has one that a spreadsheet made unreadable. */
  marks: boolean;
};

const high = 0x80808080;

/** Highest bits of bytes that are 0, and at times of the byte above one. */
const zeros = (word: number): number => (word - 0x01010101) & ~word;

/** Surveys bytes[start .. end). Sums within a word carry into the next byte only where there is a find anyway. */
export const surveyBytes = (bytes: Uint8Array, start: number, end: number): Survey => {
  const first = Math.min(end, start + (-(bytes.byteOffset + start) & 3));
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + first, (end - first) >> 2);
  let odd = 0;
  let capitals = 0;
  let marks = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as number;
    const low = word & 0x7f7f7f7f;
    odd |= word | (word - 0x20202020) | (word + 0x01010101);
    capitals |= (low + 0x3f3f3f3f) & ~(low + 0x25252525) & ~word;
    marks |=
      zeros(word ^ 0x23232323) |
      zeros(word ^ 0x2b2b2b2b) |
      zeros(word ^ 0x2d2d2d2d) |
      zeros(word ^ 0x3a3a3a3a);
  }
  const rest = first + words.length * 4;
  for (let at = start; at < end; at++) {
    if (at === first) at = rest;
    if (at >= end) break;
    const byte = bytes[at] as number;
    odd |= byte | (byte - 32) | (byte + 1);
    if (byte >= 65 && byte <= 90) capitals = high;
    if (byte === 35 || byte === 43 || byte === 45 || byte === 58) marks = high;
  }
  return { odd: (odd & high) !== 0, capitals: (capitals & high) !== 0, marks: (marks & high) !== 0 };
};

const memo = new WeakMap<Column, Survey>();

/** The survey of all distinct values of a column that is read to its end; worked out once. */
export const surveyColumn = (column: Column): Survey => {
  const known = memo.get(column);
  if (known !== undefined) return known;
  const { arena, starts, size } = column;
  const made = surveyBytes(arena, starts[0] ?? 0, starts[size] ?? 0);
  memo.set(column, made);
  return made;
};
