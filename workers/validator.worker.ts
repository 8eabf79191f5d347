import { expose } from "comlink";
import { lastFileName } from "../utils/messages/desk-store.ts";
import { checkPackage } from "../utils/pipeline.ts";
import { toBase64 } from "../utils/store/base64.ts";
import { openDatabase } from "../utils/store/database.ts";
import { openLastFiles } from "../utils/store/last-files.ts";
import { openReportShelf } from "../utils/store/reports.ts";
import { openRosterShelf } from "../utils/store/rosters.ts";
import { importDataKey } from "../utils/store/sealed.ts";
import { openLastFile } from "./last-file.ts";
import RangeWorker from "./range.worker.ts?worker";
import { helpIn } from "./range-helper.ts";
import { openRehearsal } from "./rehearse.ts";
import type { RepairApi } from "./repair-api.ts";
import { repairWork } from "./repair-work.ts";
import { throttle } from "./throttle.ts";
import type { CheckJob, ValidatorApi } from "./validator-api.ts";
import { warmUpRounds } from "./warm-up.ts";

/** Ten a second is smooth; every awaited callback across the boundary costs as much as thousands of rows. */
const progressInterval = 100;

const stopping = new AbortController();
let kept: Promise<boolean> = Promise.resolve(true);

const warming = new AbortController();

const warm = async () => {
  const options = { date: "2026-09-14", now: "2026-09-14T12:00:00.000Z", version: "", system: "cli-engage" };
  // What it finds in nobody's package is of no interest, nor that it was cut short.
  const rehearse = openRehearsal({ ...options, signal: warming.signal });
  for (let round = 0; round < warmUpRounds && !warming.signal.aborted; round++) {
    await rehearse().catch(() => undefined);
  }
};

const check = async (
  { jobId, files, mode, brief }: CheckJob,
  onProgress: Parameters<ValidatorApi["check"]>[1],
) => {
  warming.abort();
  const key = await importDataKey(brief.key);
  const database = openDatabase();
  const rosters = openRosterShelf(database, key);
  const [page, print] = await Promise.all([
    // A store that cannot be read is a check without a comparison, which the plan says; not a check that fails.
    brief.pageName === undefined ? null : rosters.read(brief.pageName).catch(() => null),
    printOf(files),
  ]);
  const nameOf = (system: string) => lastFileName(brief.policy.lea, system);
  const of = { by: brief.owner, print };
  const last = openLastFile(openLastFiles(database, key), of, { nameOf, system: brief.system });
  const checking = checkPackage(files, {
    date: brief.date,
    now: brief.now,
    system: brief.system,
    mode,
    policy: brief.policy,
    language: brief.policy.language,
    version: brief.version,
    performanceNow: () => performance.now(),
    signal: stopping.signal,
    openHelper: helpIn(() => new RangeWorker()),
    onProgress: throttle(onProgress, progressInterval),
    ...(page ? { page } : {}),
    ...last.options,
  });
  const { report } = await checking.catch(async (error: unknown) => {
    await last.drop().catch(() => undefined);
    throw error;
  });
  const keep = async () => {
    if (brief.reportId !== undefined) {
      const fileNames = files.map(({ name }) => name);
      await openReportShelf(database, key).write(brief.reportId, { jobId, at: brief.now, fileNames, report });
    }
    await last.keep(nameOf(report.system ?? report.format.id), brief.now);
    return true;
  };
  // The verdict does not wait for the disk.
  kept = keep().catch(() => false);
  return report;
};

/** Tells chosen files from others by what the browser says of them; a digest, because names may tell of people. */
const printOf = async (files: CheckJob["files"]): Promise<string> => {
  const facts = files.map(({ name, blob }) => [
    name,
    blob.size,
    blob instanceof File ? blob.lastModified : 0,
  ]);
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(facts)));
  return toBase64(new Uint8Array(bytes));
};

expose({
  check,
  settle: () => kept,
  cancel: () => stopping.abort(),
  warm,
  ...repairWork,
} satisfies ValidatorApi & RepairApi);
