import { type ByteFile, type ByteReader, type Bytes, ignore } from "./byte-reader.ts";
import { closeLastLine, lastLineEnd } from "./piece-borders.ts";
import { blankLength, findCellEnd, quote, readQuoted, type Scan } from "./scan-fields.ts";

/** A cell to be read again: the one of the row that stands `skip` rows after the row that begins at byte `offset`. */
export type CellPlace = { offset: number; skip: number };

/** So much is read for a place at first; four times as much each time that its row is not whole. */
const firstWindow = 16 * 1024;
/** So many places are read at a time. */
const together = 32;

/** The cells of one column at these places of a file, their offsets ascending, as text. `scan` says how its rows are written. */
export const readCells = async (
  file: ByteFile,
  scan: Scan,
  column: number,
  places: readonly CellPlace[],
): Promise<string[]> => {
  const groups = groupByOffset(places);
  const cells: string[] = [];
  const { readAt } = file;
  if (readAt === undefined) {
    const forward = readForward(file);
    try {
      for (const group of groups)
        cells.push(...(await readGroup(forward.readAt, file.size, scan, column, group)));
    } finally {
      await forward.close();
    }
    return cells;
  }
  for (let from = 0; from < groups.length; from += together) {
    const some = groups.slice(from, from + together);
    const read = some.map((group) => readGroup(readAt, file.size, scan, column, group));
    cells.push(...(await Promise.all(read)).flat());
  }
  return cells;
};

type ReadAt = NonNullable<ByteFile["readAt"]>;
type Group = { offset: number; skips: number[] };

const groupByOffset = (places: readonly CellPlace[]): Group[] => {
  const groups: Group[] = [];
  for (const { offset, skip } of places) {
    const last = groups.at(-1);
    if (last?.offset === offset) last.skips.push(skip);
    else groups.push({ offset, skips: [skip] });
  }
  return groups;
};

const readGroup = async (
  readAt: ReadAt,
  size: number,
  scan: Scan,
  column: number,
  { offset, skips }: Group,
): Promise<string[]> => {
  for (let window = firstWindow; ; window *= 4) {
    const ended = offset + window >= size;
    const cells = cellsIn(await readAt(offset, window), ended, scan, column, skips);
    if (cells !== undefined) return cells;
    if (ended) throw new Error("A file was shorter when read again.");
  }
};

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The cells of `column` in the rows so far down, ascending; undefined while a row of them is not whole. */
const cellsIn = (
  bytes: Bytes,
  ended: boolean,
  scan: Scan,
  column: number,
  skips: readonly number[],
): string[] | undefined => {
  let buffer = bytes;
  let end = bytes.length;
  if (ended && end > 0) {
    buffer = new Uint8Array(end + 2);
    buffer.set(bytes);
    end = closeLastLine(scan, buffer, end);
  }
  const limit = lastLineEnd(scan, buffer, end);
  const cells: string[] = [];
  let at = 0;
  for (let row = 0; cells.length < skips.length; row++) {
    for (let blank = -1; at < limit && blank !== 0; at += blank) blank = blankLength(scan, buffer, at);
    if (at >= limit) return undefined;
    const rowStart = at;
    for (let cell = 0; ; cell++) {
      const isQuoted = buffer[at] === quote;
      const cellEnd = isQuoted
        ? readQuoted(scan, buffer, at + 1, limit, rowStart)
        : findCellEnd(buffer, at, scan.delimiter, scan.lineEnd, scan.crlf);
      if (cellEnd < 0) return undefined;
      if (cell === column) {
        const text = isQuoted
          ? decoder.decode(bytesOf(scan.field, scan.fieldStart, scan.fieldEnd))
          : decoder.decode(buffer.subarray(at, cellEnd));
        while (skips[cells.length] === row) cells.push(text);
      }
      if (buffer[cellEnd] !== scan.delimiter) {
        at = cellEnd + scan.lineEndLength;
        break;
      }
      at = cellEnd + 1;
    }
  }
  return cells;
};

const bytesOf = ({ buffer, byteOffset }: DataView, start: number, end: number): Uint8Array =>
  new Uint8Array(buffer, byteOffset + start, end - start);

/** A packed file gives its bytes in order only: it is unpacked once more, as far as needed. Offsets must ascend. */
const readForward = (file: ByteFile): { readAt: ReadAt; close: ByteReader["close"] } => {
  const reader = file.open();
  let buffer: Bytes = new Uint8Array(1024 * 1024);
  let base = 0;
  let filled = 0;
  let ended = false;
  const fill = async () => {
    const got = await reader.read(buffer, filled, buffer.length - filled);
    buffer = got.buffer;
    ended = got.length === 0;
    filled += got.length;
  };
  return {
    readAt: async (offset, length) => {
      while (!ended && base + filled <= offset) {
        base += filled;
        filled = 0;
        await fill();
      }
      const passed = Math.min(filled, offset - base);
      buffer.copyWithin(0, passed, filled);
      base += passed;
      filled -= passed;
      if (length > buffer.length) {
        const larger = new Uint8Array(length);
        larger.set(buffer.subarray(0, filled));
        buffer = larger;
      }
      while (!ended && filled < length) await fill();
      return buffer.slice(0, Math.min(filled, length));
    },
    close: () => reader.close().catch(ignore),
  };
};
