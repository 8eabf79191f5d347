import { idBytes } from "./accept.ts";

/** Kinds of bytes, as bits. */
const notInId = 1;
const odd = 2;
const capital = 4;
const mark = 8;

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
};

const kinds = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  kinds[byte] =
    (idBytes[byte] === 1 ? 0 : notInId) |
    (byte >= 32 && byte <= 126 ? 0 : odd) |
    (byte >= 65 && byte <= 90 ? capital : 0) |
    ([35, 43, 45, 58].includes(byte) ? mark : 0);
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

/** One call looks at so many pairs: the engine makes a short function fast sooner than a long loop. */
const step = 1021;

/** Surveys bytes[start .. end): nearly as fast as the memory gives them, so that few values need a look of their own. */
export const surveyBytes = (bytes: Uint8Array, start: number, end: number): Survey => {
  let found = 0;
  if (end > start) {
    pairs ??= makePairs();
    // A pair begins where memory is even.
    const first = start + ((bytes.byteOffset + start) & 1);
    const words = new Uint16Array(bytes.buffer, bytes.byteOffset + first, (end - first) >> 1);
    found = (kinds[bytes[start] as number] as number) | (kinds[bytes[end - 1] as number] as number);
    for (let at = 0; at < words.length; at += step) {
      found |= surveyPairs(pairs, words, at, Math.min(at + step, words.length));
    }
  }
  return {
    isId: (found & notInId) === 0,
    odd: (found & odd) !== 0,
    capitals: (found & capital) !== 0,
    marks: (found & mark) !== 0,
  };
};

/** Without a branch for each pair, and eight pairs a step. */
const surveyPairs = (known: Uint8Array, words: Uint16Array, from: number, end: number): number => {
  let found = 0;
  let at = from;
  for (const until = end - 7; at < until; at += 8) {
    found |=
      known[words[at]!]! |
      known[words[at + 1]!]! |
      known[words[at + 2]!]! |
      known[words[at + 3]!]! |
      known[words[at + 4]!]! |
      known[words[at + 5]!]! |
      known[words[at + 6]!]! |
      known[words[at + 7]!]!;
  }
  for (; at < end; at++) found |= known[words[at]!]!;
  return found;
};
