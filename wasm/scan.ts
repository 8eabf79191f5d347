/** The scanner's inner loops, compiled to WebAssembly: see `utils/table/kernel.ts`. */
export { describeRows, indexRows, isOdd, reached, stride } from "./index-rows";
export {
  clearCaches,
  codeCells,
  countRuns,
  gatherText,
  hashTokens,
  narrowCodes,
  takeAnswers,
} from "./columns";
export {
  answersAt,
  askedRowsAt,
  blockBytes,
  blockRows,
  bytesAt,
  codesAt,
  endsAt,
  halvesAt,
  hashesAt,
  mostColumns,
  narrowAt,
  rowStartsAt,
  runCodesAt,
  runLengthsAt,
  startsAt,
  textAt,
  textEndsAt,
} from "./layout";
