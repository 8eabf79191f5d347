import { blockCells, blockRows, bytesAt, endsAt, rowStartsAt, startsAt } from "./layout";

const quote: i32 = 0x22;
const lineFeed: i32 = 0x0a;

let columns: i32 = 0;
let delimiter: i32 = 0;
let lineEnd: i32 = 0;
let isPair: bool = false;
/** Rows from one column's cells to the next column's. */
export let stride: i32 = 0;
/** Where the first row that was not read begins. */
export let reached: i32 = 0;
/** Whether that row is one that somebody else must read. */
export let isOdd: bool = false;

/** How the rows that follow are written: `pair` when a line feed follows the byte that ends a line. */
export function describeRows(width: i32, separator: i32, ending: i32, pair: bool): void {
  columns = width;
  delimiter = separator;
  lineEnd = ending;
  isPair = pair;
  stride = min(blockRows, blockCells / width);
}

/** A bit for each of 64 bytes that is `wanted`. */
// @ts-ignore: decorator
@inline
function marksOf(at: i32, wanted: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at), wanted))) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at + 16), wanted)))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at + 32), wanted)))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(v128.load(at + 48), wanted)))) << 48)
  );
}

/**
 * Finds the cells of whole rows among the bytes from `from` to `length`, up to `most` rows; two bytes more must be there. It
 * stops before a row that is odd: of another width, blank, with a doubled quote or a line break inside a cell, or with
 * something after a closing quote. Returns the number of rows; see `reached` and `isOdd`.
 */
export function indexRows(from: i32, length: i32, most: i32): i32 {
  const width = columns;
  const separator = delimiter;
  const ending = lineEnd;
  const pair = isPair;
  const rowsApart = stride * 4;
  const separators = i8x16.splat(<i8>separator);
  const endingBytes = i8x16.splat(<i8>ending);
  const rows = min(most, stride);
  let row = 0;
  let column = 0;
  let rowStart = from;
  let start = from;
  // Where the quoted cell has ended whose delimiter is to come.
  let quoteEnd = -1;
  let isQuoted = false;
  let cell = 0;
  isOdd = false;
  for (let base = from; base < length; base += 64) {
    const at = bytesAt + base;
    const within: u64 = base + 64 > length ? ((<u64>1) << (<u64>(length - base))) - 1 : u64.MAX_VALUE;
    const quotes = marksOf(at, i8x16.splat(0x22)) & within;
    const endings = marksOf(at, endingBytes) & within;
    let marks = (marksOf(at, separators) & within) | endings;
    if (quotes == 0 && !isQuoted) {
      while (marks != 0) {
        const mark = marks & -marks;
        const place = base + <i32>ctz(marks);
        marks ^= mark;
        if ((endings & mark) == 0) {
          store<i32>(startsAt + cell, start);
          store<i32>(endsAt + cell, quoteEnd < 0 ? place : quoteEnd);
          quoteEnd = -1;
          start = place + 1;
          cell += rowsApart;
          if (++column < width) continue;
        } else {
          if (pair && <i32>load<u8>(bytesAt + place + 1) != lineFeed) continue;
          if (column == width - 1) {
            store<i32>(startsAt + cell, start);
            store<i32>(endsAt + cell, quoteEnd < 0 ? place : quoteEnd);
            store<i32>(rowStartsAt + row * 4, rowStart);
            quoteEnd = -1;
            rowStart = place + (pair ? 2 : 1);
            start = rowStart;
            column = 0;
            row++;
            cell = row * 4;
            if (row < rows) continue;
            reached = rowStart;
            return row;
          }
        }
        isOdd = true;
        reached = rowStart;
        return row;
      }
      continue;
    }
    marks |= quotes;
    // Line breaks of every kind are looked for within quotes.
    marks |= (marksOf(at, i8x16.splat(0x0a)) | marksOf(at, i8x16.splat(0x0d))) & within;
    while (marks != 0) {
      const place = base + <i32>ctz(marks);
      marks &= marks - 1;
      const byte: i32 = load<u8>(bytesAt + place);
      if (isQuoted) {
        if (byte == separator) continue;
        if (byte != quote) {
          isOdd = true;
          reached = rowStart;
          return row;
        }
        const after: i32 = load<u8>(bytesAt + place + 1);
        if (
          after != separator &&
          (after != ending || (pair && <i32>load<u8>(bytesAt + place + 2) != lineFeed))
        ) {
          isOdd = true;
          reached = rowStart;
          return row;
        }
        isQuoted = false;
        quoteEnd = place;
        continue;
      }
      if (byte == separator) {
        store<i32>(startsAt + cell, start);
        store<i32>(endsAt + cell, quoteEnd < 0 ? place : quoteEnd);
        quoteEnd = -1;
        start = place + 1;
        cell += rowsApart;
        column++;
        if (column == width) {
          isOdd = true;
          reached = rowStart;
          return row;
        }
      } else if (byte == ending) {
        if (pair && <i32>load<u8>(bytesAt + place + 1) != lineFeed) continue;
        if (column != width - 1) {
          isOdd = true;
          reached = rowStart;
          return row;
        }
        store<i32>(startsAt + cell, start);
        store<i32>(endsAt + cell, quoteEnd < 0 ? place : quoteEnd);
        store<i32>(rowStartsAt + row * 4, rowStart);
        quoteEnd = -1;
        rowStart = place + (pair ? 2 : 1);
        start = rowStart;
        column = 0;
        row++;
        cell = row * 4;
        if (row == rows) {
          reached = rowStart;
          return row;
        }
      } else if (byte == quote && place == start) {
        isQuoted = true;
        start = place + 1;
      }
    }
  }
  reached = rowStart;
  return row;
}
