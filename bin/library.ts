import { rules } from "../utils/checks/index.ts";
import { describeTitle, wordsOf } from "../utils/findings/describe.ts";
import type { Report } from "../utils/findings/report.ts";
import type { CheckOptions } from "../utils/pipeline/options.ts";
import { checkPackage as check } from "../utils/pipeline.ts";
import type { SourceFile } from "../utils/table/source.ts";
import type { OutputId } from "./check-arguments.ts";
import { openPaths as open } from "./open-paths.ts";
import { renderReport as render } from "./render.ts";
import { dateIn } from "./today.ts";
import { readVersion } from "./version.ts";

/**
 * Rosterguard for other programs: the entry of the npm package (docs/library.md). Its types are written by hand in
 * library-types.d.ts, since the package carries no other; library.test.ts holds the two together.
 */

export { maskReport } from "../utils/exports/mask.ts";
export { reportSchema } from "../utils/findings/report-schema.ts";
export { formats } from "../utils/formats/index.ts";
export { parsePolicyText } from "../utils/policy/parse-policy.ts";
export { rules };

/** Checks a package; what a program need not say (the day, the version) is filled in. */
export const checkPackage = async (
  files: readonly SourceFile[],
  options: Partial<CheckOptions> = {},
): Promise<{ report: Report }> => {
  const now = new Date();
  const { report } = await check(files, {
    date: dateIn(options.policy?.timeZone, now),
    now: now.toISOString(),
    version: readVersion(),
    performanceNow: () => performance.now(),
    anySize: true,
    roster: false,
    ...options,
  });
  return { report };
};

/** Files of folders, zips, workbooks and .csv paths, ready to be checked. */
export const openPaths = (paths: readonly string[], root = "."): Promise<SourceFile[]> => open(paths, root);

type RenderOptions = { failOn?: "fault" | "warning" | "never"; showNames?: boolean };

/** A report in one of the command line's forms; values are masked in sarif, junit and html unless `showNames`. */
export const renderReport = (
  output: Exclude<OutputId, "csv">,
  report: Report,
  { failOn = "fault", showNames = false }: RenderOptions = {},
): string => [...render(output, report, { failOn, showNames }, undefined)].join("");

/** A rule's words; `undefined` for an id that is none. */
export const describeRule = (id: string, language: "en" | "es" = "en") => {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return undefined;
  const { why, fix } = wordsOf(id, language);
  return {
    id,
    title: describeTitle(id, language),
    why: typeof why === "string" ? why : "",
    fix: typeof fix === "string" ? fix : "",
  };
};
