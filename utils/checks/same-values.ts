import type { Column } from "../table/table.ts";
import { isBlank } from "./columns.ts";
import { nextFlagged } from "./rows.ts";
import { surveyColumn } from "./survey.ts";

/** Values that are the same but for the case of ASCII letters, by their bytes. */

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

const hashOf = ({ arena, starts }: Column, code: number): number => {
  let hash = 0x811c9dc5;
  for (let at = starts[code] as number; at < (starts[code + 1] as number); at++) {
    hash = Math.imul(hash ^ lower(arena[at] as number), 0x01000193);
  }
  return hash ^ (hash >>> 15);
};

const areSame = ({ arena, starts }: Column, a: number, b: number): boolean => {
  let at = starts[a] as number;
  let other = starts[b] as number;
  const end = starts[a + 1] as number;
  if (end - at !== (starts[b + 1] as number) - other) return false;
  for (; at < end; at++, other++) {
    if (lower(arena[at] as number) !== lower(arena[other] as number)) return false;
  }
  return true;
};

/** For each code, the first code of the same letters whatever their case; undefined when each stands for itself. */
const foldCodes = (column: Column): Uint32Array | undefined => {
  if (!surveyColumn(column).capitals) return undefined;
  const { size } = column;
  const first = new Uint32Array(size);
  const mask = 2 ** Math.ceil(Math.log2(size * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  for (let code = 0; code < size; code++) {
    let slot = hashOf(column, code) & mask;
    while ((slots[slot] as number) >= 0 && !areSame(column, slots[slot] as number, code)) {
      slot = (slot + 1) & mask;
    }
    if ((slots[slot] as number) < 0) slots[slot] = code;
    first[code] = slots[slot] as number;
  }
  return first;
};

/** By code, 1 for values of several rows that are not blank; undefined when there is none. */
const flagRepeated = (column: Column, rows: number, most: number): Uint8Array | undefined => {
  const { counts, size } = column;
  let flags: Uint8Array | undefined;
  // Each row beyond a value's first leaves one value fewer: when all are found, the rest stands in one row each.
  let unseen = rows - size;
  for (let code = 0; code < size && unseen > 0; code++) {
    const count = counts[code] as number;
    if (count < 2) continue;
    unseen -= count - 1;
    if (count > most || isBlank(column, code)) continue;
    flags ??= new Uint8Array(size);
    flags[code] = 1;
  }
  return flags;
};

/** The same of values that are one but for their case. */
const flagFolded = (column: Column, first: Uint32Array, most: number): Uint8Array | undefined => {
  const { counts, size } = column;
  const totals = new Uint32Array(size);
  for (let code = 0; code < size; code++) {
    const at = first[code] as number;
    totals[at] = (totals[at] as number) + (counts[code] as number);
  }
  let flags: Uint8Array | undefined;
  for (let code = 0; code < size; code++) {
    const total = totals[first[code] as number] as number;
    if (total < 2 || total > most || isBlank(column, code)) continue;
    flags ??= new Uint8Array(size);
    flags[code] = 1;
  }
  return flags;
};

/**
 * The rows in which a value occurs that is not theirs alone: by value, in the file's order. `include` leaves rows out, and
 * values of more than `most` rows are passed over. Almost every value of a good file is alone, and is never looked at.
 */
export const rowsOfSharedValues = (
  column: Column,
  rows: number,
  include: (row: number) => boolean,
  most = rows,
): number[][] => {
  const first = foldCodes(column);
  const shared = first === undefined ? flagRepeated(column, rows, most) : flagFolded(column, first, most);
  if (shared === undefined) return [];
  const { codes } = column;
  const groups = new Map<number, number[]>();
  for (
    let row = nextFlagged(codes, shared, 0, rows);
    row < rows;
    row = nextFlagged(codes, shared, row + 1, rows)
  ) {
    if (!include(row)) continue;
    const code = codes[row] as number;
    const at = first === undefined ? code : (first[code] as number);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};
