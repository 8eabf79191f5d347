import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeBadInputs } from "./bad-inputs.ts";
import { makeBadPackages } from "./bad-packages.ts";
import { writeFlatWorkbook } from "./flat-roster.ts";
import { makeDistrict } from "./make-district.ts";
import { makeNextWeek, type NextWeek } from "./next-week.ts";
import { toOneRosterRows, writeOneRoster } from "./one-roster.ts";
import { zipCsvs } from "./package-files.ts";

const put = (folder: string, files: readonly { name: string; bytes: string | Uint8Array }[]) => {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
};

/**
 * Writes what the demo and the tests read: `feed/` (the nightly package), `uploads/` (good.zip, good.xlsx,
 * next-week.zip, next-week.xlsx, bad-*.zip), `uploads/loose/` and `uploads/bad-input/`. Returns what next week changes.
 */
export const writeDemoFiles = async (folder: string): Promise<NextWeek> => {
  const district = makeDistrict();
  const files = writeOneRoster(toOneRosterRows(district));
  const nextWeek = makeNextWeek(district);
  const texts = files.map(({ name, text }) => ({ name, bytes: text }));
  const uploads = join(folder, "uploads");
  put(join(folder, "feed"), texts);
  put(join(uploads, "loose"), texts);
  put(uploads, [
    { name: "good.zip", bytes: zipCsvs(files) },
    { name: "good.xlsx", bytes: writeFlatWorkbook(district) },
    { name: "next-week.zip", bytes: zipCsvs(writeOneRoster(toOneRosterRows(nextWeek.district))) },
    { name: "next-week.xlsx", bytes: writeFlatWorkbook(nextWeek.district) },
    ...makeBadPackages(district),
  ]);
  put(join(uploads, "bad-input"), makeBadInputs(files));
  return nextWeek;
};

if (import.meta.main) {
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error("Usage: node test/district/write-demo-files.ts FOLDER");
    process.exitCode = 2;
  } else {
    await writeDemoFiles(folder);
  }
}
