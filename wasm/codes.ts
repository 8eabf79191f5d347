import { codesAt, narrowAt, runCodesAt, runLengthsAt } from "./layout";

/** Counts neighbouring rows of one code: `runCodesAt` and `runLengthsAt`. Returns how many such runs there are. */
export function countRuns(rows: i32): i32 {
  let runs = 0;
  let from = 0;
  let code = load<u32>(codesAt);
  for (let row = 1; row < rows; row++) {
    const next = load<u32>(codesAt + row * 4);
    if (next == code) continue;
    store<u32>(runCodesAt + runs * 4, code);
    store<i32>(runLengthsAt + runs * 4, row - from);
    runs++;
    from = row;
    code = next;
  }
  store<u32>(runCodesAt + runs * 4, code);
  store<i32>(runLengthsAt + runs * 4, rows - from);
  return runs + 1;
}

/** The codes in one or two bytes each, at `narrowAt`. */
export function narrowCodes(rows: i32, width: i32): void {
  if (width == 1) {
    for (let row = 0; row < rows; row++) store<u8>(narrowAt + row, load<u32>(codesAt + row * 4));
  } else {
    for (let row = 0; row < rows; row++) store<u16>(narrowAt + row * 2, load<u32>(codesAt + row * 4));
  }
}
