import { unzipSync } from "fflate";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import type { Incoming, NamedBytes, Refusal } from "./incoming.ts";
import { readFlatRoster } from "./read-flat-roster.ts";
import { readOneRoster } from "./read-one-roster.ts";

const maxUnzippedBytes = 512 * 2 ** 20;

const baseName = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Opens a zip; throws when it is not one, is damaged or encrypted, or claims to hold too much. */
const openZip = (bytes: Uint8Array): NamedBytes[] => {
  // Bit 0 of the first entry's flags (APPNOTE 4.4.4), which fflate does not look at.
  if (((bytes[6] ?? 0) & 1) === 1) throw new Error("encrypted");
  let total = 0;
  const entries = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      if (total > maxUnzippedBytes) throw new Error("too large");
      return true;
    },
  });
  return Object.entries(entries).map(([path, data]) => ({ name: baseName(path), bytes: data }));
};

const toText = (cell: unknown) =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "");

/** Reads what a person uploaded: one OneRoster zip, loose CSVs, a flat CSV, or a workbook. */
export const readPackage = async (
  files: readonly NamedBytes[],
  today: string,
): Promise<Incoming | Refusal> => {
  const [first] = files;
  if (!first) return { refused: "No file was received.", file: "" };
  const name = first.name.toLowerCase();
  try {
    if (name.endsWith(".xlsx")) {
      const [sheet] = await readWorkbook(Buffer.from(first.bytes));
      return readFlatRoster(
        first.name,
        (sheet?.data ?? []).map((row) => row.map(toText)),
      );
    }
    if (name.endsWith(".zip")) return readOneRoster(openZip(first.bytes), today);
  } catch {
    return { refused: "The file could not be opened.", file: first.name };
  }
  const isFlat = files.length === 1 && !/^(orgs|users|classes|enrollments|demographics)\.csv$/.test(name);
  if (!isFlat) return readOneRoster(files, today);
  const lines = Papa.parse<string[]>(new TextDecoder().decode(first.bytes)).data;
  return readFlatRoster(first.name, lines);
};
