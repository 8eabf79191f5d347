import { strToU8, type Zippable, zipSync } from "fflate";
import type { CsvFile } from "./csv.ts";

/** Fixed, in local time as a zip stores it, so that the same people give the same bytes. */
const mtime = new Date(2026, 10, 16, 1, 30, 0);

/** Zips named bytes or texts (UTF-8) in the order given. */
export const zipFiles = (files: readonly { name: string; data: string | Uint8Array }[]): Uint8Array => {
  const entries: Zippable = {};
  for (const { name, data } of files) entries[name] = typeof data === "string" ? strToU8(data) : data;
  return zipSync(entries, { mtime, level: 6 });
};

export const zipCsvs = (files: readonly CsvFile[]): Uint8Array =>
  zipFiles(files.map(({ name, text }) => ({ name, data: text })));
