import type { CheckOptions } from "../utils/pipeline/options.ts";
import { type Preparation, prepareRepair, zipRepair } from "../utils/pipeline/repair-package.ts";
import { sayLeft, sayRepair } from "../utils/repair/words.ts";
import type { RepairApi, RepairJob } from "./repair-api.ts";
import { throttle } from "./throttle.ts";

const progressInterval = 100;

let prepared: { preparation: Preparation; options: CheckOptions } | undefined;

const prepare: RepairApi["prepare"] = async ({ files, ...job }: RepairJob, onProgress) => {
  const { language } = job.policy;
  const options: CheckOptions = { ...job, language, performanceNow: () => performance.now() };
  const preparation = await prepareRepair(files, {
    ...options,
    onProgress: throttle(onProgress, progressInterval),
  });
  prepared = { preparation, options };
  const { plan, counts } = preparation;
  const listed = new Set(
    plan.files.flatMap(({ onlyListed, file }) => (onlyListed ? [file.table.file.name] : [])),
  );
  return {
    changes: counts.map(({ file, kind, count }) => ({
      file,
      count,
      why: sayRepair([kind], language),
      made: !listed.has(file),
    })),
    left: plan.left.map(({ file, column = "", rows, why }) => ({
      file,
      column,
      rows,
      because: sayLeft(why, language),
    })),
  };
};

const make: RepairApi["make"] = async (onProgress) => {
  if (prepared === undefined) throw new Error("make() was called before prepare().");
  const { preparation, options } = prepared;
  return zipRepair(preparation, { ...options, onProgress: throttle(onProgress, progressInterval) });
};

/** The part of the validator's worker that makes corrected copies. */
export const repairWork: RepairApi = { prepare, make };
