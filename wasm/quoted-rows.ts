import { bytesAt, endsAt, rowStartsAt, startsAt } from "./layout";
import {
  bitsBefore,
  columns,
  delimiter,
  endRows,
  isFull,
  isPair,
  lineEnd,
  lineFeed,
  marksOf,
  reached,
  rows,
} from "./rows";

const quote: i32 = 0x22;
const carriageReturn: i32 = 0x0d;

/**
 * Goes on finding rows before `length`, quoted cells among them, until a row has ended and no quote is near. Returns whether
 * it came that far; a doubled quote, or a line break within quotes, makes a row odd.
 */
export function findQuotedRows(length: i32): bool {
  const width = columns;
  const separator = delimiter;
  const ending = lineEnd;
  const pair = isPair;
  let row = rows;
  let cell = row * width * 4;
  let column = 0;
  let rowStart = reached;
  let start = rowStart;
  // Where the quoted cell has ended whose delimiter is to come.
  let quoteEnd = -1;
  let isQuoted = false;
  for (let base = rowStart; base < length; base += 64) {
    const at = bytesAt + base;
    const within = bitsBefore(base, length);
    const quotes = marksOf(at, i8x16.splat(<i8>quote)) & within;
    let marks =
      quotes |
      ((marksOf(at, i8x16.splat(<i8>separator)) |
        marksOf(at, i8x16.splat(<i8>carriageReturn)) |
        marksOf(at, i8x16.splat(<i8>lineFeed))) &
        within);
    while (marks != 0) {
      const place = base + <i32>ctz(marks);
      marks &= marks - 1;
      const byte: i32 = load<u8>(bytesAt + place);
      if (isQuoted) {
        if (byte == separator) continue;
        const after: i32 = load<u8>(bytesAt + place + 1);
        const isEnd =
          byte == quote &&
          (after == separator ||
            (after == ending && (!pair || <i32>load<u8>(bytesAt + place + 2) == lineFeed)));
        if (!isEnd) {
          endRows(row, rowStart, true);
          return false;
        }
        isQuoted = false;
        quoteEnd = place;
      } else if (byte == separator) {
        store<i32>(startsAt + cell, start);
        store<i32>(endsAt + cell, quoteEnd < 0 ? place : quoteEnd);
        quoteEnd = -1;
        start = place + 1;
        cell += 4;
        if (++column == width) {
          endRows(row, rowStart, true);
          return false;
        }
      } else if (byte == ending) {
        if (pair && <i32>load<u8>(bytesAt + place + 1) != lineFeed) continue;
        if (column != width - 1) {
          endRows(row, rowStart, true);
          return false;
        }
        store<i32>(startsAt + cell, start);
        store<i32>(endsAt + cell, quoteEnd < 0 ? place : quoteEnd);
        store<i32>(rowStartsAt + row * 4, rowStart);
        quoteEnd = -1;
        rowStart = place + (pair ? 2 : 1);
        start = rowStart;
        column = 0;
        row++;
        cell = row * width * 4;
        if (isFull(row) || (quotes & marks) == 0) {
          endRows(row, rowStart, false);
          return !isFull(row);
        }
      } else if (byte == quote && place == start) {
        isQuoted = true;
        start = place + 1;
      }
    }
  }
  endRows(row, rowStart, false);
  return false;
}
