import type { ByteFile, Bytes } from "./byte-reader.ts";
import { fileFault } from "./file-fault.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { type ZipBudget, zipEntryFile } from "./zip-entries.ts";

/** Past these a workbook is refused: reading it would take several times as much memory. */
export const workbookLimits = { xmlBytes: 64 * 1024 * 1024, rows: 200_000, columns: 200 } as const;

const tooLarge = (limit: string) => fileFault("file-too-large", { limit, saveAs: "CSV" });

/**
 * Unpacks every part of a workbook that its reader will look at, counting as it goes and keeping nothing. Throws file
 * faults: too large, damaged, a bomb. Afterwards the sizes that the directory declares are true.
 */
export const checkWorkbook = async (
  blob: Blob,
  entries: readonly ZipEntry[],
  budget: ZipBudget,
  pause: () => Promise<void>,
) => {
  const parts = entries.filter(({ path }) => path.endsWith(".xml") || path.endsWith(".xml.rels"));
  const bytes = parts.reduce((sum, { size }) => sum + size, 0);
  if (bytes > workbookLimits.xmlBytes) throw tooLarge("64 MB");
  for (const entry of parts) {
    await checkPart(zipEntryFile(entry.path, blob, entry, budget), isSheet(entry.path), pause);
  }
};

export const isSheet = (path: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(path);

const chunkBytes = 64 * 1024;
/** Longer than any cell's or row's opening tag, of which a chunk may hold only the beginning. */
const overlap = 1024;

const checkPart = async (part: ByteFile, sheet: boolean, pause: () => Promise<void>) => {
  const reader = part.open();
  try {
    let buffer: Bytes = new Uint8Array(chunkBytes);
    let tail = "";
    const decoder = new TextDecoder();
    for (;;) {
      const got = await reader.read(buffer, 0, chunkBytes);
      buffer = got.buffer;
      if (got.length === 0) return;
      if (sheet) {
        const text = tail + decoder.decode(buffer.subarray(0, got.length), { stream: true });
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
