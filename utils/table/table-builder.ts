import { freeArray, hashBytes, viewOf } from "./bytes.ts";
import {
  addValue,
  appendCodes,
  type ColumnBuilder,
  createColumn,
  findCode,
  findInFinished,
  putEmpty,
  reserveCodes,
  reserveValues,
  trimColumn,
} from "./column-builder.ts";
import { endDistinct, joinEqualValues, makeDistinct, repeatsMany } from "./distinct-column.ts";
import { createLines, type Lines, lineOfRow } from "./lines.ts";
import { reserveOwnValues } from "./own-values.ts";
import type { Column, FileFacts, Table } from "./table.ts";

/** Rows are gathered here before their codes move to columns of the right width: 8,192 rows stay in the cache. */
export const batchRows = 8192;

/** After this many rows it is settled which columns have a value of their own in nearly every row. */
const distinctFrom = 4096;
/** In so many of them: a few repeated values are joined at the end for less than looking all of them up. */
const distinctShare = 0.8;
/** And once more whenever there are so many times the rows. */
const lookAgain = 8;

/** A file being read: what the scanner, Papa Parse's lane and workbooks all write to. */
export type TableBuilder = {
  readonly header: readonly string[];
  readonly columns: readonly ColumnBuilder[];
  readonly facts: FileFacts;
  readonly lines: Lines;
  /** Codes of the rows not yet moved to the columns, `batchRows` entries a column. */
  readonly batch: Uint32Array;
  pending: number;
  /** Rows in the columns. */
  rows: number;
  /** The table as it was handed out, kept in step with the columns. */
  view: { table: Mutable<Table>; columns: Mutable<Column>[] } | undefined;
  /** Whether a cell may hold a byte of zero; `false` once every value was looked at. */
  mayHoldNul: boolean;
  /** Whether the file is large enough for columns that look nothing up. */
  mayBeDistinct: boolean;
  /** From so many rows on those columns are asked whether they still may. */
  nextLook: number;
  /** Byte of the delimiter, -1 where there is none. */
  readonly delimiter: number;
};

export const createTableBuilder = (header: readonly string[], facts: FileFacts): TableBuilder => ({
  header,
  columns: header.map(createColumn),
  facts: { ...facts, columns: header.length },
  lines: createLines(),
  batch: new Uint32Array(batchRows * Math.max(1, header.length)),
  pending: 0,
  rows: 0,
  view: undefined,
  mayHoldNul: true,
  mayBeDistinct: true,
  nextLook: distinctFrom * lookAgain,
  delimiter: facts.delimiter === "" ? -1 : facts.delimiter.charCodeAt(0),
});

/** Moves the gathered rows to the columns. */
export const flushRows = (builder: TableBuilder) => {
  const { columns, batch, pending, rows } = builder;
  if (pending === 0) return;
  for (let index = 0; index < columns.length; index++) {
    appendCodes(columns[index]!, batch, index * batchRows, pending, rows);
  }
  builder.pending = 0;
  noteBlock(builder, pending);
};

/** Takes note of rows that were put into the columns as the file shows them, and learns from them how to go on. */
export const noteBlock = (builder: TableBuilder, rows: number) => {
  const before = builder.rows;
  noteRows(builder, rows);
  if (!builder.mayBeDistinct || before >= distinctFrom || builder.rows < distinctFrom) return;
  for (const column of builder.columns) {
    // Tokens kept without their text would not be found again among values that nobody looks up.
    if (column.size <= builder.rows * distinctShare || (column.own !== undefined && column.own.code >= 0))
      continue;
    column.own = undefined;
    makeDistinct(column);
  }
};

/**
 * The beginning of a file whose rows are in no order shows few of its repeated values: later, when there are many more rows,
 * columns of which too many values repeat are looked up after all. Returns which. All rows must be in the columns.
 */
export const lookAtDistinct = (builder: TableBuilder): number[] => {
  if (builder.rows < builder.nextLook) return [];
  builder.nextLook = builder.rows * lookAgain;
  const ended: number[] = [];
  for (const [index, column] of builder.columns.entries()) {
    if (!column.distinct || !repeatsMany(column, 1 - distinctShare)) continue;
    endDistinct(column, builder.rows);
    ended.push(index);
  }
  if (ended.length > 0) syncView(builder);
  return ended;
};

/** Takes note of rows that were put into the columns past the batch. */
export const noteRows = (builder: TableBuilder, rows: number) => {
  builder.rows += rows;
  builder.facts.rows = builder.rows;
  syncView(builder);
};

/** Reserves for the whole file what its beginning foretells, so that nothing is copied over and over. */
export const reserveFor = (builder: TableBuilder, bytesDone: number, bytesTotal: number) => {
  if (builder.rows < 256 || bytesDone <= 0) return;
  // Rows differ in length: 4 % more than the beginning foretells is cheaper than a copy at the end.
  const factor = (bytesTotal / bytesDone) * 1.04;
  const rows = Math.ceil(builder.rows * factor);
  for (const column of builder.columns) {
    if (column.own !== undefined) reserveOwnValues(column.own, rows);
    if (column.distinct || column.size > builder.rows * 0.9)
      reserveValues(column, rows, Math.ceil(column.starts[column.size]! * factor));
    reserveCodes(column, builder.rows + 1, rows);
    if (rows > column.codes.length) reserveCodes(column, rows);
  }
  syncView(builder);
};

const encoder = new TextEncoder();
let scratch = new Uint8Array(1024);

/** Texts that cells name by number: text `n` is the UTF-8 of view[starts[n] .. starts[n + 1]). */
export type SharedTexts = { readonly view: DataView; readonly starts: Uint32Array };

/**
 * Adds one row of cells; missing cells are empty, those past the header are dropped. Makes no strings, reads some; a number
 * is one of the `shared` texts.
 */
export const addRow = (builder: TableBuilder, cells: readonly (string | number)[], shared?: SharedTexts) => {
  if (builder.pending === batchRows) flushRows(builder);
  const { columns, batch } = builder;
  const row = builder.rows + builder.pending;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    const cell = cells[index] ?? "";
    let code: number;
    if (cell === "") code = putEmpty(column, row);
    else if (typeof cell === "number")
      code = putValue(column, shared!.view, shared!.starts[cell]!, shared!.starts[cell + 1]!, row);
    else {
      if (cell.length * 3 > scratch.length) scratch = new Uint8Array(cell.length * 3);
      const end = encoder.encodeInto(cell, scratch).written;
      code = putValue(column, viewOf(scratch), 0, end, row);
    }
    batch[index * batchRows + builder.pending] = code;
  }
  builder.pending++;
};

const putValue = (column: ColumnBuilder, view: DataView, start: number, end: number, row: number): number => {
  const hash = hashBytes(view, start, end);
  const code = column.distinct ? -1 : findCode(column, view, start, end, hash);
  return code < 0 ? addValue(column, view, start, end, hash, row) : code;
};

/** Ends the reading: the table's arrays shrink to what they hold. */
export const finishTable = (builder: TableBuilder) => {
  flushRows(builder);
  for (const column of builder.columns) {
    appendCodes(column, builder.batch, 0, 0, builder.rows);
    if (column.distinct) joinEqualValues(column, builder.rows);
    trimColumn(column, builder.rows);
  }
  freeArray(builder.batch);
  syncView(builder);
};

/**
 * The table as it stands: its columns follow the builder, so the same object serves while the file is read
 * (codes, counts and sizes of whole rows) and after `finishTable`.
 */
export const viewTable = (builder: TableBuilder): Table => {
  const columns = builder.columns.map(viewColumn);
  const byName = new Map<string, Column>();
  for (const column of columns) if (!byName.has(column.name)) byName.set(column.name, column);
  const table: Mutable<Table> = {
    file: builder.facts,
    rows: builder.rows,
    header: builder.header,
    columns,
    column: (name) => byName.get(name),
    lineOf: (row) => lineOfRow(builder.lines, row),
  };
  builder.view = { table, columns };
  return table;
};

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Data properties, not getters: rules read them once a row. `syncView` brings them up to date with the builder. */
const viewColumn = (builder: ColumnBuilder): Mutable<Column> => ({
  name: builder.name,
  codes: builder.codes,
  size: builder.committed,
  counts: builder.counts,
  firstRow: builder.firstRow,
  arena: builder.arena,
  starts: builder.starts,
  ownCode: undefined,
  valueOf: (code) => {
    if (code === builder.own?.code) return "";
    if (!(code >= 0 && code < builder.committed))
      throw new RangeError(`column ${builder.name} has no code ${code}`);
    return decoder.decode(builder.arena.subarray(builder.starts[code]!, builder.starts[code + 1]!));
  },
  codeOf: (value) => {
    const bytes = encoder.encode(value);
    return findInFinished(builder, bytes, 0, bytes.length);
  },
  codeOfBytes: (bytes, start, end) => findInFinished(builder, bytes, start, end),
});

/** What the table shows of its columns, after rows were added or arrays moved. */
const syncView = ({ view, columns, rows }: TableBuilder) => {
  if (view === undefined) return;
  view.table.rows = rows;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    const seen = view.columns[index]!;
    seen.codes = column.codes;
    seen.size = column.committed;
    seen.counts = column.counts;
    seen.firstRow = column.firstRow;
    seen.arena = column.arena;
    seen.starts = column.starts;
    seen.ownCode = column.own?.code;
  }
};
