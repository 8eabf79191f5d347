import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FormatId } from "../utils/formats/format.ts";
import { type CheckOptions, checkPackage } from "../utils/pipeline.ts";

/** Microsoft's own samples, through the whole check. Without the corpus these tests are skipped, and say so. */
const samples = join(import.meta.dirname, "..", "..", "shared", "corpus", "OfficeDev__O365-EDU-Tools");

const sourcesOf = (folder: string, change: (name: string, text: string) => string = (_name, text) => text) =>
  readdirSync(join(samples, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".csv"))
    .map(({ name }) => {
      const text = readFileSync(join(samples, folder, name), "utf8");
      return { name, blob: new Blob([change(name, text)]) };
    });

const options = (more: Partial<CheckOptions> = {}): CheckOptions => ({
  date: "2026-11-22",
  now: "2026-11-22T08:00:00.000Z",
  version: "0.0.0",
  ...more,
});

/** The samples' students are of the years 1997 to 2002, and all have the state for a state id. */
const told = ["birth-date-implausible", "state-id-of-two-people", "age-against-grade"];

const check = async (folder: string) => {
  const { report, roster } = await checkPackage(sourcesOf(folder), options());
  const found = report.findings.filter(({ rule }) => !told.includes(rule));
  return { report, roster, found };
};

describe.skipIf(!existsSync(samples))("Microsoft's samples (skipped where the corpus is absent)", () => {
  it.each<[folder: string, format: FormatId, students: number, sections: number]>([
    ["SDS v2.1", "sds-2.1", 4, 2],
    ["SDS Format/100 Users", "sds-1", 86, 28],
    ["SDS Format/25 Users", "sds-1", 22, 2],
    ["SDS Format/Min Required Attributes", "sds-1", 22, 2],
    ["history", "sds-1", 86, 28],
    ["history/UK CSV Samples", "sds-1", 110, 28],
    ["UK Format/100 Users", "sds-1", 86, 28],
    ["UK Format/25 Users", "sds-1", 22, 28],
    ["UK Format/Min Required Attributes", "sds-1", 22, 28],
  ])("%s is %s without a fault", async (folder, format, students, sections) => {
    const { report, roster, found } = await check(folder);
    expect(report.format.id).toBe(format);
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([]);
    expect(roster?.students).toHaveLength(students);
    expect(roster?.sections).toHaveLength(sections);
  });

  it("place every student of the hundred in seven sections with a teacher", async () => {
    const { roster } = await check("SDS Format/100 Users");
    expect(new Set(roster?.students.map(({ sectionIds }) => sectionIds.length))).toEqual(new Set([7]));
    expect(roster?.sections.filter(({ teacherIds }) => teacherIds.length === 0)).toEqual([]);
    expect(roster?.students[0]?.fields.birthDate).toBe("2000-04-02");
  });

  it("tell who is new, changed and gone against the same set of yesterday", async () => {
    const previous = sourcesOf("SDS Format/25 Users");
    const changed = sourcesOf("SDS Format/25 Users", (name, text) =>
      name !== "Student.csv"
        ? text
        : text
            .split("\r\n")
            .filter((line) => !line.startsWith("13002,"))
            .join("\r\n")
            .replace("Ora,Klein", "Nora,Klein"),
    );
    const { report } = await checkPackage(changed, options({ previous }));
    const dangling = report.findings.find(({ rule }) => rule === "dangling-reference");
    expect(dangling?.count).toBe(2);
    expect(report.plan?.students).toMatchObject({
      unchanged: { count: 20 },
      changed: { count: 1, samples: [{ id: "13001", fields: { firstName: ["Ora", "Nora"] } }] },
      removed: { count: 1, samples: [{ id: "13002" }] },
    });
  });
});
