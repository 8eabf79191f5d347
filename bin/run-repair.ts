import { createWriteStream, openAsBlob } from "node:fs";
import { access, mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { formats } from "../utils/formats/index.ts";
import type { CheckOptions } from "../utils/pipeline/options.ts";
import {
  concludeRepair,
  type Preparation,
  prepareRepair,
  writeChangeLog,
} from "../utils/pipeline/repair-package.ts";
import { systems } from "../utils/reconcile/receivers.ts";
import { logNames, placeCopies } from "../utils/repair/place-copies.ts";
import { type CheckSettings, settingOptions, settingsFrom } from "./check-arguments.ts";
import { dateIn, readPolicy } from "./check-paths.ts";
import type { Around, Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { openPaths, tryTo } from "./open-paths.ts";
import { renderRepair } from "./repair-text.ts";
import { showProgress } from "./show-progress.ts";
import { parseWords, pick, UsageProblem } from "./usage.ts";

export type RepairRequest = CheckSettings & { paths: string[]; out: string; quiet: boolean };

/** What `repair` is asked to do; throws a `UsageProblem` for what a person typed wrong. */
export const parseRepair = (words: string[]): RepairRequest => {
  const { values, positionals } = parseWords(words, {
    ...settingOptions,
    out: { type: "string" },
    quiet: { type: "boolean" },
  } as const);
  if (positionals.length === 0) {
    throw new UsageProblem("No file to repair was given: name a folder, a .zip, a .xlsx or .csv files.");
  }
  const { out } = pick(values, ["out"]);
  if (out === undefined) throw new UsageProblem("--out is missing: name the folder to write the copy to.");
  return { paths: positionals, out, quiet: values.quiet ?? false, ...settingsFrom(values) };
};

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Refuses a folder in which an original lies, and one in which something would be overwritten. */
const refuseToOverwrite = async ({ paths, out }: RepairRequest, root: string, places: readonly string[]) => {
  const folder = resolve(root, out);
  const real = (path: string) => realpath(path).catch(() => path);
  const target = await real(folder);
  for (const path of paths) {
    const original = await real(resolve(root, path));
    if (target === original || target === dirname(original)) {
      throw new UsageProblem(`--out ${out} holds the originals: name another folder for the copy.`);
    }
  }
  for (const place of [...places, ...Object.values(logNames)]) {
    if (await exists(join(folder, place))) {
      throw new UsageProblem(
        `${join(out, place)} is there already: name an empty folder, nothing is overwritten.`,
      );
    }
  }
};

const write = async (folder: string, place: string, pieces: Pieces): Promise<string> => {
  const path = join(folder, place);
  await tryTo("write", path, async () => {
    await mkdir(dirname(path), { recursive: true });
    // "wx" fails where a file appeared meanwhile.
    await pipeline(Readable.from(pieces), createWriteStream(path, { flags: "wx" }));
  });
  return path;
};

const placeOf = ({ copies }: Preparation): string[] => {
  const placed = placeCopies(copies.map(({ name }) => name));
  if (placed.ok) return placed.places;
  throw new UsageProblem(
    `The copy would hold two files called ${placed.twice}: repair one folder at a time.`,
  );
};

const writeCopies = async ({ copies, plan }: Preparation, places: readonly string[], folder: string) => {
  const written: { name: string; blob: Blob }[] = [];
  for (const [at, { name, pieces }] of copies.entries()) {
    const path = await write(folder, places[at] ?? name, pieces());
    written.push({ name, blob: await tryTo("read", path, () => openAsBlob(path)) });
  }
  await write(folder, logNames.table, writeChangeLog(plan, "en"));
  return written;
};

const repair = async (request: RepairRequest, around: Around): Promise<number> => {
  const { root, version, stdout, stderr, say } = around;
  const now = new Date();
  const policy = await readPolicy(request.policy, root);
  const sources = await openPaths(request.paths, root);
  const progress = showProgress(request.quiet ? { write: () => true } : stderr);
  const options: CheckOptions = {
    date: request.date ?? dateIn(policy?.timeZone, now),
    now: now.toISOString(),
    version,
    format: request.format,
    system: request.system,
    mode: request.mode,
    policy,
    anySize: true,
    performanceNow: () => performance.now(),
    onProgress: progress.show,
  };
  try {
    const prepared = await prepareRepair(sources, options);
    const places = placeOf(prepared);
    await refuseToOverwrite(request, root, places);
    const folder = resolve(root, request.out);
    const written = await writeCopies(prepared, places, folder);
    const concluded = await concludeRepair(prepared, written, options);
    progress.clear();
    const summary = `${JSON.stringify(concluded.repair, undefined, 2)}\n`;
    const path = join(folder, logNames.summary);
    await tryTo("write", path, () => writeFile(path, summary, { flag: "wx" }));
    stdout.write(renderRepair(concluded.repair));
    if (!request.quiet) say(`The copy and its log are in ${request.out}; the originals are as they were.`);
    return exitCodeOf(concluded.report, "fault");
  } finally {
    progress.clear();
  }
};

const help = `rosterguard repair PATH... --out DIR

Writes a corrected copy of the files to DIR, with a log of every change (${logNames.table}, ${logNames.summary}), and checks the copy.
Only damage that can be proved is mended; what could be meant in two ways is left and said. The originals are only read.

PATH is a folder (its .csv, .zip and .xlsx files), a .zip, a .xlsx workbook, or .csv files.

  --out DIR                where the copy goes; never the originals' folder, and nothing in it is overwritten
  --format ID              ${["auto", ...formats.map(({ id }) => id)].join(", ")}
  --system ID              the receiver whose rules judge the files: ${systems.join(", ")}
  --policy FILE            the LEA's policy (JSON): identifier lengths prove lost leading zeros
  --mode partial|complete  as in "rosterguard check"
  --date YYYY-MM-DD        the day the check is made for (default: today)
  --quiet                  no progress and no last line on stderr

Exit code: 0 the copy is accepted, 1 it is still rejected, 2 wrong usage, 3 something could not be read or written.
`;

export const command: Command = {
  summary: "write a corrected copy, with a log of every change",
  help,
  run: (words, around) => repair(parseRepair(words), around),
};
