import type { FileProblem, ProblemKind } from "./table.ts";

/** Places kept of one problem. */
export const placeLimit = 1000;

/** A problem after which nothing of the file can be used. */
export const fatalProblem = (
  kind: ProblemKind,
  file: string,
  args: FileProblem["args"] = {},
  places: FileProblem["places"] = [],
): FileProblem => ({ kind, file, fatal: true, count: 1, args, places });

/** A problem of a file that was read all the same. */
export const problem = (
  kind: ProblemKind,
  file: string,
  args: FileProblem["args"] = {},
  places: FileProblem["places"] = [],
  count = Math.max(1, places.length),
): FileProblem => ({ kind, file, fatal: false, count, args, places: places.slice(0, placeLimit) });
