import Papa from "papaparse";
import type { ByteFile, Bytes } from "./byte-reader.ts";
import type { Dialect } from "./dialect.ts";
import type { OpenOptions } from "./open-options.ts";
import { problem } from "./problems.ts";
import type { Encoding, FileFacts, FileProblem } from "./table.ts";

/**
 * Files whose first row is not their header. The reader is shown the same file from its header on, or with the header it
 * lacks put before it, so that there is one way to read rows; lines are counted as they stand in the file.
 */
export type HeaderStart = {
  /** Bytes at the front that are passed over. */
  skip: number;
  /** Lines passed over, or -1 where a line was put before the first. */
  lines: number;
  /** What stands in their place. */
  prefix: Bytes;
  facts: Pick<FileFacts, "titleLines" | "headerless">;
  problem: FileProblem;
};

/** Rows that are shown to the one who knows headers. */
export const shownRows = 10;
/** Characters kept of a title line, and lines of them. */
const titleLength = 200;

type Row = { cells: string[]; at: number };

/** Rows with anything in them among the first ones of a file; `at` counts every row, blank ones too. */
const firstRows = (text: string, whole: boolean, { delimiter, newline }: Dialect): Row[] => {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: shownRows * 2 });
  // The sample may cut the last row short.
  const rows = whole || data.length === shownRows * 2 ? data : data.slice(0, -1);
  return rows
    .map((cells, at) => ({ cells, at }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== "")
    .slice(0, shownRows);
};

/** Where reading begins when not on the first row; undefined for files as they ought to be. */
export const findStart = (
  file: ByteFile,
  head: Uint8Array,
  text: string,
  { encoding, dialect, options }: { encoding: Encoding; dialect: Dialect; options: OpenOptions },
): HeaderStart | undefined => {
  if (options.findHeader === undefined) return undefined;
  const rows = firstRows(text, head.length === file.size, dialect);
  if (rows.length === 0) return undefined;
  const place = options.findHeader(
    rows.map(({ cells }) => cells),
    file.name,
  );
  if (place.row < 0 && "header" in place) {
    const line = `${place.header.join(dialect.delimiter)}${dialect.newline}`;
    return {
      skip: markLength(head),
      lines: -1,
      prefix: join(encoding === "utf-8-bom" ? utf8Mark : new Uint8Array(0), encode(line, encoding)),
      facts: { headerless: true },
      problem: headerMissing(file.name, place),
    };
  }
  const header = rows[place.row];
  if (place.row === 0 || header === undefined) return undefined;
  const { delimiter, newline } = dialect;
  const { meta } = Papa.parse(text, { delimiter, newline, preview: header.at, fastMode: false });
  const before = text.slice(0, meta.cursor);
  const lines = before.split(newline).length - 1;
  const titles = rows.slice(0, place.row).map(({ cells }) => cells);
  return {
    skip: offsetOfLine(head, lines, newline, encoding),
    lines,
    prefix: encoding === "utf-8-bom" ? utf8Mark : new Uint8Array(0),
    facts: { titleLines: titles.map(titleOf) },
    problem: titleLines(file.name, titles, lines),
  };
};

/** A title as a person reads it: its cells that hold anything. */
export const titleOf = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim() !== "")
    .join(", ")
    .slice(0, titleLength);

export const titleLines = (
  file: string,
  titles: readonly (readonly string[])[],
  lines: number,
): FileProblem => {
  const header = lines + 1;
  const places = titles.map((cells, index) => ({ line: index + 1, value: titleOf(cells) }));
  const text = titles.map(titleOf).find((title) => title !== "") ?? "";
  return problem("title-lines-before-header", file, { lines, header, text }, places, lines);
};

export const headerMissing = (
  file: string,
  { header, like }: { header: readonly string[]; like: string },
): FileProblem =>
  problem("header-missing", file, { like, columns: header.join(", "), width: header.length }, [{ line: 1 }]);

const utf8Mark: Bytes = Uint8Array.of(0xef, 0xbb, 0xbf);

const markLength = (head: Uint8Array): number => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 3;
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) ? 2 : 0;
};

const isWide = (encoding: Encoding): boolean => encoding === "utf-16le" || encoding === "utf-16be";

/** The byte after so many line endings. Not counted in characters: the text may hold some that are not its own. */
const offsetOfLine = (head: Uint8Array, lines: number, newline: string, encoding: Encoding): number => {
  const step = isWide(encoding) ? 2 : 1;
  const low = encoding === "utf-16be" ? 1 : 0;
  const high = step === 2 ? 1 - low : -1;
  const unit = (at: number) => (high >= 0 && head[at + high] !== 0 ? -1 : (head[at + low] ?? -1));
  let found = 0;
  let at = 0;
  while (at < head.length && found < lines) {
    const matches = [...newline].every((letter, index) => unit(at + index * step) === letter.charCodeAt(0));
    if (matches) found++;
    at += matches ? newline.length * step : step;
  }
  return at;
};

const encode = (text: string, encoding: Encoding): Bytes => {
  if (!isWide(encoding)) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
  return bytes;
};

const join = (first: Uint8Array, second: Uint8Array): Bytes => {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
};

/** The file from byte `skip` on, after `prefix`. */
export const windowFile = (file: ByteFile, { skip, prefix }: HeaderStart): ByteFile => ({
  name: file.name,
  ...(file.written !== undefined && { written: file.written }),
  size: file.size - skip + prefix.length,
  open: () => {
    const reader = file.open();
    let given = 0;
    let passed = 0;
    let delivered = 0;
    return {
      read: async (buffer, at, want) => {
        if (given < prefix.length && want > 0) {
          const part = prefix.subarray(given, given + want);
          buffer.set(part, at);
          given += part.length;
          return { buffer, length: part.length };
        }
        let memory = buffer;
        // What stands in our place of the title lines is not in the file: a read asked again would not bring it back.
        const before = at > delivered ? buffer.slice(0, at) : undefined;
        for (;;) {
          const got = await reader.read(memory, at, want);
          memory = got.buffer;
          if (before !== undefined) memory.set(before);
          const over = Math.min(skip - passed, got.length);
          passed += over;
          if (over === got.length && over > 0) continue;
          memory.copyWithin(at, at + over, at + got.length);
          delivered += got.length - over;
          return { buffer: memory, length: got.length - over };
        }
      },
      close: () => reader.close(),
    };
  },
});
