import { describe, expect, it } from "vitest";
import { generateClean, writePackage } from "../../utils/generate/generate.ts";
import type { CheckOptions } from "../../utils/pipeline/options.ts";
import { checkPackage } from "../../utils/pipeline.ts";
import { asSources, date, districtOf } from "./check-made.ts";
import { formats } from "./matrix.ts";

const check = async (format: (typeof formats)[number], options: Partial<CheckOptions>) => {
  const files = asSources(writePackage(generateClean(districtOf(format))));
  const { report, roster } = await checkPackage(files, {
    date,
    now: `${date}T06:00:00.000Z`,
    version: "0.0.0",
    ...options,
  });
  return { report: { ...report, timings: {} }, roster };
};

describe("a check whose roster nobody keeps", () => {
  it.each(formats.flatMap((format) => [undefined, "cli-engage"].map((system) => [format, system] as const)))(
    "%s for %s says the same",
    async (format, system) => {
      const kept = await check(format, { system });
      const free = await check(format, { system, roster: false });
      expect(free.report).toEqual(kept.report);
      if (!format.startsWith("oneroster")) return;
      expect(free.roster).toBeUndefined();
      if (system !== undefined && format !== "oneroster-1.1") return;
      expect(kept.roster?.students.length).toBeGreaterThan(0);
      expect(free.report.plan?.limits.join()).toContain("no roster to compare with");
    },
  );

  it("makes it all the same where there is one to compare with", async () => {
    const { roster } = await check("oneroster-1.1", {});
    const { report } = await check("oneroster-1.1", { previous: roster, roster: false });
    const { unchanged, notSeen } = report.plan?.students ?? {};
    expect(unchanged?.count).toBe(roster?.students.length);
    expect(notSeen?.count).toBe(0);
  });
});
