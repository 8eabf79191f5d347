import {
  answersAt,
  asked,
  askedRowsAt,
  askedSlotsAt,
  bytesAt,
  cachedBytes,
  cacheBits,
  cacheSlots,
  cachesAt,
  codesAt,
  endsAt,
  moreBitsAt,
  hashesAt,
  narrowAt,
  runCodesAt,
  runLengthsAt,
  slotBytes,
  startsAt,
  textAt,
  textEndsAt,
} from "./layout";
import { columns } from "./rows";

/** Whether `length` bytes at both places are equal. Reads up to 15 bytes more. */
// @ts-ignore: decorator
@inline
function isSame(one: i32, other: i32, length: i32): bool {
  let offset = 0;
  for (; length - offset > 16; offset += 16) {
    if (v128.any_true(v128.xor(v128.load(one + offset), v128.load(other + offset)))) return false;
  }
  const differing = i8x16.bitmask(i8x16.ne(v128.load(one + offset), v128.load(other + offset)));
  return (differing & ((1 << (length - offset)) - 1)) == 0;
}

/** Copies `length` bytes, and up to 15 more. */
// @ts-ignore: decorator
@inline
function copy(to: i32, from: i32, length: i32): void {
  for (let offset = 0; offset < length; offset += 16) v128.store(to + offset, v128.load(from + offset));
}

/** From 16 - n on, n bytes that are kept and then such as are not. */
const masksAt: i32 = <i32>memory.data<u64>([u64.MAX_VALUE, u64.MAX_VALUE, 0, 0], 16);

/** The value of up to 16 bytes that begins at `start`, zeros behind it. */
// @ts-ignore: decorator
@inline
function shortValue(start: i32, length: i32): v128 {
  return v128.and(v128.load(start), v128.load(masksAt + 16 - length));
}

/** Where in its column's cache the pair of slots of a value lies. */
// @ts-ignore: decorator
@inline
function pairOf(first: u64, last: u64, length: i32): i32 {
  const mixed = ((first ^ <u64>length) * 0x9e3779b97f4a7c15) ^ (rotl(last, 29) * 0xc2b2ae3d27d4eb4f);
  return <i32>((mixed * 0x9e3779b97f4a7c15) >> (64 - cacheBits + 1)) * (2 * slotBytes);
}

// @ts-ignore: decorator
@inline
function isShortIn(slot: i32, value: v128, length: i32): bool {
  return load<i32>(slot) == length + 1 && !v128.any_true(v128.xor(v128.load(slot + 16), value));
}

// @ts-ignore: decorator
@inline
function isLongIn(slot: i32, start: i32, length: i32): bool {
  return load<i32>(slot) == length + 1 && isSame(slot + 16, start, length);
}

/** Forgets the values of the first `count` columns. */
export function clearCaches(count: i32): void {
  memory.fill(cachesAt, 0, count * cacheSlots * slotBytes);
}

/** Whether all rows of the column coded last have the value of the first. */
export let isUniform: bool = false;

/**
 * The codes of a column's cells: those of values met lately, and a question for each other value. Returns how many; their
 * rows stand at `askedRowsAt`, the answers are wanted at `answersAt`.
 */
export function codeCells(column: i32, rows: i32): i32 {
  let starts = startsAt + column * 4;
  let ends = endsAt + column * 4;
  const apart = columns * 4;
  const cache = cachesAt + column * cacheSlots * slotBytes;
  let questions = 0;
  let changes = 0;
  let lastStart = 0;
  let lastLength = -1;
  let last = i64x2.splat(0);
  let code: u32 = 0;
  for (let row = 0; row < rows; row++) {
    const start = bytesAt + load<i32>(starts);
    const length = bytesAt + load<i32>(ends) - start;
    starts += apart;
    ends += apart;
    if (length <= 16) {
      const value = shortValue(start, length);
      if (length != lastLength || v128.any_true(v128.xor(value, last))) {
        last = value;
        lastLength = length;
        changes++;
        const pair = cache + pairOf(i64x2.extract_lane(value, 0), i64x2.extract_lane(value, 1), length);
        let slot = pair;
        if (!isShortIn(slot, value, length)) slot += slotBytes;
        if (slot == pair || isShortIn(slot, value, length)) code = load<u32>(slot + 4);
        else {
          slot = pair + (questions & 1) * slotBytes;
          code = remember(slot, length, questions);
          v128.store(slot + 16, value);
          ask(questions++, row, slot);
        }
      }
    } else if (length != lastLength || !isSame(start, lastStart, length)) {
      lastStart = start;
      lastLength = length;
      changes++;
      if (length <= cachedBytes) {
        const pair = cache + pairOf(load<u64>(start), load<u64>(start + length - 8), length);
        let slot = pair;
        if (!isLongIn(slot, start, length)) slot += slotBytes;
        if (slot == pair || isLongIn(slot, start, length)) code = load<u32>(slot + 4);
        else {
          slot = pair + (questions & 1) * slotBytes;
          code = remember(slot, length, questions);
          copy(slot + 16, start, length);
          ask(questions++, row, slot);
        }
      } else {
        code = asked | questions;
        ask(questions++, row, 0);
      }
    }
    store<u32>(codesAt + row * 4, code);
  }
  isUniform = changes == 1;
  return questions;
}

/** Takes a slot for the value of this length that the question asks for. Returns its code until it is answered. */
// @ts-ignore: decorator
@inline
function remember(slot: i32, length: i32, question: i32): u32 {
  store<i32>(slot, length + 1);
  store<u32>(slot + 4, asked | question);
  return asked | question;
}

// @ts-ignore: decorator
@inline
function ask(question: i32, row: i32, slot: i32): void {
  store<i32>(askedRowsAt + question * 4, row);
  store<i32>(askedSlotsAt + question * 4, slot);
}

/** Puts the answers where the questions were. */
export function takeAnswers(rows: i32, questions: i32): void {
  for (let question = 0; question < questions; question++) {
    const slot = load<i32>(askedSlotsAt + question * 4);
    if (slot != 0 && load<u32>(slot + 4) == (asked | question))
      store<u32>(slot + 4, load<u32>(answersAt + question * 4));
  }
  for (let row = 0; row < rows; row++) {
    const code = load<u32>(codesAt + row * 4);
    if ((code & asked) != 0) store<u32>(codesAt + row * 4, load<u32>(answersAt + (code & ~asked) * 4));
  }
}

/** Counts neighbouring rows of one code: `runCodesAt` and `runLengthsAt`. Returns how many such runs there are. */
export function countRuns(rows: i32): i32 {
  let runs = 0;
  let from = 0;
  let code = load<u32>(codesAt);
  for (let row = 1; row < rows; row++) {
    const next = load<u32>(codesAt + row * 4);
    if (next == code) continue;
    store<u32>(runCodesAt + runs * 4, code);
    store<i32>(runLengthsAt + runs * 4, row - from);
    runs++;
    from = row;
    code = next;
  }
  store<u32>(runCodesAt + runs * 4, code);
  store<i32>(runLengthsAt + runs * 4, rows - from);
  return runs + 1;
}

/** The codes in one or two bytes each, at `narrowAt`. */
export function narrowCodes(rows: i32, width: i32): void {
  if (width == 1) {
    for (let row = 0; row < rows; row++) store<u8>(narrowAt + row, load<u32>(codesAt + row * 4));
  } else {
    for (let row = 0; row < rows; row++) store<u16>(narrowAt + row * 2, load<u32>(codesAt + row * 4));
  }
}

/** Puts the values of a column one after the other; their ends, counted from `from`, stand at `textEndsAt`. Returns the last. */
export function gatherText(column: i32, rows: i32, from: i32): i32 {
  const starts = startsAt + column * 4;
  const ends = endsAt + column * 4;
  const apart = columns * 4;
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const start = bytesAt + load<i32>(starts + row * apart);
    const length = bytesAt + load<i32>(ends + row * apart) - start;
    copy(textAt + end, start, length);
    end += length;
    store<i32>(textEndsAt + row * 4, from + end);
  }
  return end;
}

const leastToken: i32 = 11;
const mostToken: i32 = 255;

/** The bytes of tokens: - . / 0-9, @ A-Z, a-z and _. */
// @ts-ignore: decorator
@inline
function tokenMarks(at: i32): i32 {
  const bytes = v128.load(at);
  return i8x16.bitmask(
    v128.or(
      v128.or(
        i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x2d)), i8x16.splat(0x0c)),
        i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x40)), i8x16.splat(0x1a)),
      ),
      v128.or(
        i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x61)), i8x16.splat(0x19)),
        i8x16.eq(bytes, i8x16.splat(0x5f)),
      ),
    ),
  );
}

// @ts-ignore: decorator
@inline
function isToken(start: i32, length: i32): bool {
  if (length < leastToken || length > mostToken) return false;
  let offset = 0;
  for (; length - offset > 16; offset += 16) if (tokenMarks(start + offset) != 0xffff) return false;
  const wanted = (1 << (length - offset)) - 1;
  return (tokenMarks(start + offset) & wanted) == wanted;
}

/**
 * The hashes of a column's tokens, at `hashesAt` and `moreBitsAt`, as `putToken` makes them. Tokens are question 0, which is
 * asked by the first (its row is -1 where there is none); each other cell is a question of its own. Returns how many.
 */
export function hashTokens(column: i32, rows: i32): i32 {
  const starts = startsAt + column * 4;
  const ends = endsAt + column * 4;
  const apart = columns * 4;
  let questions = 1;
  let firstToken = -1;
  for (let row = 0; row < rows; row++) {
    const start = bytesAt + load<i32>(starts + row * apart);
    const end = bytesAt + load<i32>(ends + row * apart);
    if (!isToken(start, end - start)) {
      store<u32>(codesAt + row * 4, asked | questions);
      ask(questions++, row, 0);
      continue;
    }
    if (firstToken < 0) firstToken = row;
    let one = end - start;
    let other = one ^ 0x5bd1e995;
    const last = end - 4;
    for (let at = start; at < last; at += 4) {
      const word = load<i32>(at);
      one = (one ^ word) * 0x85ebca6b;
      one ^= <i32>((<u32>one) >> 15);
      other = rotl<i32>((other + word) * 0xc2b2ae35, 13);
    }
    const word = load<i32>(last);
    one = (one ^ word) * 0x85ebca6b;
    other = ((other + word) ^ <i32>((<u32>other) >> 16)) * 0xcc9e2d51;
    store<i32>(hashesAt + row * 4, one ^ <i32>((<u32>one) >> 13));
    store<u8>(moreBitsAt + row, other ^ <i32>((<u32>other) >> 15));
    store<u32>(codesAt + row * 4, asked);
  }
  store<i32>(askedRowsAt, firstToken);
  store<i32>(askedSlotsAt, 0);
  isUniform = questions == 1;
  return questions;
}
