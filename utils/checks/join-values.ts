import type { Column } from "../table/table.ts";

/** The bytes of a column's values, four of them a look. */
type Values = { view: DataView; starts: Uint32Array; size: number; ownCode: number | undefined };

const valuesOf = ({ arena, starts, size, ownCode }: Column): Values => ({
  view: new DataView(arena.buffer, arena.byteOffset, arena.byteLength),
  starts,
  size,
  ownCode,
});

/** Not found by its place. */
const missed = -2;
/** So far ahead a value is looked for, until there were as many looks as there are values: then the order is another. */
const ahead = 128;
/** One call reads so many values: the engine makes a short function fast sooner than a long loop. */
const step = 1024;

/**
 * For each code of `from`, the code of the same value in `to`, or -1. Exports list people and classes in one order in all
 * files: nearly always the next value here is one of the next there. The others are found by their hashes in one look at
 * each value of `to`, of which no index is made.
 */
export const joinValues = (from: Column, to: Column): Int32Array => {
  const join = new Int32Array(from.size).fill(-1);
  const here = valuesOf(from);
  const there = valuesOf(to);
  const { starts } = here;
  let next = 0;
  let left = 0;
  let looks = here.size;
  for (let code = 0; code < join.length; code++) {
    // Nothing refers to nobody, even where somebody has no id.
    if (starts[code] === starts[code + 1]) continue;
    const end = Math.min(next + (looks > 0 ? ahead : 1), there.size);
    let at = next;
    while (at < end && !isSame(there, at, here, code)) at++;
    looks -= at - next;
    if (at < end) {
      join[code] = at;
      next = at + 1;
    } else {
      join[code] = missed;
      left++;
    }
  }
  if (left > 0) joinMissed(join, here, there, left);
  return join;
};

type Missed = {
  here: Values;
  there: Values;
  join: Int32Array;
  /** Codes of `here` by their hashes, counted from 1; at most half full. */
  slots: Int32Array;
  /** How the values end, for telling most that are not among them without a look at the whole of each. */
  ends: Uint8Array;
};

const joinMissed = (join: Int32Array, here: Values, there: Values, left: number): void => {
  const slots = new Int32Array(2 ** Math.max(4, 33 - Math.clz32(left)));
  const state: Missed = { here, there, join, slots, ends: new Uint8Array(0x10000) };
  for (let code = 0; code < here.size; code += step) putMissed(state, code, Math.min(code + step, here.size));
  for (let code = 0; code < there.size; code += step) {
    findMissed(state, code, Math.min(code + step, there.size));
  }
};

const putMissed = ({ here, join, slots, ends }: Missed, from: number, until: number): void => {
  const mask = slots.length - 1;
  for (let code = from; code < until; code++) {
    if (join[code] !== missed) continue;
    join[code] = -1;
    ends[endOf(here, code)] = 1;
    let slot = hashOf(here, code) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = code + 1;
  }
};

const findMissed = ({ here, there, join, slots, ends }: Missed, from: number, until: number): void => {
  const mask = slots.length - 1;
  for (let code = from; code < until; code++) {
    if (ends[endOf(there, code)] === 0 || code === there.ownCode) continue;
    for (let slot = hashOf(there, code) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = (slots[slot] as number) - 1;
      if (!isSame(there, code, here, other)) continue;
      join[other] = code;
      break;
    }
  }
};

const endOf = ({ view, starts }: Values, code: number): number => {
  const start = starts[code] as number;
  const end = starts[code + 1] as number;
  return end - start < 4 ? end - start : Math.imul(view.getInt32(end - 4) ^ (end - start), 0x9e3779b1) >>> 16;
};

const hashOf = ({ view, starts }: Values, code: number): number => {
  const end = starts[code + 1] as number;
  let at = starts[code] as number;
  let hash = end - at;
  for (; at + 4 <= end; at += 4) hash = Math.imul(hash ^ view.getInt32(at), 0x85ebca6b) ^ (hash >>> 13);
  for (; at < end; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x9e3779b1);
  return hash ^ (hash >>> 15);
};

/** Whether two codes stand for the same bytes. Ids of one kind begin alike, so their ends are compared first. */
const isSame = (a: Values, one: number, b: Values, other: number): boolean => {
  const start = a.starts[one] as number;
  const from = b.starts[other] as number;
  const length = (a.starts[one + 1] as number) - start;
  if ((b.starts[other + 1] as number) - from !== length) return false;
  let at = length - 4;
  for (; at >= 0; at -= 4) if (a.view.getInt32(start + at) !== b.view.getInt32(from + at)) return false;
  for (let rest = at + 3; rest >= 0; rest--) {
    if (a.view.getUint8(start + rest) !== b.view.getUint8(from + rest)) return false;
  }
  return true;
};
