import { describe, expect, it } from "vitest";
import { rules } from "../../utils/checks/index.ts";
import { findFault } from "../../utils/generate/faults/index.ts";
import { generateFaulty, type PlantedPlace } from "../../utils/generate/generate.ts";
import { type Made, recipes } from "../../utils/generate/packages/index.ts";
import { checkMade, districtOf } from "./check-made.ts";
import { elsewhere } from "./elsewhere.ts";

export const formats = Object.keys(recipes) as Made[];

/** Every format a rule is for, by the rule itself; nobody writes this list. */
export const pairs = rules
  .filter(({ id }) => elsewhere[id] === undefined)
  .flatMap(({ id, formats: own = formats }) =>
    formats.filter((format) => own.includes(format)).map((format) => [id, format] as const),
  );

const keyOf = ({ file, line, column, value }: PlantedPlace): string =>
  JSON.stringify([file, line ?? null, column ?? null, value ?? null]);

/** Every rule of some formats against its own planted fault; two test files share the formats, so that two workers do. */
export const holdEachRule = (some: readonly Made[]): void => {
  describe.each(some)("%s", (format) => {
    const own = pairs.filter(([, one]) => one === format).map(([id]) => id);

    it.each(own)("%s: the one planted fault is the one finding", async (id) => {
      const fault = findFault(id);
      if (fault === undefined) throw new Error(`${id} has no fault in utils/generate/faults`);
      const { made, planted, leftOut } = generateFaulty(districtOf(format), [fault]);
      if (planted.length === 0) {
        // A reason, and never that this district is too small.
        expect(leftOut.map(({ because }) => because)).toEqual([expect.not.stringContaining("too small")]);
        expect(leftOut[0]?.because.length).toBeGreaterThan(10);
        return;
      }
      const report = await checkMade(made, format, fault.needs);
      const mine = report.findings.filter(({ rule }) => rule === id);
      const others = report.findings.filter(({ rule }) => rule !== id).map(({ rule }) => rule);
      const places = planted.flatMap((one) => [one, ...(one.also ?? [])]);
      expect(
        mine
          .flatMap(({ samples }) => samples)
          .map(keyOf)
          .sort(),
      ).toEqual(places.map(keyOf).sort());
      expect(mine.reduce((sum, { count }) => sum + count, 0)).toBe(
        planted.reduce((sum, { count = 1 }) => sum + count, 0),
      );
      expect([...new Set(others)].sort()).toEqual([...(fault.brings?.[format] ?? [])].sort());
      expect(report.notChecked.filter(({ because }) => /fault is ours|our own/i.test(because))).toEqual([]);
    });
  });
};
