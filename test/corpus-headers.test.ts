import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { detect, type SeenFile } from "../utils/formats/detect.ts";
import { placeHeader } from "../utils/formats/place-header.ts";

/** Every header of the public sets: what is known is named, and nothing else is. Skipped where the sets are absent. */
const corpus = join(import.meta.dirname, "..", "..", "shared", "corpus");

const known: Record<string, string> = {
  "Ed-Fi-Alliance-OSS__LMS-Toolkit/OneRoster 1.1 Sample Data": "oneroster-1.1",
  "OfficeDev__O365-EDU-Tools/SDS Format/100 Users": "sds-1",
  "OfficeDev__O365-EDU-Tools/SDS Format/25 Users": "sds-1",
  "OfficeDev__O365-EDU-Tools/SDS Format/Min Required Attributes": "sds-1",
  "OfficeDev__O365-EDU-Tools/SDS v2.1": "sds-2.1",
  // The British form differs in the names of a few columns, which count as other names.
  "OfficeDev__O365-EDU-Tools/UK Format/100 Users": "sds-1",
  "OfficeDev__O365-EDU-Tools/UK Format/25 Users": "sds-1",
  "OfficeDev__O365-EDU-Tools/UK Format/Min Required Attributes": "sds-1",
  "OfficeDev__O365-EDU-Tools/history/UK CSV Samples": "sds-1",
  "OfficeDev__O365-EDU-Tools/history": "sds-1",
  "OfficeDev__O365-EDU-Tools/history/SDS Demo - Small": "sds-1",
  "OfficeDev__O365-EDU-Tools/history/SDS v2.1": "sds-2.1",
  nahisaho__RosterHub: "oneroster-1.1",
  // Its users have neither 1.1's orgs nor 1.2's roles: what is there is nearer to 1.2.
  "nahisaho__Roster-Bridge-JPP": "oneroster-1.2",
  "nahisaho__SDS2Roster/sds": "sds-1",
  "nicelion__oneroster-mocker/oneroster-example-csv": "oneroster-1.1",
  "nicelion__oneroster-mocker/outputs": "oneroster-1.1",
  "rjeike__OneRoster.Net": "oneroster-1.1",
  "rjeike__OneRoster.Net/Step1-UpdateCourse": "oneroster-1.1",
  "rjeike__OneRoster.Net/Step2-AddCourse": "oneroster-1.1",
  "rjeike__OneRoster.Net/Step3-DeleteCourse": "oneroster-1.1",
  "rjeike__OneRoster.Net/Step4-AddClass": "oneroster-1.1",
};
const headerless = [
  "inbloom__secure-data-service/fileLevelTestData/invalidCSV/noColumnNameRow/student.csv",
  "studentinsights__studentinsights/fixtures/fake_no_headers.csv",
  // Its words stand again below, each in its own column.
  "studentinsights__studentinsights/fixtures/student_section_grades_fixture.csv",
];

const paths = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.csv$/i.test(path))
      .sort()
  : [];
const firstRows = (path: string): string[][] => {
  const text = readFileSync(join(corpus, path))
    .subarray(0, 64 * 1024)
    .toString("utf8");
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { preview: 10, skipEmptyLines: true }).data;
};
const nameOf = (path: string): string => path.split("/").at(-1) ?? "";

describe.skipIf(paths.length === 0)("the public sets' headers (skipped where the corpus is absent)", () => {
  it("are recognised where the format is in the catalogue, and nowhere else", () => {
    const folders = Map.groupBy(paths, (path) => dirname(path));
    const found = [...folders].map(([folder, inside]) => {
      const files = inside.map(
        (path): SeenFile => ({ name: nameOf(path), header: firstRows(path)[0] ?? [], rows: 1 }),
      );
      return [folder, detect(files).id];
    });
    expect(Object.fromEntries(found.filter(([, id]) => id !== "unknown"))).toEqual(known);
    expect(found.length).toBeGreaterThan(40);
  });

  it("stand on the first row, but for the files that have none", () => {
    const places = paths.map((path) => [path, placeHeader(firstRows(path), nameOf(path)).row] as const);
    expect(places.filter(([, row]) => row !== 0)).toEqual(headerless.map((path) => [path, -1]));
  });
});
