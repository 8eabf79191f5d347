import { type ColumnBuilder, growArena, growValues, reserveCodes } from "./column-builder.ts";
import type { Kernel } from "./kernel.ts";

/** Appends the codes of a block's rows, which the kernel holds, after the first `at` rows, and counts them. */
export const appendCoded = (kernel: Kernel, column: ColumnBuilder, rows: number, at: number) => {
  reserve(column, at + rows);
  if (kernel.isUniform.value !== 0) appendOne(column, kernel.codes[0]!, rows, at);
  else appendRuns(kernel, column, rows, at);
  const { counts } = column;
  let committed = column.size;
  while (committed > 0 && counts[committed - 1] === 0) committed--;
  column.committed = committed;
};

/** Codes are zero from the start. What is not written takes no memory: a column with one value has hardly any. */
const appendOne = ({ counts, codes }: ColumnBuilder, code: number, rows: number, at: number) => {
  counts[code] = counts[code]! + rows;
  if (code !== 0) codes.fill(code, at, at + rows);
};

const appendRuns = (kernel: Kernel, { counts, codes }: ColumnBuilder, rows: number, at: number) => {
  const runs = kernel.countRuns(rows);
  const { runCodes, runLengths } = kernel;
  for (let run = 0; run < runs; run++) {
    const code = runCodes[run]!;
    counts[code] = counts[code]! + runLengths[run]!;
  }
  const width = codes.BYTES_PER_ELEMENT;
  if (width < 4) kernel.narrowCodes(rows, width);
  const from = width === 4 ? kernel.codes : width === 2 ? kernel.halfwordsOfCodes : kernel.bytesOfCodes;
  codes.set(from.subarray(0, rows), at);
};

const reserve = (column: ColumnBuilder, rows: number) =>
  reserveCodes(column, rows, rows > column.codes.length ? rows * 2 : column.codes.length);

/** Appends the values of a block's rows to a column that looks nothing up. */
export const appendTexts = (
  kernel: Kernel,
  column: ColumnBuilder,
  index: number,
  rows: number,
  at: number,
) => {
  const first = column.size;
  const size = first + rows;
  if (size > column.counts.length) growValues(column, size * 2);
  const from = column.starts[first]!;
  const bytes = kernel.gatherText(index, rows, from);
  if (from + bytes > column.arena.length) growArena(column, (from + bytes) * 2, from);
  column.arena.set(kernel.text.subarray(0, bytes), from);
  column.starts.set(kernel.textEnds.subarray(0, rows), first + 1);
  column.size = size;
  column.committed = size;
  reserve(column, at + rows);
  const { codes, counts, firstRow } = column;
  for (let row = 0; row < rows; row++) {
    const code = first + row;
    codes[at + row] = code;
    counts[code] = 1;
    firstRow[code] = at + row;
  }
};
