import { copy } from "./bytes";
import { bytesAt, endsAt, startsAt, textAt, textEndsAt } from "./layout";
import { columns } from "./rows";

/** Puts the values of a column one after the other; their ends, counted from `from`, stand at `textEndsAt`. Returns the last. */
export function gatherText(column: i32, rows: i32, from: i32): i32 {
  const starts = startsAt + column * 4;
  const ends = endsAt + column * 4;
  const apart = columns * 4;
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const start = bytesAt + load<i32>(starts + row * apart);
    const length = bytesAt + load<i32>(ends + row * apart) - start;
    copy(textAt + end, start, length);
    end += length;
    store<i32>(textEndsAt + row * 4, from + end);
  }
  return end;
}
