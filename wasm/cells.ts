import { copy, isSame } from "./bytes";
import {
  answersAt,
  asked,
  askedSlotsAt,
  bytesAt,
  cacheBits,
  cacheSlots,
  cachedBytes,
  cachesAt,
  codesAt,
  endsAt,
  pausesAt,
  slotBytes,
  startsAt,
} from "./layout";
import { ask } from "./questions";
import { columns } from "./rows";

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
  memory.fill(pausesAt, 0, count * 4);
}

/** Whether all rows of the column coded last have the value of the first. */
export let isUniform: bool = false;

export function setUniform(uniform: bool): void {
  isUniform = uniform;
}

/** Where every second value is one that was not met lately, the cache costs more than it saves for a while. */
const pausedBlocks: i32 = 15;

/**
 * The codes of a column's cells: those of values met lately, and a question for each other value. Returns how many; their
 * rows stand at `askedRowsAt`, the answers are wanted at `answersAt`.
 */
export function codeCells(column: i32, rows: i32): i32 {
  let starts = startsAt + column * 4;
  let ends = endsAt + column * 4;
  const apart = columns * 4;
  const cache = cachesAt + column * cacheSlots * slotBytes;
  const pauses = load<i32>(pausesAt + column * 4);
  if (pauses > 0) store<i32>(pausesAt + column * 4, pauses - 1);
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
        if (pauses > 0) {
          code = asked | questions;
          ask(questions++, row, 0, start, length);
          store<u32>(codesAt + row * 4, code);
          continue;
        }
        const pair = cache + pairOf(i64x2.extract_lane(value, 0), i64x2.extract_lane(value, 1), length);
        let slot = pair;
        if (!isShortIn(slot, value, length)) slot += slotBytes;
        if (slot == pair || isShortIn(slot, value, length)) code = load<u32>(slot + 4);
        else {
          slot = pair + (questions & 1) * slotBytes;
          code = remember(slot, length, questions);
          v128.store(slot + 16, value);
          ask(questions++, row, slot, start, length);
        }
      }
    } else if (length != lastLength || !isSame(start, lastStart, length)) {
      lastStart = start;
      lastLength = length;
      changes++;
      if (length <= cachedBytes && pauses == 0) {
        const pair = cache + pairOf(load<u64>(start), load<u64>(start + length - 8), length);
        let slot = pair;
        if (!isLongIn(slot, start, length)) slot += slotBytes;
        if (slot == pair || isLongIn(slot, start, length)) code = load<u32>(slot + 4);
        else {
          slot = pair + (questions & 1) * slotBytes;
          code = remember(slot, length, questions);
          copy(slot + 16, start, length);
          ask(questions++, row, slot, start, length);
        }
      } else {
        code = asked | questions;
        ask(questions++, row, 0, start, length);
      }
    }
    store<u32>(codesAt + row * 4, code);
  }
  if (pauses == 0 && questions * 2 > rows) store<i32>(pausesAt + column * 4, pausedBlocks);
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
