import { appendCoded, appendTexts } from "./block-columns.ts";
import { addValue, type ColumnBuilder, findCode } from "./column-builder.ts";
import { type Kernel, kernelOfThread } from "./kernel.ts";
import { markRow, type OwnValues, reserveOwnValues } from "./own-values.ts";
import type { Scan } from "./scan-fields.ts";
import { noteBlock } from "./table-builder.ts";

/** The block at hand: bytes[from .. until) of the piece lie in the kernel. */
export type Block = { kernel: Kernel; from: number; until: number };

/** A block for rows such as `scan` reads; undefined when the kernel cannot read them. */
export const startBlocks = (scan: Scan): Block | undefined => {
  const { builder, delimiter, lineEnd, crlf } = scan;
  const columns = builder.columns.length;
  const kernel = columns > 1 ? kernelOfThread() : undefined;
  if (kernel === undefined || columns > kernel.mostColumns) return undefined;
  kernel.describeRows(columns, delimiter, lineEnd, crlf);
  if (kernel.reader !== scan) {
    kernel.reader = scan;
    kernel.clearCaches(columns);
  }
  return { kernel, from: 0, until: 0 };
};

/** What the kernel remembers of a reader's values holds no more: their codes are others now. */
export const forgetValues = (scan: Scan) => {
  const kernel = kernelOfThread();
  if (kernel?.reader === scan) kernel.reader = undefined;
};

/**
 * Finds the rows of bytes[at .. limit) that can be read all at once, and returns how many there are: 0 when the row at `at`
 * must be read by itself. `limit` follows a line ending.
 */
export const findRows = (block: Block, bytes: Uint8Array, at: number, limit: number): number => {
  const { kernel } = block;
  if (at < block.until) {
    const rows = kernel.indexRows(at - block.from, block.until - block.from);
    if (rows > 0 || kernel.isOdd.value !== 0) return rows;
  }
  block.from = at;
  block.until = Math.min(limit, at + kernel.blockBytes);
  kernel.bytes.set(bytes.subarray(at, block.until + 2));
  return kernel.indexRows(0, block.until - at);
};

/** Puts the rows just found into the columns. Returns where the next one begins. */
export const takeRows = (block: Block, scan: Scan, rows: number): number => {
  const { builder } = scan;
  const { kernel, from } = block;
  const before = builder.rows;
  for (let index = 0; index < builder.columns.length; index++) {
    const column = builder.columns[index]!;
    if (column.distinct) appendTexts(kernel, column, index, rows, before);
    else if (column.own !== undefined) takeTokens(block, scan, column, column.own, index, rows);
    else takeCells(block, scan, column, index, rows);
  }
  noteBlock(builder, rows);
  return from + kernel.reached.value;
};

const takeCells = (block: Block, scan: Scan, column: ColumnBuilder, index: number, rows: number) => {
  const { kernel } = block;
  const questions = kernel.codeCells(index, rows);
  if (questions > 0) {
    answer(block, scan, column, 0, questions);
    kernel.takeAnswers(rows, questions);
  }
  appendCoded(kernel, column, rows, scan.builder.rows);
};

/** A hash table with more slots than this does not stay in the processor's nearest memory. */
const farMask = 0xffff;

/** Looks up the cells that the kernel asks for, from question `first` on. */
const answer = (
  { kernel, from }: Block,
  scan: Scan,
  column: ColumnBuilder,
  first: number,
  questions: number,
) => {
  const { askedRows, askedStarts, askedEnds, askedHashes, answers } = kernel;
  const { view, builder } = scan;
  const { slots, mask, starts: valueStarts, arena } = column;
  if (mask >= farMask) {
    // Places in memory that do not depend on each other are waited for together: what look-ups will need is touched first.
    let touched = 0;
    for (let question = first; question < questions; question++) {
      const hash = askedHashes[question]!;
      touched ^= arena[valueStarts[slots[hash & mask]! & mask]!]!;
    }
    kernel.touched ^= touched;
  }
  for (let question = first; question < questions; question++) {
    const start = from + askedStarts[question]!;
    const end = from + askedEnds[question]!;
    const hash = askedHashes[question]!;
    const code = findCode(column, view, start, end, hash);
    answers[question] =
      code >= 0 ? code : addValue(column, view, start, end, hash, builder.rows + askedRows[question]!);
  }
};

const takeTokens = (
  block: Block,
  scan: Scan,
  column: ColumnBuilder,
  own: OwnValues,
  index: number,
  rows: number,
) => {
  const { kernel } = block;
  const before = scan.builder.rows;
  const questions = kernel.hashTokens(index, rows);
  const firstToken = kernel.askedRows[0]!;
  if (firstToken >= 0) {
    if (before + rows > own.hashes.length) reserveOwnValues(own, (before + rows) * 2);
    own.hashes.set(kernel.hashes.subarray(0, rows), before);
    own.moreBits.set(kernel.moreBits.subarray(0, rows), before);
    markTokens(block, scan, own, rows);
  }
  // Codes are given in the order of the rows: what stands before the first token comes before it.
  let question = 1;
  if (own.code < 0) {
    while (question < questions && (firstToken < 0 || kernel.askedRows[question]! < firstToken)) question++;
    answer(block, scan, column, 1, question);
    if (firstToken >= 0) {
      answer(block, scan, column, 0, 1);
      own.code = kernel.answers[0]!;
    }
  }
  kernel.answers[0] = own.code;
  answer(block, scan, column, question, questions);
  kernel.takeAnswers(rows, questions);
  appendCoded(kernel, column, rows, before);
};

/** Notes where rows of tokens stand in the file. */
const markTokens = ({ kernel, from }: Block, scan: Scan, own: OwnValues, rows: number) => {
  const { codes, rowStarts } = kernel;
  const before = scan.builder.rows;
  let row = Math.max(0, own.nextMark - before);
  while (row < rows) {
    if (codes[row] === tokenCode) {
      markRow(own, before + row, scan.fileOffset + from + rowStarts[row]!);
      row = own.nextMark - before;
    } else row++;
  }
};

/** Question 0. */
const tokenCode = 0x80000000;
