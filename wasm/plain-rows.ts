import { bytesAt, endsAt, rowStartsAt } from "./layout";
import {
  bitsBefore,
  columns,
  delimiter,
  endRows,
  fillStarts,
  isFull,
  isPair,
  lineEnd,
  lineFeed,
  marksOf,
  reached,
  rows,
} from "./rows";

/**
 * Goes on finding rows before `length` as long as there is no quote: all places of separators and line ends are noted, and
 * only of each line end it is asked whether it is where it should be. Returns whether a quote is what ended it.
 */
export function findPlainRows(length: i32): bool {
  const width = columns;
  const pair = isPair;
  const separators = i8x16.splat(<i8>delimiter);
  const endings = i8x16.splat(<i8>lineEnd);
  const quotes = i8x16.splat(0x22);
  const endLength = pair ? 2 : 1;
  const first = rows;
  let row = first;
  let rowStart = reached;
  // Places noted so far.
  let noted = row * width;
  let isQuoted = false;
  let odd = false;
  let full = false;
  for (let base = rowStart; base < length; base += 64) {
    const at = bytesAt + base;
    const within = bitsBefore(base, length);
    if ((marksOf(at, quotes) & within) != 0) {
      isQuoted = true;
      break;
    }
    let ends = marksOf(at, endings) & within;
    let marks = (marksOf(at, separators) & within) | ends;
    while (ends != 0) {
      const mark = ends & -ends;
      const place = base + <i32>ctz(ends);
      ends ^= mark;
      if (
        noted + <i32>popcnt(marks & (mark - 1)) != row * width + width - 1 ||
        (pair && <i32>load<u8>(bytesAt + place + 1) != lineFeed)
      ) {
        odd = true;
        break;
      }
      store<i32>(rowStartsAt + row * 4, rowStart);
      rowStart = place + endLength;
      row++;
      if (isFull(row)) {
        full = true;
        break;
      }
    }
    let to = endsAt + noted * 4;
    noted += <i32>popcnt(marks);
    // Eight at a time: to ask after each whether there is another costs more than to write some for nothing.
    do {
      store<i32>(to, base + <i32>ctz(marks));
      marks &= marks - 1;
      store<i32>(to + 4, base + <i32>ctz(marks));
      marks &= marks - 1;
      store<i32>(to + 8, base + <i32>ctz(marks));
      marks &= marks - 1;
      store<i32>(to + 12, base + <i32>ctz(marks));
      marks &= marks - 1;
      store<i32>(to + 16, base + <i32>ctz(marks));
      marks &= marks - 1;
      store<i32>(to + 20, base + <i32>ctz(marks));
      marks &= marks - 1;
      store<i32>(to + 24, base + <i32>ctz(marks));
      marks &= marks - 1;
      store<i32>(to + 28, base + <i32>ctz(marks));
      marks &= marks - 1;
      to += 32;
    } while (marks != 0);
    if (odd || full) break;
    if (noted >= row * width + width) {
      odd = true;
      break;
    }
  }
  fillStarts(first, row);
  endRows(row, rowStart, odd);
  return isQuoted;
}
