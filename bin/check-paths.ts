import type { Report } from "../utils/findings/report.ts";
import type { CheckOptions } from "../utils/pipeline/options.ts";
import { checkPackage } from "../utils/pipeline.ts";
import { parsePolicyText } from "../utils/policy/parse-policy.ts";
import type { Policy } from "../utils/policy/policy.ts";
import type { CheckSettings } from "./check-arguments.ts";
import { openPaths, readText } from "./open-paths.ts";
import { helpInThread } from "./range-helper.ts";
import { parsePage } from "./read-page.ts";
import { dateIn } from "./today.ts";
import { UsageProblem } from "./usage.ts";

export { dateIn };

export type CheckInput = CheckSettings & {
  paths: readonly string[];
  previous?: readonly string[];
  page?: string;
};

export type CheckHooks = Pick<CheckOptions, "onProgress" | "onFinding" | "onTables" | "plan" | "signal">;

type Surroundings = {
  /** Folder that paths are meant from. */
  root: string;
  version: string;
};

/** Opens what is named and checks it; a file of settings that does not say what it should is a `UsageProblem`. */
export const checkPaths = async (
  input: CheckInput,
  { root, version }: Surroundings,
  hooks: CheckHooks = {},
): Promise<Report> => {
  const now = new Date();
  const policy = await readPolicy(input.policy, root);
  const page = await readPage(input.page, root);
  const { previous = [] } = input;
  const { report } = await checkPackage(await openPaths(input.paths, root), {
    date: input.date ?? dateIn(policy?.timeZone, now),
    now: now.toISOString(),
    version,
    format: input.format,
    system: input.system,
    mode: input.mode,
    policy,
    page,
    previous: previous.length > 0 ? await openPaths(previous, root) : undefined,
    anySize: true,
    roster: false,
    openHelper: helpInThread(),
    performanceNow: () => performance.now(),
    ...hooks,
  });
  return report;
};

/** The policy of a file; `UsageProblem` when it does not say what it should. */
export const readPolicy = async (path: string | undefined, root: string): Promise<Policy | undefined> => {
  if (path === undefined) return undefined;
  const parsed = parsePolicyText(await readText(path, root));
  if (parsed.ok) return parsed.policy;
  throw new UsageProblem(`${path}: ${parsed.problems.join(" ")}`);
};

/** The roster of an exported page; `UsageProblem` when it is none. */
export const readPage = async (path: string | undefined, root: string) => {
  if (path === undefined) return undefined;
  const parsed = parsePage(await readText(path, root), path);
  if (parsed.ok) return parsed.roster;
  throw new UsageProblem(parsed.problem);
};
