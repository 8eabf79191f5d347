import type { Codes, Column } from "../table/table.ts";

/** Rows that repeat an earlier row's values in all columns of a key, each with the first row that has them. */
export type Repeats = { rows: number[]; firsts: number[] };

type Part = {
  codes: Codes;
  counts: Codes;
  /** By code: whether a row with this value is left out. */
  skip: Uint8Array | undefined;
};

/** A multiplier with well-spread bits (2^32 divided by the golden ratio). */
const spread = 0x9e3779b1;

/**
 * Finds the rows that are equal in all `columns`, on codes alone: equal values of a column have equal codes. `skip` gives,
 * for a column, the codes whose rows are left out. Takes the time of one look at each row and at most 8 bytes a row.
 */
export const findRepeats = (
  columns: readonly Column[],
  rows: number,
  skip: readonly (readonly number[])[] = [],
): Repeats => {
  const found: Repeats = { rows: [], firsts: [] };
  // A value that stands in one row cannot be repeated, alone or together with others.
  if (columns.length === 0 || columns.some(({ size }) => size >= rows)) return found;
  const parts = columns.map(({ codes, counts, size }, index): Part => {
    const left = skip[index] ?? [];
    if (left.length === 0) return { codes, counts, skip: undefined };
    const flags = new Uint8Array(size);
    for (const code of left) flags[code] = 1;
    return { codes, counts, skip: flags };
  });
  const wanted = countCandidates(parts, rows);
  if (wanted < 2) return found;
  // Row numbers from 1 by hash, at most two thirds full; 0 is an empty place.
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(wanted * 1.5)));
  const mask = places.length - 1;
  const placeOf = makePlaceOf(columns, parts, places.length);
  for (let row = 0; row < rows; row++) {
    if (!isCandidate(parts, row)) continue;
    let at = placeOf(row) & mask;
    for (;;) {
      const other = places[at] as number;
      if (other === 0) {
        places[at] = row + 1;
        break;
      }
      if (isEqual(parts, row, other - 1)) {
        found.rows.push(row);
        found.firsts.push(other - 1);
        break;
      }
      at = (at + 1) & mask;
    }
  }
  return found;
};

/** Rows of one value that may lie side by side without making each other slow to find. */
const neighbours = 64;

/**
 * Where a row is looked for. Exports are in the order of one of the columns: rows of its value then lie side by side, which
 * memory likes. Where one value has too many rows, all are spread.
 */
const makePlaceOf = (
  columns: readonly Column[],
  parts: readonly Part[],
  size: number,
): ((row: number) => number) => {
  const main = columns.reduce((a, b) => (b.size > a.size ? b : a));
  let most = 0;
  for (let code = 0; code < main.size; code++) most = Math.max(most, main.counts[code] as number);
  if (most > neighbours) return (row) => hashOf(parts, row);
  const { codes } = main;
  const step = size / main.size;
  return (row) => Math.floor((codes[row] as number) * step) + (hashOf(parts, row) & (neighbours - 1));
};

const isCandidate = (parts: readonly Part[], row: number): boolean => {
  for (let index = 0; index < parts.length; index++) {
    const { codes, counts, skip } = parts[index] as Part;
    const code = codes[row] as number;
    if ((counts[code] as number) < 2 || (skip !== undefined && skip[code] === 1)) return false;
  }
  return true;
};

const countCandidates = (parts: readonly Part[], rows: number): number => {
  let count = 0;
  for (let row = 0; row < rows; row++) if (isCandidate(parts, row)) count++;
  return count;
};

const hashOf = (parts: readonly Part[], row: number): number => {
  let hash = 0;
  for (let index = 0; index < parts.length; index++) {
    hash = Math.imul(hash ^ ((parts[index] as Part).codes[row] as number), spread);
    hash ^= hash >>> 15;
  }
  return hash;
};

const isEqual = (parts: readonly Part[], row: number, other: number): boolean => {
  for (let index = 0; index < parts.length; index++) {
    const { codes } = parts[index] as Part;
    if (codes[row] !== codes[other]) return false;
  }
  return true;
};
