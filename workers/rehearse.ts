import type { Report } from "../utils/findings/report.ts";
import { packRoster } from "../utils/packed/pack-roster.ts";
import type { PackedRoster } from "../utils/packed/packed.ts";
import { unpackRoster } from "../utils/packed/unpack-roster.ts";
import { type CheckOptions, checkPackage } from "../utils/pipeline.ts";
import type { Roster } from "../utils/roster/roster.ts";
import { makeWarmUpFiles } from "./warm-up.ts";

/** As an earlier file told it: some students were not there yet, and some had another name. */
const makeEarlier = (roster: Roster): Roster => ({
  ...roster,
  students: roster.students.flatMap((student, at) => {
    if (at % 64 === 0) return [];
    return at % 64 === 1 ? [{ ...student, fields: { ...student.fields, firstName: "Alba" } }] : [student];
  }),
});

/**
 * Rounds of warming up, one a call: the package of nobody is checked, packed as it would be stored, and compared with what
 * the round before has packed. Answers its report.
 */
export const openRehearsal = (options: CheckOptions): (() => Promise<Report>) => {
  const files = makeWarmUpFiles();
  let stored: PackedRoster | undefined;
  return async () => {
    const { report, packed } = await checkPackage(files, {
      ...options,
      roster: "packed",
      ...(stored && { previous: stored }),
    });
    const roster = packed && unpackRoster(packed);
    if (roster) stored = packRoster(makeEarlier(roster));
    return report;
  };
};
