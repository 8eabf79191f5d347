import type { Report } from "../utils/findings/report.ts";
import type { CheckProgress } from "../utils/pipeline/options.ts";
import { checkPackage } from "../utils/pipeline.ts";
import { parsePolicyText } from "../utils/policy/parse-policy.ts";
import type { Policy } from "../utils/policy/policy.ts";
import type { CheckRequest } from "./arguments.ts";
import { openPaths, readText } from "./open-paths.ts";
import { parsePage } from "./read-page.ts";

export type RunOutcome = { ok: true; report: Report } | { ok: false; problem: string };

type Surroundings = {
  /** Folder that paths are meant from. */
  root: string;
  version: string;
  onProgress: (progress: CheckProgress) => void;
};

/** Opens what the request names and checks it; `ok: false` is a file of settings that does not say what it should. */
export const runCheck = async (request: CheckRequest, around: Surroundings): Promise<RunOutcome> => {
  const { root, version, onProgress } = around;
  const now = new Date();
  let policy: Policy | undefined;
  if (request.policy !== undefined) {
    const parsed = parsePolicyText(await readText(request.policy, root));
    if (!parsed.ok) return { ok: false, problem: `${request.policy}: ${parsed.problems.join(" ")}` };
    policy = parsed.policy;
  }
  const page =
    request.page === undefined ? undefined : parsePage(await readText(request.page, root), request.page);
  if (page?.ok === false) return page;
  const { report } = await checkPackage(await openPaths(request.paths, root), {
    date: request.date ?? dateIn(policy?.timeZone, now),
    now: now.toISOString(),
    version,
    format: request.format,
    system: request.system,
    mode: request.mode,
    policy,
    page: page?.roster,
    previous: request.previous.length > 0 ? await openPaths(request.previous, root) : undefined,
    onProgress,
    anySize: true,
    performanceNow: () => performance.now(),
  });
  return { ok: true, report };
};

/** Today as an ISO date where the LEA is, or where this machine is. */
const dateIn = (timeZone: string | undefined, now: Date): string =>
  // Swedish writes dates as ISO does.
  new Intl.DateTimeFormat("sv-SE", {
    ...(timeZone !== undefined && { timeZone }),
    dateStyle: "short",
  }).format(now);
