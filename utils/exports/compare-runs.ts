import type { FindingJson, Report } from "../findings/report.ts";

export type Compared = Pick<FindingJson, "rule" | "outcome" | "message" | "fix"> & {
  /** Role or name of the file, and the column when it is one. */
  where: string;
  before: number;
  after: number;
};

export type RunsCompared = {
  /** In the second run only. */
  new: Compared[];
  /** In the first run only, and looked for in the second. */
  fixed: Compared[];
  persisting: Compared[];
  /** In the first run only; the second could not look. */
  notLookedFor: (Compared & { because: string })[];
};

/** Files of two nights have two names: a file is known by its role, and without one by the last part of its name. */
const placeOf = ({ files }: Report) => {
  const roles = new Map(files.map(({ name, role }) => [name, role]));
  return ({ samples }: FindingJson): string => {
    const file = samples[0]?.file;
    if (file === undefined) return "package";
    const name = roles.get(file) || file.split(/[/\\]/).at(-1) || file;
    const columns = new Set(samples.map(({ column = "" }) => column));
    const [column] = columns;
    return columns.size === 1 && column !== "" ? `${name}, ${column}` : name;
  };
};

const collect = (report: Report): Map<string, Compared> => {
  const where = placeOf(report);
  const found = new Map<string, Compared>();
  for (const finding of report.findings) {
    // What the LEA has acknowledged is no news while that lasts.
    if (finding.acknowledged !== undefined) continue;
    const { rule, outcome, message, fix, count } = finding;
    const place = where(finding);
    const key = `${outcome}\n${rule}\n${place}`;
    const known = found.get(key);
    if (known !== undefined) known.after += count;
    else found.set(key, { rule, outcome, message, fix, where: place, before: 0, after: count });
  }
  return found;
};

/**
 * Compares the findings of two reports of the same package on two days. A finding is the same when rule, outcome, file
 * and column are; what the second run could not look for is never called fixed.
 */
export const compareRuns = (first: Report, second: Report): RunsCompared => {
  const [before, after] = [collect(first), collect(second)];
  const blind = new Map(second.notChecked.map(({ rule, because }) => [rule, because]));
  const couldNot =
    second.verdict === "could-not-check" ? "The second run could not read everything." : undefined;
  const result: RunsCompared = { new: [], fixed: [], persisting: [], notLookedFor: [] };
  for (const [key, finding] of after) {
    const known = before.get(key);
    if (known === undefined) result.new.push(finding);
    else result.persisting.push({ ...finding, before: known.after });
  }
  for (const [key, finding] of before) {
    if (after.has(key)) continue;
    const gone = { ...finding, before: finding.after, after: 0 };
    const because = blind.get(finding.rule) ?? couldNot;
    if (because === undefined) result.fixed.push(gone);
    else result.notLookedFor.push({ ...gone, because });
  }
  return result;
};

/** Whether the second run has faults that the first did not: new ones, or more of a kind. */
export const hasNewFaults = (runs: RunsCompared): boolean =>
  [...runs.new, ...runs.persisting].some(
    ({ outcome, before, after }) => outcome === "fault" && after > before,
  );
