import type { Needs } from "../../utils/generate/faults/fault.ts";
import { generateClean, type MadeFile, writePackage } from "../../utils/generate/generate.ts";
import type { Package } from "../../utils/generate/package.ts";
import type { Made } from "../../utils/generate/packages/index.ts";
import type { CheckOptions } from "../../utils/pipeline/options.ts";
import { checkPackage } from "../../utils/pipeline.ts";
import { defaultPolicy } from "../../utils/policy/default-policy.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import type { SourceFile } from "../../utils/table/source.ts";

export const date = "2026-11-22";

/** Small, and large enough that one fault among the classes or courses is an exception. */
export const districtOf = (format: Made, seed = 1) => ({
  format,
  students: format === "cli-engage" ? 240 : 100,
  seed,
  date,
});

export const asSources = (files: readonly MadeFile[]): SourceFile[] =>
  files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes as BlobPart]) }));

/** What the LEA's policy says where a rule needs it. */
export const policyWith = (needs: Needs["policy"]): Policy => {
  const policy = defaultPolicy("America/Chicago");
  return {
    ...policy,
    calendar: { ...policy.calendar, firstDay: "2026-08-12", lastDay: "2027-05-28" },
    check: { ...policy.check, springTest: "2027-03-22" },
    portals: (needs?.metadataColumns === undefined
      ? []
      : [{ profile: "cli-engage", metadataColumns: needs.metadataColumns }]) as unknown as Policy["portals"],
  };
};

export const checkFiles = async (files: readonly MadeFile[], options: Partial<CheckOptions> = {}) => {
  const { report } = await checkPackage(asSources(files), {
    date,
    now: `${date}T06:00:00.000Z`,
    version: "0.0.0",
    plan: false,
    ...options,
  });
  return report;
};

/** The report on a made package, with what its faults need. */
export const checkMade = (made: Package, format: Made, needs: Needs = {}) =>
  checkFiles(writePackage(made), {
    format,
    ...(needs.policy && { policy: policyWith(needs.policy) }),
    ...(needs.previous && {
      previous: asSources(writePackage(generateClean(districtOf(format)))),
      mode: "complete",
    }),
  });
