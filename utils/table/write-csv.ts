import type { Column, Table } from "./table.ts";

export type CsvLayout = {
  /** Columns in the order in which they are written; `changed` is by code. */
  columns: readonly {
    column: Column;
    header: string;
    changed?: ReadonlyMap<number, { value: string }> | undefined;
  }[];
  /** Rows of the table that are not written, ascending. */
  without?: readonly number[];
  lineEnding: "\r\n" | "\n";
};

const [comma, quote, lf, cr] = [44, 34, 10, 13];
const encoder = new TextEncoder();
const pieceBytes = 256 * 1024;

/** Semicolons, tabs and pipes are quoted too: readers that guess the delimiter would count them. */
const special = new Uint8Array(256);
for (const byte of [comma, quote, lf, cr, 59, 9, 124]) special[byte] = 1;

const needsQuotes = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (special[bytes[at] as number] === 1) return true;
  return false;
};

const quoteBytes = (bytes: Uint8Array): Uint8Array => {
  const quoted = [quote];
  for (const byte of bytes) {
    if (byte === quote) quoted.push(quote);
    quoted.push(byte);
  }
  return Uint8Array.from([...quoted, quote]);
};

/** A cell in quotes where it needs them (RFC 4180), as UTF-8. */
const writeCell = (bytes: Uint8Array): Uint8Array =>
  needsQuotes(bytes, 0, bytes.length) ? quoteBytes(bytes) : bytes;

/** Without quotes a first cell that begins with this character would begin with a byte order mark. */
const writeHeader = (cell: string, index: number): Uint8Array => {
  const bytes = encoder.encode(cell);
  return index === 0 && cell.startsWith("\ufeff") ? quoteBytes(bytes) : writeCell(bytes);
};

/** A growing piece of the file. */
const createPiece = () => {
  let bytes = new Uint8Array(pieceBytes);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  };
  return {
    add: (from: Uint8Array, start: number, end: number) => {
      reserve(end - start);
      // Cells are short: a loop costs less than a view of the array.
      if (end - start < 24)
        for (let at = start; at < end; at++) bytes[length + at - start] = from[at] as number;
      else bytes.set(from.subarray(start, end), length);
      length += end - start;
    },
    isFull: () => length >= pieceBytes - 4096,
    take: (): Uint8Array<ArrayBuffer> => {
      const taken = bytes.slice(0, length);
      length = 0;
      return taken;
    },
  };
};

/**
 * A table as CSV in UTF-8 without a mark, in pieces of about 256 kB: commas, quotes only where they are needed. Besides the
 * table it holds one piece and the changed values.
 */
export function* writeCsv(
  { rows }: Pick<Table, "rows">,
  layout: CsvLayout,
): Generator<Uint8Array<ArrayBuffer>> {
  const { columns, without = [] } = layout;
  const end = encoder.encode(layout.lineEnding);
  const delimiter = Uint8Array.of(comma);
  const piece = createPiece();
  const changed = columns.map(({ changed: values, column }) => {
    const written: (Uint8Array | undefined)[] = [];
    for (const [code, { value }] of values ?? []) written[code] = writeCell(encoder.encode(value));
    return values === undefined || values.size === 0 ? undefined : { written, column };
  });
  // A row of one empty cell would be an empty line, which readers skip.
  const empty = columns.length === 1 ? Uint8Array.of(quote, quote) : new Uint8Array(0);

  for (const [index, { header }] of columns.entries()) {
    if (index > 0) piece.add(delimiter, 0, 1);
    const cell = writeHeader(header, index);
    piece.add(cell, 0, cell.length);
  }
  piece.add(end, 0, end.length);

  let skipped = 0;
  for (let row = 0; row < rows; row++) {
    if (without[skipped] === row) {
      skipped++;
      continue;
    }
    for (let index = 0; index < columns.length; index++) {
      if (index > 0) piece.add(delimiter, 0, 1);
      const { column } = columns[index]!;
      const code = column.codes[row] as number;
      const start = column.starts[code] as number;
      const until = column.starts[code + 1] as number;
      let cell = changed[index]?.written[code];
      if (cell === undefined && needsQuotes(column.arena, start, until)) {
        cell = quoteBytes(column.arena.subarray(start, until));
      }
      if (cell === undefined && start === until) cell = empty;
      if (cell === undefined) piece.add(column.arena, start, until);
      else piece.add(cell.length === 0 ? empty : cell, 0, cell.length === 0 ? empty.length : cell.length);
    }
    piece.add(end, 0, end.length);
    if (piece.isFull()) yield piece.take();
  }
  yield piece.take();
}

/** One row of text cells as CSV, with its line ending. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
