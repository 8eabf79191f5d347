import { placeLimit, problem } from "./problems.ts";
import { quote, readQuoted, recordLimit, type Scan } from "./scan-fields.ts";
import type { FileProblem } from "./table.ts";

export type Header = {
  cells: string[];
  /** Position of the first byte after the header. */
  end: number;
  /** Line breaks within its cells. */
  breaks: number;
};

/**
 * Reads the row at `from` of bytes[.. limit), which ends with a line ending. Undefined, with the reason in `scan.stop`,
 * when it cannot be read (yet).
 */
export const readHeader = (
  scan: Scan,
  bytes: Uint8Array,
  from: number,
  limit: number,
): Header | undefined => {
  scan.stop = "none";
  const rowStart = from;
  let at = from;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const cells: string[] = [];
  let breaks = 0;
  for (;;) {
    if (bytes[at] === quote) {
      at = readQuoted(scan, bytes, at + 1, limit, rowStart);
      if (at < 0) return undefined;
      breaks += scan.fieldBreaks;
      cells.push(
        decoder.decode(
          new Uint8Array(scan.field.buffer, scan.field.byteOffset, scan.field.byteLength).subarray(
            scan.fieldStart,
            scan.fieldEnd,
          ),
        ),
      );
    } else {
      const start = at;
      while (bytes[at] !== scan.delimiter && !isLineEnd(scan, bytes, at)) at++;
      cells.push(decoder.decode(bytes.subarray(start, at)));
    }
    if (bytes[at] !== scan.delimiter) break;
    at++;
  }
  const end = at + (scan.crlf ? 2 : 1);
  if (end - rowStart > recordLimit) {
    scan.stop = "too-long";
    return undefined;
  }
  return { cells, end, breaks };
};

const isLineEnd = (scan: Scan, bytes: Uint8Array, at: number): boolean =>
  bytes[at] === scan.lineEnd && (!scan.crlf || bytes[at + 1] === 0x0a);

/** Names that objects already have: programs that turn rows into objects lose such a column without a word. */
const reservedNames = new Set(["__proto__", "constructor", "prototype"]);

/** What is wrong with the names of the columns, whatever the format. */
export const checkHeader = (file: string, cells: readonly string[], line: number): FileProblem[] => {
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  const empty: number[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell.trim() === "") empty.push(index);
    else if (seen.has(cell)) duplicates.add(cell);
    else seen.add(cell);
  }
  if (duplicates.size > 0) {
    const places = [...duplicates].map((column) => ({ line, column }));
    problems.push(problem("duplicate-header", file, { columns: [...duplicates].join(", ") }, places));
  }
  if (empty.length > 0) {
    // Spreadsheets leave empty columns at the end; one in the middle may hide data.
    const trailing = empty.filter((index, at) => cells.length - index === empty.length - at).length;
    const places = empty.slice(0, placeLimit).map((index) => ({ line, value: `column ${index + 1}` }));
    problems.push(problem("empty-header", file, { columns: empty.length, trailing }, places, empty.length));
  }
  const reserved = [...seen].filter((name) => reservedNames.has(name.trim()));
  if (reserved.length > 0) {
    const places = reserved.map((column) => ({ line, column }));
    problems.push(problem("reserved-header", file, { columns: reserved.join(", ") }, places));
  }
  return problems;
};
