import { findPlainRows } from "./plain-rows";
import { findQuotedRows } from "./quoted-rows";
import { beginRows, rows } from "./rows";

/** The scanner's inner loops, compiled to WebAssembly: see `utils/table/kernel.ts`. */
export { clearCaches, codeCells, isUniform, takeAnswers } from "./cells";
export { countRuns, narrowCodes } from "./codes";
export {
  answersAt,
  askedEndsAt,
  askedHashesAt,
  askedRowsAt,
  askedStartsAt,
  blockBytes,
  blockRows,
  bytesAt,
  codesAt,
  moreBitsAt,
  hashesAt,
  mostColumns,
  narrowAt,
  rowStartsAt,
  runCodesAt,
  runLengthsAt,
  textAt,
  textEndsAt,
} from "./layout";
export { describeRows, isOdd, reached } from "./rows";
export { gatherText } from "./texts";
export { hashTokens } from "./tokens";

/**
 * Finds the cells of whole rows among the bytes from `from` to `length`; two bytes more must be there. It stops before a row
 * that is odd: of another width, blank, with a doubled quote or a line break inside a cell, or with something after a closing
 * quote. Returns the number of rows; see `reached` and `isOdd`.
 */
export function indexRows(from: i32, length: i32): i32 {
  beginRows(from);
  while (findPlainRows(length) && findQuotedRows(length));
  return rows;
}
