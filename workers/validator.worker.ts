import { expose } from "comlink";
import { checkPackage } from "../utils/pipeline.ts";
import { openDatabase } from "../utils/store/database.ts";
import { openReportShelf } from "../utils/store/reports.ts";
import { openRosterShelf } from "../utils/store/rosters.ts";
import { importDataKey } from "../utils/store/sealed.ts";
import type { RepairApi } from "./repair-api.ts";
import { repairWork } from "./repair-work.ts";
import { throttle } from "./throttle.ts";
import type { CheckJob, ValidatorApi } from "./validator-api.ts";

/** Ten a second is smooth; every awaited callback across the boundary costs as much as thousands of rows. */
const progressInterval = 100;

const stopping = new AbortController();
let kept: Promise<boolean> = Promise.resolve(true);

const check = async (
  { jobId, files, mode, brief }: CheckJob,
  onProgress: Parameters<ValidatorApi["check"]>[1],
) => {
  const key = await importDataKey(brief.key);
  const database = openDatabase();
  const rosters = openRosterShelf(database, key);
  const stored = async (name: string | undefined) =>
    // A store that cannot be read is a check without a comparison, which the plan says; not a check that fails.
    name === undefined ? null : rosters.read(name).catch(() => null);
  const [page, previous] = await Promise.all([stored(brief.pageName), stored(brief.previousName)]);
  const { report, roster } = await checkPackage(files, {
    date: brief.date,
    now: brief.now,
    system: brief.system,
    mode,
    policy: brief.policy,
    language: brief.policy.language,
    version: brief.version,
    performanceNow: () => performance.now(),
    signal: stopping.signal,
    onProgress: throttle(onProgress, progressInterval),
    ...(page ? { page } : {}),
    ...(previous ? { previous } : {}),
  });
  const keep = async () => {
    if (brief.reportId !== undefined) {
      const fileNames = files.map(({ name }) => name);
      await openReportShelf(database, key).write(brief.reportId, { jobId, at: brief.now, fileNames, report });
    }
    if (roster) await rosters.write(brief.candidateName, roster, brief.now);
    return true;
  };
  // The verdict does not wait for the disk.
  kept = keep().catch(() => false);
  return report;
};

expose({
  check,
  settle: () => kept,
  cancel: () => stopping.abort(),
  ...repairWork,
} satisfies ValidatorApi & RepairApi);
