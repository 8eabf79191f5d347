import { blockCells, blockRows, bytesAt, endsAt, rowStartsAt, startsAt } from "./layout";

export const lineFeed: i32 = 0x0a;

export let columns: i32 = 0;
export let delimiter: i32 = 0;
export let lineEnd: i32 = 0;
/** Whether a line feed follows the byte that ends a line. */
export let isPair: bool = false;
/** As many rows as a block may have. */
let mostRows: i32 = 0;

/** Rows found in the block. */
export let rows: i32 = 0;
/** Where the first row that was not read begins. */
export let reached: i32 = 0;
/** Whether that row is one that somebody else must read. */
export let isOdd: bool = false;

/** How the rows that follow are written. */
export function describeRows(width: i32, separator: i32, ending: i32, pair: bool): void {
  columns = width;
  delimiter = separator;
  lineEnd = ending;
  isPair = pair;
  mostRows = min(blockRows, blockCells / width);
}

export function beginRows(from: i32): void {
  rows = 0;
  reached = from;
  isOdd = false;
}

export function endRows(count: i32, at: i32, odd: bool): void {
  rows = count;
  reached = at;
  isOdd = odd;
}

// @ts-ignore: decorator
@inline
export function isFull(count: i32): bool {
  return count >= mostRows;
}

/** A bit for each of 64 bytes that is `wanted`. */
// @ts-ignore: decorator
@inline
export function marksOf(at: i32, wanted: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at), wanted))) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at + 16), wanted)))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at + 32), wanted)))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at + 48), wanted)))) << 48)
  );
}

/** The bits of the bytes from `base` on that stand before `length`. */
// @ts-ignore: decorator
@inline
export function bitsBefore(base: i32, length: i32): u64 {
  return base + 64 > length ? ((<u64>1) << (<u64>(length - base))) - 1 : u64.MAX_VALUE;
}

/** Where the cells of the rows from `first` to `until` begin: after the ends of those before. */
export function fillStarts(first: i32, until: i32): void {
  const width = columns;
  const from = first * width * 4;
  const end = until * width * 4;
  const one = i32x4.splat(1);
  for (let at = from; at < end; at += 16)
    v128.store(startsAt + at, i32x4.add(v128.load(endsAt + at - 4), one));
  for (let row = first; row < until; row++)
    store<i32>(startsAt + row * width * 4, load<i32>(rowStartsAt + row * 4));
}
