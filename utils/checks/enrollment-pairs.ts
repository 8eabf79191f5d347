import type { Codes } from "../table/table.ts";

/** Called with a row and the last row before it that has the same class and user. */
type OnPair = (row: number, before: number) => void;

/** Distinct classes and users. */
type Sizes = { classes: number; users: number };

/**
 * Rows of the same class and user. Exports keep the rows of a user, or of a class, together: then the last row of each
 * class (or user) is all that has to be remembered. Rows in no order go through a table of hashes.
 */
export const eachPair = (classes: Codes, users: Codes, sizes: Sizes, rows: number, onPair: OnPair): void => {
  const pairs =
    pairsInGroups(users, classes, sizes.users, sizes.classes, rows) ??
    pairsInGroups(classes, users, sizes.classes, sizes.users, rows) ??
    addByHash(
      classes,
      users,
      Int32Array.from({ length: rows }, (_, row) => row),
      [],
    );
  for (let at = 0; at < pairs.length; at += 2) onPair(pairs[at] as number, pairs[at + 1] as number);
};

type Groups = {
  groups: Codes;
  members: Codes;
  /** By group: 1 for one that was read, 2 for one that came back after another. */
  seen: Uint8Array;
  /** By member: the last row that has it. */
  lastRow: Int32Array;
  /** The group that is being read, and its first row. */
  group: number;
  start: number;
  returned: number;
  pairs: number[];
};

/** One call reads so many rows: the engine makes a short function fast sooner than a long loop. */
const step = 4096;
/**
 * Groups that come back are read again: stray rows make them do so, and teachers, whose rows stand with their classes. Where
 * more than one row in eight comes back, the file is not grouped this way.
 */
const isGrouped = (returned: number, rows: number): boolean => returned <= 1000 + rows / 8;

/** Pairs of a file in which the rows of nearly each group stand together; undefined for any other, which is soon plain. */
const pairsInGroups = (
  groups: Codes,
  members: Codes,
  groupCount: number,
  memberCount: number,
  rows: number,
): number[] | undefined => {
  const seen = new Uint8Array(groupCount);
  const lastRow = new Int32Array(memberCount).fill(-1);
  const state: Groups = { groups, members, seen, lastRow, group: -1, start: 0, returned: 0, pairs: [] };
  for (let row = 0; row < rows; row += step) {
    readGroups(state, row, Math.min(row + step, rows));
    if (!isGrouped(state.returned, row + step)) return undefined;
  }
  return state.returned === 0 ? state.pairs : readReturned(state, rows);
};

const readGroups = (state: Groups, from: number, until: number): void => {
  const { groups, members, seen, lastRow, pairs } = state;
  let { group, start } = state;
  for (let row = from; row < until; row++) {
    const next = groups[row] as number;
    if (next !== group) {
      if (seen[next] === 1) state.returned++;
      seen[next] = (seen[next] as number) === 0 ? 1 : 2;
      group = next;
      start = row;
    }
    const member = members[row] as number;
    const before = lastRow[member] as number;
    lastRow[member] = row;
    // A row of this group is not before its first.
    if (before >= start) pairs.push(row, before);
  }
  state.group = group;
  state.start = start;
};

/** The pairs with those of the groups that came back, which are looked for among all their rows. */
const readReturned = ({ groups, members, seen, pairs }: Groups, rows: number): number[] => {
  const all: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [row, before] = [pairs[at] as number, pairs[at + 1] as number];
    if (seen[groups[row] as number] === 1) all.push(row, before);
  }
  const returned = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (seen[groups[row] as number] === 2) returned[count++] = row;
  addByHash(groups, members, returned.subarray(0, count), all);
  return all;
};

/** Open addressing, at most half full; a slot holds the last row of its pair. */
const addByHash = (classes: Codes, users: Codes, rows: Int32Array, pairs: number[]): number[] => {
  const bits = Math.max(4, 33 - Math.clz32(rows.length));
  const slots = new Int32Array(2 ** bits).fill(-1);
  // An iterator makes an object a row.
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const slot = findSlot(slots, bits, classes, users, row);
    const before = slots[slot] as number;
    if (before >= 0) pairs.push(row, before);
    slots[slot] = row;
  }
  return pairs;
};

/** The slot of a row's class and user: theirs, or the free one where they belong. */
const findSlot = (slots: Int32Array, bits: number, classes: Codes, users: Codes, row: number): number => {
  const klass = classes[row] as number;
  const user = users[row] as number;
  const mask = slots.length - 1;
  let slot = Math.imul(Math.imul(klass, 0x9e3779b1) ^ user, 0x85ebca6b) >>> (32 - bits);
  for (;;) {
    const before = slots[slot] as number;
    if (before < 0 || (classes[before] === klass && users[before] === user)) return slot;
    slot = (slot + 1) & mask;
  }
};
