import { idBytes } from "./accept.ts";

/** Kinds of bytes, as bits. */
const notInId = 1;
const odd = 2;
const capital = 4;
const mark = 8;
const blank = 16;

/** What is anywhere among some bytes. */
export type Survey = {
  /** Nothing but what may stand in a sourcedId. */
  readonly isId: boolean;
  /** Something other than printable ASCII. */
  readonly odd: boolean;
  /** A letter from A to Z. */
  readonly capitals: boolean;
  /** One of # + - and the colon: each value that a spreadsheet made unreadable has one. */
  readonly marks: boolean;
  /** A space. */
  readonly blanks: boolean;
};

const kinds = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  kinds[byte] =
    (idBytes[byte] === 1 ? 0 : notInId) |
    (byte >= 32 && byte <= 126 ? 0 : odd) |
    (byte >= 65 && byte <= 90 ? capital : 0) |
    ([35, 43, 45, 58].includes(byte) ? mark : 0) |
    (byte === 32 ? blank : 0);
}

/** Two bytes a look: what either is. Made on first use. */
let pairs: Uint8Array | undefined;

const makePairs = (): Uint8Array => {
  const made = new Uint8Array(0x10000);
  const blocks = new Map<number, Uint8Array>();
  for (let high = 0; high < 256; high++) {
    const own = kinds[high] as number;
    const block = blocks.get(own) ?? kinds.map((kind) => kind | own);
    blocks.set(own, block);
    made.set(block, high << 8);
  }
  return made;
};

/** One call looks at so many words of four bytes: the engine makes a short function fast sooner than a long loop. */
const step = 1021;

/** Surveys bytes[start .. end): nearly as fast as the memory gives them, so that few values need a look of their own. */
export const surveyBytes = (bytes: Uint8Array, start: number, end: number): Survey => {
  pairs ??= makePairs();
  // A word begins where memory is a multiple of four.
  const first = start + (-(bytes.byteOffset + start) & 3);
  const count = Math.max(0, (end - first) >> 2);
  let found = surveyEach(bytes, first + count * 4, end);
  found |= surveyEach(bytes, start, Math.min(first, end));
  if (count > 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + first, count);
    for (let at = 0; at < count; at += step) {
      found |= surveyWords(pairs, words, at, Math.min(at + step, count));
    }
  }
  return {
    isId: (found & notInId) === 0,
    odd: (found & odd) !== 0,
    capitals: (found & capital) !== 0,
    marks: (found & mark) !== 0,
    blanks: (found & blank) !== 0,
  };
};

const surveyEach = (bytes: Uint8Array, start: number, end: number): number => {
  let found = 0;
  for (let at = start; at < end; at++) found |= kinds[bytes[at] as number] as number;
  return found;
};

/** Without a branch for each pair, and eight pairs a step. */
const surveyWords = (known: Uint8Array, words: Int32Array, from: number, end: number): number => {
  let found = 0;
  let at = from;
  for (const until = end - 3; at < until; at += 4) {
    const a = words[at]!;
    const b = words[at + 1]!;
    const c = words[at + 2]!;
    const d = words[at + 3]!;
    found |=
      known[a & 0xffff]! |
      known[a >>> 16]! |
      known[b & 0xffff]! |
      known[b >>> 16]! |
      known[c & 0xffff]! |
      known[c >>> 16]! |
      known[d & 0xffff]! |
      known[d >>> 16]!;
  }
  for (; at < end; at++) found |= known[words[at]! & 0xffff]! | known[words[at]! >>> 16]!;
  return found;
};
