import type { FilePlan, RepairPlan } from "../repair/repair.ts";
import { blobFile } from "../table/blob-file.ts";
import type { ByteFile } from "../table/byte-reader.ts";
import { isZip } from "../table/sniff.ts";
import type { SourceFile } from "../table/source.ts";
import { writeCsv } from "../table/write-csv.ts";
import { writeZip } from "../table/write-zip.ts";
import { readZipDirectory } from "../table/zip-directory.ts";
import { createBudget, zipEntryFile } from "../table/zip-entries.ts";

/** A file of the copy, written anew each time it is asked for. */
export type Copy = {
  /** As the original is called; a workbook written as text ends in .csv. */
  name: string;
  /** Name of the original; inside a zip the zip's. */
  original: string;
  changed: boolean;
  pieces: () => Iterable<Uint8Array<ArrayBuffer>> | AsyncIterable<Uint8Array<ArrayBuffer>>;
};

const pieceBytes = 1024 * 1024;

/** A file as it is, in pieces. */
export async function* readPieces(file: ByteFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = file.open();
  try {
    let buffer: Uint8Array<ArrayBuffer> = new Uint8Array(pieceBytes);
    for (;;) {
      const got = await reader.read(buffer, 0, pieceBytes);
      buffer = got.buffer;
      if (got.length === 0) return;
      yield buffer.slice(0, got.length);
    }
  } finally {
    await reader.close();
  }
}

/** Pieces as one blob; `type` is its media type. */
export const collect = async (
  pieces: Iterable<BlobPart> | AsyncIterable<BlobPart>,
  type = "",
): Promise<Blob> => {
  const parts: BlobPart[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Blob(parts, { type });
};

const writePlan = (plan: FilePlan) => () => {
  const { table } = plan.file;
  return writeCsv(table, {
    columns: plan.columns.flatMap(({ index, header }) => {
      const column = table.columns[index];
      return column === undefined ? [] : [{ column, header, changed: plan.cells.get(index) }];
    }),
    without: plan.emptyRows,
    lineEnding: table.file.lineEnding === "lf" ? "\n" : "\r\n",
  });
};

/** The plan of a file by its name; of a workbook, that of the sheet that was read. */
const findPlan = (plans: readonly FilePlan[], name: string): FilePlan | undefined =>
  plans.find(({ file: { table } }) =>
    table.file.delimiter === "" ? table.file.name.startsWith(`${name}/`) : table.file.name === name,
  );

/** What the copy of a file is called. */
export const copyName = (name: string, plan: FilePlan | undefined): string =>
  plan?.file.table.file.delimiter === "" ? name.replace(/\.xls[xm]$/i, ".csv") : name;

/** The day of a check as the time that entries of a zip bear, which know no time zone. */
export const midnightOf = (date: string): Date => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day);
};

/** Most bytes an entry of a zip is believed to unpack to: what it held was read once already, within stricter limits. */
const unpackedBytes = 0xffffffff;

const copyZip = async (
  { name, blob }: SourceFile,
  plans: readonly FilePlan[],
  date: string,
): Promise<Copy> => {
  const entries = (await readZipDirectory(blob)).filter(({ path }) => !path.endsWith("/"));
  const budget = createBudget(unpackedBytes);
  return {
    name,
    original: name,
    changed: true,
    pieces: () =>
      writeZip(
        entries.map((entry) => {
          const inner = `${name}/${entry.path}`;
          const plan = findPlan(plans, inner);
          const path = copyName(entry.path, plan);
          const unchanged = () => readPieces(zipEntryFile(inner, blob, entry, budget));
          return { path, pieces: plan === undefined ? unchanged : writePlan(plan) };
        }),
        midnightOf(date),
      ),
  };
};

/** Every file of the package as its copy: what does not change is the original, byte for byte. */
export const planCopies = (
  sources: readonly SourceFile[],
  { files }: RepairPlan,
  date: string,
): Promise<Copy[]> => {
  const plans = files.filter(({ onlyListed }) => !onlyListed);
  return Promise.all(
    sources.map(async (source): Promise<Copy> => {
      const { name, blob } = source;
      const plan = findPlan(plans, name);
      const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
      const within = plans.some(({ file }) => file.table.file.name.startsWith(`${name}/`));
      if (within && isZip(head) && !/\.xls[xm]$/i.test(name)) return copyZip(source, plans, date);
      if (plan !== undefined) {
        return { name: copyName(name, plan), original: name, changed: true, pieces: writePlan(plan) };
      }
      return { name, original: name, changed: false, pieces: () => readPieces(blobFile(name, blob)) };
    }),
  );
};
