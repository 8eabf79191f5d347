import type { Codes } from "../table/table.ts";
import { findRepeatedPairs } from "./repeated-pairs.ts";

/** Called with a row and the last row before it that has the same class and user. */
type OnPair = (row: number, before: number) => void;

/** Distinct classes and users. */
type Sizes = { classes: number; users: number };

/**
 * Rows of the same class and user. Exports keep the rows of a user, or of a class, together: then the last row of each
 * class (or user) is all that has to be remembered. Rows in no order are told by their hashes.
 */
export const eachPair = (classes: Codes, users: Codes, sizes: Sizes, rows: number, onPair: OnPair): void => {
  const pairs =
    pairsInGroups(users, classes, sizes.users, sizes.classes, rows) ??
    pairsInGroups(classes, users, sizes.classes, sizes.users, rows) ??
    findRepeatedPairs(classes, users, rows);
  for (let at = 0; at < pairs.length; at += 2) onPair(pairs[at] as number, pairs[at + 1] as number);
};

type Groups = {
  groups: Codes;
  members: Codes;
  /** By group: 1 for one that was read, 2 for one that came back after another. */
  seen: Uint8Array;
  /** By member: the last row that has it. */
  lastRow: Int32Array;
  /** The first row of each run of rows of one group, as many as `count`. */
  starts: Int32Array;
  count: number;
  returned: number;
  pairs: number[];
};

/** One call reads so many rows: the engine makes a short function fast sooner than a long loop. */
const step = 4096;
/**
 * Groups that come back are read again: stray rows make them do so, and teachers, whose rows stand with their classes. Where
 * more than one row in eight comes back, the file is not grouped this way.
 */
const mostReturned = (rows: number): number => 1000 + Math.floor(rows / 8);

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
  const runs = groupCount + mostReturned(rows);
  const starts = new Int32Array(runs + step);
  const state: Groups = { groups, members, seen, lastRow, starts, count: 0, returned: 0, pairs: [] };
  for (let row = 0; row < rows; row += step) {
    readGroups(state, row, Math.min(row + step, rows));
    if (state.returned > mostReturned(row + step) || state.count > runs) return undefined;
  }
  return state.returned === 0 ? state.pairs : readReturned(state, rows);
};

const readGroups = (state: Groups, from: number, until: number): void => {
  const { groups, members, seen, lastRow, starts, pairs } = state;
  let { count, returned } = state;
  let start = count === 0 ? 0 : (starts[count - 1] as number);
  let group = count === 0 ? -1 : (groups[start] as number);
  for (let row = from; row < until; row++) {
    const next = groups[row] as number;
    if (next !== group) {
      if (seen[next] === 1) returned++;
      seen[next] = (seen[next] as number) === 0 ? 1 : 2;
      group = next;
      start = row;
      starts[count++] = row;
    }
    const member = members[row] as number;
    const before = lastRow[member] as number;
    lastRow[member] = row;
    // A row of this group is not before its first.
    if (before >= start) pairs.push(row, before);
  }
  state.count = count;
  state.returned = returned;
};

/** The pairs with those of the groups that came back, which are looked for among all their rows. */
const readReturned = ({ groups, members, seen, starts, count, pairs }: Groups, rows: number): number[] => {
  const all: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [row, before] = [pairs[at] as number, pairs[at + 1] as number];
    if (seen[groups[row] as number] === 1) all.push(row, before);
  }
  // Where no row of a page is written, the page takes no memory.
  const returned = new Int32Array(rows);
  let found = 0;
  for (let run = 0; run < count; run++) {
    const start = starts[run] as number;
    if (seen[groups[start] as number] !== 2) continue;
    const end = run + 1 < count ? (starts[run + 1] as number) : rows;
    for (let row = start; row < end; row++) returned[found++] = row;
  }
  const pairsOfThese = findRepeatedPairs(groups, members, found, returned);
  for (let at = 0; at < pairsOfThese.length; at++) all.push(pairsOfThese[at] as number);
  return all;
};
