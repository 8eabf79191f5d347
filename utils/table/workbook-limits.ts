import { Zip, ZipPassThrough } from "fflate";
import type { ByteFile, Bytes } from "./byte-reader.ts";
import { fileFault } from "./file-fault.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { type ZipBudget, zipEntryFile } from "./zip-entries.ts";

/** Past these a workbook is refused: reading it would take several times as much memory. */
export const workbookLimits = { xmlBytes: 64 * 1024 * 1024, rows: 200_000, columns: 200 } as const;

const tooLarge = (limit: string) => fileFault("file-too-large", { limit, saveAs: "CSV" });

/**
 * The parts of a workbook that its reader looks at, unpacked as they are counted, in a zip that packs nothing: the reader
 * unpacks long parts in workers made of a blob, which an extension's policy forbids (Firefox heeds it in workers too).
 * Throws file faults: too large, damaged, a bomb.
 */
export const unpackWorkbook = async (
  blob: Blob,
  entries: readonly ZipEntry[],
  budget: ZipBudget,
  pause: () => Promise<void>,
): Promise<Blob> => {
  const parts = entries.filter(({ path }) => path.endsWith(".xml") || path.endsWith(".xml.rels"));
  const bytes = parts.reduce((sum, { size }) => sum + size, 0);
  if (bytes > workbookLimits.xmlBytes) throw tooLarge("64 MB");
  const pieces: Bytes[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    // fflate's types leave open what memory its pieces lie in; it is always their own.
    pieces.push(piece as Bytes);
  });
  for (const entry of parts) {
    const part = new ZipPassThrough(entry.path);
    zip.add(part);
    const take = (piece: Bytes) => part.push(piece);
    await readPart(zipEntryFile(entry.path, blob, entry, budget), isSheet(entry.path), take, pause);
    part.push(new Uint8Array(0), true);
  }
  zip.end();
  return new Blob(pieces);
};

export const isSheet = (path: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(path);

const chunkBytes = 64 * 1024;
/** Longer than any cell's or row's opening tag, of which a chunk may hold only the beginning. */
const overlap = 1024;

const readPart = async (
  part: ByteFile,
  sheet: boolean,
  take: (piece: Bytes) => void,
  pause: () => Promise<void>,
) => {
  const reader = part.open();
  try {
    let buffer: Bytes = new Uint8Array(chunkBytes);
    let tail = "";
    const decoder = new TextDecoder();
    for (;;) {
      const got = await reader.read(buffer, 0, chunkBytes);
      buffer = got.buffer;
      if (got.length === 0) return;
      const piece = buffer.slice(0, got.length);
      take(piece);
      if (sheet) {
        const text = tail + decoder.decode(piece, { stream: true });
        checkExtent(text);
        tail = text.slice(-overlap);
      }
      await pause();
    }
  } finally {
    await reader.close();
  }
};

/** Row and cell numbers are claims of the file: one `r="999999999"` makes a reader fill in that many rows. */
const checkExtent = (text: string) => {
  for (const [, row] of text.matchAll(/<(?:\w+:)?row\s(?:[^>]*\s)?r=["'](\d+)/g)) {
    if (Number(row) > workbookLimits.rows) throw tooLarge("200,000 rows");
  }
  for (const [, letters, row] of text.matchAll(/<(?:\w+:)?c\s(?:[^>]*\s)?r=["']([A-Za-z]*)(\d*)/g)) {
    if (Number(row) > workbookLimits.rows) throw tooLarge("200,000 rows");
    if (columnNumber(letters!) > workbookLimits.columns) throw tooLarge("200 columns");
  }
};

const columnNumber = (letters: string): number => {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
};
