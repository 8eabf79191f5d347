import type { Report } from "../findings/report.ts";
import { checkPackage } from "../pipeline.ts";
import { changesOf, countChanges } from "../repair/change-log.ts";
import { logNames, placeCopies } from "../repair/place-copies.ts";
import { planRepairs } from "../repair/plan-repairs.ts";
import type { RepairKind, RepairPlan } from "../repair/repair.ts";
import { makeRepairReport, type RepairReport } from "../repair/repair-report.ts";
import { sayRepair } from "../repair/words.ts";
import { blobFile } from "../table/blob-file.ts";
import type { SourceFile } from "../table/source.ts";
import { csvLine } from "../table/write-csv.ts";
import { writeZip, type ZipPart } from "../table/write-zip.ts";
import type { CheckOptions } from "./options.ts";
import { type Copy, collect, copyName, midnightOf, planCopies, readPieces } from "./repair-copies.ts";

const encoder = new TextEncoder();

/** What can be mended, before anything is written. */
export type Preparation = {
  /** The check of the original. */
  report: Report;
  plan: RepairPlan;
  counts: { file: string; kind: RepairKind; count: number }[];
  copies: Copy[];
};

/** Checks a package and works out its corrected copy. Writes nothing; the originals are only read. */
export const prepareRepair = async (
  sources: readonly SourceFile[],
  options: CheckOptions,
): Promise<Preparation> => {
  const { report, context } = await checkPackage(sources, { ...options, plan: false, allText: true });
  const plan = planRepairs(context);
  const copies = await planCopies(sources, plan, options.date);
  return { report, plan, counts: countChanges(plan), copies };
};

/**
 * Checks the copy as the original was checked and says what became of every finding. `copies` are the copy's files as
 * they were written, under the names `prepareRepair` gave them.
 */
export const concludeRepair = async (
  { report, plan }: Preparation,
  copies: readonly SourceFile[],
  options: CheckOptions,
): Promise<{ report: Report; repair: RepairReport }> => {
  const { report: after } = await checkPackage(copies, { ...options, plan: false });
  const names = new Map(
    plan.files
      .filter(({ onlyListed, file }) => !onlyListed && file.table.file.delimiter === "")
      .map((one) => {
        const { name } = one.file.table.file;
        return [name, copyName(name.split("/").slice(0, -1).join("/"), one)];
      }),
  );
  const copyOf = (file: string) => names.get(file) ?? file;
  return {
    report: after,
    repair: makeRepairReport(plan, report, after, options.language ?? "en", copyOf),
  };
};

/**
 * The copy and its log as one zip, checked: for whoever has no folder to write to. The copy is held in memory as far as
 * the browser holds blobs there.
 */
export const zipRepair = async (
  prepared: Preparation,
  options: CheckOptions,
): Promise<{ zip: Blob; repair: RepairReport }> => {
  const copies: SourceFile[] = [];
  for (const { name, pieces } of prepared.copies) {
    copies.push({ name, blob: await collect(pieces()) });
  }
  const { repair } = await concludeRepair(prepared, copies, options);
  const placed = placeCopies(copies.map(({ name }) => name));
  // Files of one name from several folders are kept apart by a number.
  const places = placed.ok
    ? placed.places
    : copies.map((_, at) => `${at + 1}/${prepared.copies[at]?.name.split(/[/\\]/).at(-1)}`);
  const summary = encoder.encode(`${JSON.stringify(repair, undefined, 2)}\n`);
  const parts: ZipPart[] = [
    ...copies.map(({ name, blob }, at) => ({
      path: places[at] ?? name,
      pieces: () => readPieces(blobFile(name, blob)),
    })),
    { path: logNames.table, pieces: () => writeChangeLog(prepared.plan, options.language ?? "en") },
    { path: logNames.summary, pieces: () => [summary] },
  ];
  return {
    zip: await collect(writeZip(parts, midnightOf(options.date)), "application/zip"),
    repair,
  };
};

/** A cell that a spreadsheet would take for a formula is shown behind an apostrophe, as spreadsheets themselves do. */
const defuse = (cell: string): string => (/^[=@\t\r]|^[+-](?!\d)/.test(cell) ? `'${cell}` : cell);

/** changes.csv in pieces: every change with its place in the original, and whether it was made in the copy. */
export function* writeChangeLog(
  { files }: RepairPlan,
  language: "en" | "es",
): Generator<Uint8Array<ArrayBuffer>> {
  let text = csvLine(["file", "line", "column", "before", "after", "why", "made"]);
  for (const plan of files) {
    const made = plan.onlyListed ? "no" : "yes";
    for (const { file, line, column, before, after, kinds } of changesOf(plan)) {
      const cells = [file, line === 0 ? "" : String(line), column, before, after, sayRepair(kinds, language)];
      text += csvLine([...cells, made].map(defuse));
      if (text.length > 64 * 1024) {
        yield encoder.encode(text);
        text = "";
      }
    }
  }
  yield encoder.encode(text);
}
