import type { Report } from "../utils/findings/report.ts";
import type { CheckProgress } from "../utils/messages/answers.ts";
import type { Policy } from "../utils/policy/policy.ts";

/** What the background tells the host about a job; the host itself has no storage API (offscreen documents lack it). */
export type JobBrief = {
  policy: Policy;
  /** Receiver whose rules judge the file; absent means the format alone. */
  system?: string;
  /** ISO date and instant the check is made for, in the LEA's time zone. */
  date: string;
  now: string;
  /** Of the extension. */
  version: string;
  /** Raw data key: the worker reads and writes the store itself, so no roster crosses a message. */
  key: Uint8Array;
  /** Name on the roster shelf of what the portal's pages showed. */
  pageName?: string;
  /** Whose check it is (`checkOwner`). */
  owner: string;
  /** Id under which the report is kept for the side panel. */
  reportId?: string;
};

export type CheckJob = {
  jobId: string;
  /** Files by the path they were chosen under; handles, not content. */
  files: { name: string; blob: Blob }[];
  mode?: "partial" | "complete";
  brief: JobBrief;
};

/** What the worker exposes. One worker makes one check. */
export type ValidatorApi = {
  check(job: CheckJob, onProgress: (progress: CheckProgress) => void): Promise<Report>;
  /** Resolves when the report and the roster are kept; false when the store refused (full disk). */
  settle(): Promise<boolean>;
  cancel(): void;
  /** Runs the code once on a package of nobody, so that the engine has made it fast; ends early when a check comes. */
  warm(): Promise<void>;
};
