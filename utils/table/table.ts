/**
 * A parsed file: columns of codes into dictionaries of distinct values. Types only, so that the pure rooms may read
 * tables without knowing how bytes become one. Every rule works on distinct values first and on rows only when it must.
 */

export type Codes = Uint8Array | Uint16Array | Uint32Array;

export type Column = {
  /** The header cell as written (BOM and outer quotes removed, spaces kept). */
  readonly name: string;
  /**
   * `codes[row]` is the index of the row's distinct value; valid for row < table.rows. While a file is being read, equal
   * values may still have several codes, and the codes of a column may move once, when it ends; `firstRow` ascends always.
   */
  readonly codes: Codes;
  /** Number of distinct values; codes run from 0 to size - 1, in order of first appearance. */
  readonly size: number;
  /** How many rows hold each distinct value. */
  readonly counts: Codes;
  /** The first row that holds each distinct value. */
  readonly firstRow: Uint32Array;
  /** UTF-8 bytes of all distinct values end to end; value `c` is arena[starts[c] .. starts[c + 1]). */
  readonly arena: Uint8Array;
  readonly starts: Uint32Array;
  /** The code of all values that stand in one row each and whose text was not kept: no value, but many. */
  readonly ownCode?: number | undefined;
  /** The distinct value as text, "" for `ownCode`; made on demand, never cached. */
  valueOf(code: number): string;
  /** The code of a value, or -1 when no row holds it. */
  codeOf(value: string): number;
  /** The code of the value of another column (same bytes), or -1: joins without making strings. */
  codeOfBytes(bytes: Uint8Array, start: number, end: number): number;
};

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";
export type LineEnding = "crlf" | "lf" | "cr" | "none";

export type FileFacts = {
  /** File name as given; inside a zip or workbook "package.zip/users.csv", "roster.xlsx/Sheet1". */
  name: string;
  rows: number;
  columns: number;
  bytes: number;
  encoding: Encoding;
  lineEnding: LineEnding;
  /** "," "\t" ";" "|"; "" for a workbook. */
  delimiter: string;
  /** What stood on the lines above the header, which were passed over; absent where the header is the first row. */
  titleLines?: readonly string[];
  /** The file has no header: its columns were named by what they hold, or numbered. */
  headerless?: true;
  /** When the file was written, as its zip or its system says: "2026-11-21T01:30:00", in whatever zone that speaks of. */
  written?: string;
};

/** What can be wrong with a file before any format is known. Each is a rule of the same id in checks. */
export type ProblemKind =
  | "cell-too-long"
  | "duplicate-header"
  | "empty-file"
  | "empty-header"
  | "encrypted-file"
  | "example-row"
  | "file-changed"
  | "file-too-large"
  | "git-lfs-pointer"
  | "header-missing"
  | "header-only"
  | "irregular-quotes"
  | "not-utf-8"
  | "nul-bytes"
  | "ragged-rows"
  | "reserved-header"
  | "system-files-in-package"
  | "title-lines-before-header"
  | "truncated-zip"
  | "unclosed-quote"
  | "unreadable-workbook"
  | "unsafe-zip"
  | "wrong-delimiter"
  | "wrong-file-type"
  | "zip-in-zip";

export type FileProblem = {
  kind: ProblemKind;
  file: string;
  /** Whether nothing of the file could be read; otherwise the rest was read and is checked. */
  fatal: boolean;
  /** How often; 1 for a fact about the file. */
  count: number;
  /** Facts for the sentence, e.g. { encoding: "windows-1252" } or { limit: "500 MB" }. */
  args: Record<string, string | number>;
  /** First places, capped at a thousand. Line is 1-based. */
  places: { line?: number; column?: string; value?: string }[];
};

export type Table = {
  readonly file: FileFacts;
  readonly rows: number;
  readonly header: readonly string[];
  readonly columns: readonly Column[];
  /** The first column whose header is exactly `name`. */
  column(name: string): Column | undefined;
  /** 1-based line of the file on which the row starts. */
  lineOf(row: number): number;
};
