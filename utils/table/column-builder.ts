import { copyBytes, freeArray, hashBytes, isSame, viewOf } from "./bytes.ts";
import type { OwnValues } from "./own-values.ts";
import type { Codes } from "./table.ts";

/**
 * One column while its file is read. All builders come from `createColumn`, so that the scanner's loads stay
 * monomorphic; nothing in here is allocated per field.
 */
export type ColumnBuilder = {
  name: string;
  codes: Codes;
  /** Distinct values so far, those of a row still being read among them. */
  size: number;
  /** Distinct values of whole rows: what a table may show. */
  committed: number;
  counts: Codes;
  firstRow: Uint32Array;
  arena: Uint8Array;
  /** The arena's bytes as words. */
  view: DataView;
  starts: Uint32Array;
  /** Open addressing. A slot holds code + 1 in the bits of `mask` and the hash's other bits above; 0 is free. */
  slots: Int32Array;
  mask: number;
  /** Code of the row read last. */
  previousCode: number;
  /** In how many rows of the last batch the value was another than in the row before. */
  changes: number;
  /**
   * Nearly every row has a value of its own: values are appended without a look-up, and what is equal all the same is
   * joined by `joinEqualValues` when the file ends. Until then equal values may have several codes.
   */
  distinct: boolean;
  /** Set when the values need only be told apart. */
  own: OwnValues | undefined;
};

const firstSlots = 64;

export const createColumn = (name: string): ColumnBuilder => {
  const arena = new Uint8Array(256);
  return {
    name,
    codes: new Uint8Array(64),
    size: 0,
    committed: 0,
    counts: new Uint32Array(16),
    firstRow: new Uint32Array(16),
    arena,
    view: viewOf(arena),
    starts: new Uint32Array(17),
    slots: new Int32Array(firstSlots),
    mask: firstSlots - 1,
    previousCode: -1,
    changes: 0,
    distinct: false,
    own: undefined,
  };
};

/** The code of bytes[start .. end) in `column`, or -1. `hash` is `hashBytes` of the same bytes. */
export const findCode = (
  column: ColumnBuilder,
  bytes: DataView,
  start: number,
  end: number,
  hash: number,
): number => {
  const { slots, mask, starts, view } = column;
  const length = end - start;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = slots[slot]!;
    if (entry === 0) return -1;
    if (((entry ^ hash) & ~mask) !== 0) continue;
    const code = (entry & mask) - 1;
    const from = starts[code]!;
    if (starts[code + 1]! - from !== length) continue;
    if (isSame(view, from, bytes, start, length)) return code;
  }
};

/** Adds a value that `findCode` did not find; `row` is the first that holds it. Returns its code. */
export const addValue = (
  column: ColumnBuilder,
  bytes: DataView,
  start: number,
  end: number,
  hash: number,
  row: number,
): number => {
  const code = column.size;
  if (code === column.counts.length) growValues(column, code * 2);
  const from = column.starts[code]!;
  const until = from + end - start;
  if (until > column.arena.length) growArena(column, Math.max(until, column.arena.length * 2), from);
  copyBytes(bytes, start, end, column.view, from);
  column.starts[code + 1] = until;
  column.firstRow[code] = row;
  column.size = code + 1;
  if (column.distinct) return code;
  if ((code + 1) * 3 > (column.mask + 1) * 2) growSlots(column, (column.mask + 1) * 2);
  else putSlot(column.slots, column.mask, hash, code);
  return code;
};

/** Appends the codes of whole rows, counts them, and makes their values visible. */
export const appendCodes = (
  column: ColumnBuilder,
  batch: Uint32Array,
  from: number,
  rows: number,
  at: number,
) => {
  reserveCodes(column, at + rows, at + rows > column.codes.length ? (at + rows) * 2 : column.codes.length);
  const counts = column.counts;
  let changes = 0;
  let code = batch[from]!;
  let repeated = 0;
  for (let index = from; index < from + rows; index++) {
    const next = batch[index]!;
    if (next === code) repeated++;
    else {
      counts[code] = counts[code]! + repeated;
      changes++;
      code = next;
      repeated = 1;
    }
  }
  if (rows > 0) counts[code] = counts[code]! + repeated;
  column.changes = changes;
  // Codes are zero from the start. What is not written takes no memory: a column with one value has hardly any.
  if (changes > 0 || code !== 0) column.codes.set(batch.subarray(from, from + rows), at);
  // A row that was begun but not finished may have left values behind that no row holds yet.
  let committed = column.size;
  while (committed > 0 && counts[committed - 1] === 0) committed--;
  column.committed = committed;
};

/** Makes room for `rows` rows in codes wide enough for the values so far. */
export const reserveCodes = (column: ColumnBuilder, rows: number, capacity = rows) => {
  const bytes = column.size <= 0x100 ? 1 : column.size <= 0x10000 ? 2 : 4;
  const old = column.codes;
  if (bytes <= old.BYTES_PER_ELEMENT && rows <= old.length) return;
  const width = Math.max(bytes, old.BYTES_PER_ELEMENT);
  const length = Math.max(capacity, old.length);
  const codes =
    width === 1 ? new Uint8Array(length) : width === 2 ? new Uint16Array(length) : new Uint32Array(length);
  copyCodes(old, codes);
  freeArray(old);
  column.codes = codes;
};

/** Copies codes into an array of zeros, where they are not zero. */
export const copyCodes = (from: Codes, to: Codes) => {
  const block = 4096;
  for (let at = 0; at < from.length; at += block) {
    const until = Math.min(at + block, from.length);
    let index = at;
    while (index < until && from[index] === 0) index++;
    if (index < until) to.set(from.subarray(at, until), at);
  }
};

/** Makes room for `size` distinct values of `bytes` bytes in all, for a column known to hold about that many. */
export const reserveValues = (column: ColumnBuilder, size: number, bytes: number) => {
  if (size > column.counts.length) growValues(column, size);
  if (bytes > column.arena.length) growArena(column, bytes, column.starts[column.size]!);
  if (column.distinct) return;
  let slots = column.mask + 1;
  while (size * 3 > slots * 2) slots *= 2;
  if (slots > column.mask + 1) growSlots(column, slots);
};

/** Gives back what was reserved and not used; the hash table is dropped when large and made again when asked for. */
export const trimColumn = (column: ColumnBuilder, rows: number) => {
  const size = column.committed;
  const used = column.starts[size]!;
  column.size = size;
  column.codes = trim(column.codes, rows);
  column.counts = narrow(trim(column.counts, size));
  column.firstRow = shareRows(column.codes, trim(column.firstRow, size));
  column.starts = trim(column.starts, size + 1);
  column.arena = trim(column.arena, used);
  column.view = viewOf(column.arena);
  if (column.slots.length > keptSlots) {
    freeArray(column.slots);
    column.slots = new Int32Array(0);
    column.mask = -1;
  }
};

/** Tables up to 1 MiB stay. */
const keptSlots = 0x40000;

/** Makes the hash table of a column that has none. */
export const makeSlots = (column: ColumnBuilder) => {
  let slots = firstSlots;
  while (column.size * 3 > slots * 2) slots *= 2;
  growSlots(column, slots);
};

/** `findCode` on a finished column, whose hash table may have been dropped. */
export const findInFinished = (
  column: ColumnBuilder,
  bytes: Uint8Array,
  start: number,
  end: number,
): number => {
  if (column.size === 0) return -1;
  if (column.mask < 0) makeSlots(column);
  const view = viewOf(bytes);
  const code = findCode(column, view, start, end, hashBytes(view, start, end));
  return code < column.committed && code !== column.own?.code ? code : -1;
};

const trim = <T extends Codes>(array: T, length: number): T => {
  if (array.length === length) return array;
  // A copy costs its own size for a moment: worth it only when much is given back.
  if (array.length - length <= length >> 3) return array.subarray(0, length) as T;
  const shorter = array.slice(0, length) as T;
  freeArray(array);
  return shorter;
};

/** One array for both where each row has a value of its own: code and row are the same number then. */
const shareRows = (codes: Codes, firstRow: Uint32Array): Uint32Array => {
  if (!(codes instanceof Uint32Array) || codes.length !== firstRow.length) return firstRow;
  for (let row = 0; row < codes.length; row++)
    if (codes[row] !== row || firstRow[row] !== row) return firstRow;
  freeArray(firstRow);
  return codes;
};

/** The same numbers in as few bytes each as they need. */
const narrow = (numbers: Codes): Codes => {
  let most = 0;
  for (let index = 0; index < numbers.length; index++) most = Math.max(most, numbers[index]!);
  if (most > 0xffff) return numbers;
  const narrower = most > 0xff ? new Uint16Array(numbers) : new Uint8Array(numbers);
  freeArray(numbers);
  return narrower;
};

export const growValues = (column: ColumnBuilder, capacity: number) => {
  column.counts = enlarge(column.counts, capacity);
  column.firstRow = enlarge(column.firstRow, capacity);
  column.starts = enlarge(column.starts, capacity + 1);
};

const enlarge = (array: Codes, length: number): Uint32Array => {
  const larger = new Uint32Array(length);
  larger.set(array);
  freeArray(array);
  return larger;
};

/** A larger arena with the first `used` bytes of the old one. */
export const growArena = (column: ColumnBuilder, capacity: number, used: number) => {
  const arena = new Uint8Array(capacity);
  arena.set(column.arena.subarray(0, used));
  freeArray(column.arena);
  column.arena = arena;
  column.view = viewOf(arena);
};

/** Rebuilds the hash table from the arena, in the order of the codes: no hash is kept per value. */
const growSlots = (column: ColumnBuilder, count: number) => {
  const slots = new Int32Array(count);
  const mask = count - 1;
  const { view, starts, size, own } = column;
  for (let code = 0; code < size; code++) {
    // What stands for many values is none of them.
    if (code === own?.code) continue;
    putSlot(slots, mask, hashBytes(view, starts[code]!, starts[code + 1]!), code);
  }
  freeArray(column.slots);
  column.slots = slots;
  column.mask = mask;
};

const putSlot = (slots: Int32Array, mask: number, hash: number, code: number) => {
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = (hash & ~mask) | (code + 1);
};

/** The code of the empty value, added when new. */
export const putEmpty = (column: ColumnBuilder, row: number): number => {
  const hash = hashBytes(column.view, 0, 0);
  const code = column.distinct ? -1 : findCode(column, column.view, 0, 0, hash);
  return code >= 0 ? code : addValue(column, column.view, 0, 0, hash, row);
};
