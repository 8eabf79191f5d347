import type { Opened, OpenOptions } from "./open-options.ts";
import { createPause } from "./pause.ts";
import { fatalProblem } from "./problems.ts";
import { tooLarge } from "./workbook-limits.ts";
import { readParts } from "./workbook-parts.ts";
import { readSheet } from "./workbook-sheet.ts";
import { openStrings } from "./workbook-strings.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { createBudget, zipEntryFile } from "./zip-entries.ts";

export const isWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ path }) => path === "xl/workbook.xml" || path === "[Content_Types].xml");

/**
 * Reads the first sheet of a workbook that holds anything, while it is unpacked: text as it stands, numbers as they are
 * stored, dates as ISO. Lines are the spreadsheet's row numbers. Throws file faults, and the signal's reason on a cancel.
 */
export const readWorkbook = async (
  name: string,
  blob: Blob,
  entries: readonly ZipEntry[],
  options: OpenOptions,
): Promise<Opened> => {
  const pause = createPause(options.signal);
  if (entries.some(({ encrypted }) => encrypted)) {
    return {
      file: name,
      problems: [fatalProblem("encrypted-file", name, { found: "a workbook with a password" })],
    };
  }
  const budget = createBudget(options.maxBytes);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const find = (path: string) => {
    const entry = byPath.get(path);
    return entry && zipEntryFile(path, blob, entry, budget);
  };
  const { sheets, strings: stringsPart, ...book } = await readParts(find, pause);
  const strings = openStrings(stringsPart, pause);
  try {
    for (const { name: title, part } of sheets) {
      if (part.size > budget.limit) throw tooLarge(`${Math.floor(budget.limit / (1024 * 1024))} MB`);
      const file = `${name}/${title}`;
      const opened = await readSheet({ file, bytes: blob.size, part, book, strings, options, pause });
      if (opened !== undefined) return opened;
    }
  } finally {
    await strings.close();
  }
  return { file: name, problems: [fatalProblem("empty-file", name)] };
};
