import { describe, expect, it } from "vitest";
import { formats } from "../../utils/formats/index.ts";
import { generateClean, writePackage } from "../../utils/generate/generate.ts";
import { type Made, recipes } from "../../utils/generate/packages/index.ts";
import { checkFiles, date, policyWith } from "./check-made.ts";

const made = Object.keys(recipes) as Made[];

/** What no package can be checked for without the last one. */
const compares = [
  "file-would-wipe-records",
  "internal-id-changed",
  "size-unlike-last-file",
  "sync-would-be-held",
  "compare-with-previous",
  "plan",
];

describe("made districts", () => {
  it("there are in every format", () => {
    expect(
      [...made].sort(),
      "utils/generate/packages: a format needs a recipe, and a line in packages/index.ts",
    ).toEqual(formats.map(({ id }) => id).sort());
  });

  it.each(
    made.flatMap(
      (format) =>
        [
          [format, 1, 100],
          [format, 2, 100],
          [format, 3, 260],
          [format, 4, 9],
        ] as const,
    ),
  )(
    "%s, seed %i, %i students: nothing is wrong, and the format is recognised",
    async (format, seed, students) => {
      const files = writePackage(generateClean({ format, seed, students, date }));
      const report = await checkFiles(files, { policy: policyWith({}) });
      expect(report.findings).toEqual([]);
      expect(report.causes ?? []).toEqual([]);
      expect(report.verdict).toBe("accept");
      expect(report.format.id).toBe(format);
      expect(report.totals.rows).toBeGreaterThan(students - 1);
      if (format === "cli-engage") return;
      const left = report.notChecked.map(({ rule }) => rule).filter((rule) => !compares.includes(rule));
      expect(left, "every rule had what it needs").toEqual([]);
    },
  );

  it.each(made)("%s: the same options make the same bytes, another seed makes others", (format) => {
    const make = (seed: number) => writePackage(generateClean({ format, seed, students: 60, date }));
    expect(make(5)).toEqual(make(5));
    expect(make(6)).not.toEqual(make(5));
  });

  it("have accents, twins, students of one name, and timetables of six to twelve classes above grade 5", () => {
    const { files } = generateClean({ format: "oneroster-1.1", seed: 1, students: 400, date });
    const rows = (role: string) => files.find((file) => file.role === role)?.rows ?? [];
    const students = rows("users").filter(({ role }) => role === "student");
    const births = new Map(rows("demographics").map(({ sourcedId, birthDate }) => [sourcedId, birthDate]));
    const repeats = (keys: readonly string[]) => keys.length - new Set(keys).size;
    expect(students.some(({ familyName = "" }) => /[áéíóúñü]/i.test(familyName))).toBe(true);
    expect(repeats(students.map((one) => `${one.givenName} ${one.familyName}`))).toBeGreaterThan(3);
    expect(repeats(students.map((one) => `${one.familyName} ${births.get(one.sourcedId)}`))).toBeGreaterThan(
      3,
    );
    expect(students.some(({ sourcedId = "" }) => sourcedId.startsWith("0"))).toBe(true);
    expect(rows("orgs").filter(({ type }) => type === "school").length).toBeGreaterThan(3);
    for (const { sourcedId, grades = "" } of students.filter((one) => Number(one.grades) > 5)) {
      const count = rows("enrollments").filter(({ userSourcedId }) => userSourcedId === sourcedId).length;
      expect(count, `grade ${grades}`).toBeGreaterThanOrEqual(6);
      expect(count).toBeLessThanOrEqual(12);
    }
  });
});
