import type { CheckProgress } from "../utils/messages/answers.ts";
import type { Policy } from "../utils/policy/policy.ts";
import type { RepairReport } from "../utils/repair/repair-report.ts";

export type RepairJob = {
  /** Files by the path they were chosen under; handles, not content. */
  files: { name: string; blob: Blob }[];
  policy: Policy;
  /** As the check that found the damage had them. */
  system?: string;
  mode?: "partial" | "complete";
  date: string;
  now: string;
  /** Of the extension. */
  version: string;
};

/** What would change, before anything is made. Sentences in the language of the policy. */
export type RepairPreview = Pick<RepairReport, "left"> & {
  changes: { file: string; count: number; why: string; made: boolean }[];
};

/** The copy with its log as one zip, and what the check says of it. */
export type RepairMade = { zip: Blob; repair: RepairReport };

/** What the validator's worker exposes beside its checks. One worker mends one package: first `prepare`, then `make` as often as wanted. */
export type RepairApi = {
  prepare(job: RepairJob, onProgress: (progress: CheckProgress) => void): Promise<RepairPreview>;
  make(onProgress: (progress: CheckProgress) => void): Promise<RepairMade>;
};
