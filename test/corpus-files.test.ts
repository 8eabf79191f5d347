import { existsSync, openAsBlob, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkPackage } from "../utils/pipeline.ts";
import { openPackage } from "../utils/table/open-package.ts";

/**
 * Every file of the public sets as the product reads it, whole packages together: its format, and what is wrong with it.
 * Each set's SOURCE.md (and nias2's EXPECTED.md) says what to expect; of files in no format we know, only what holds of
 * any file is said. Skipped where the sets are absent; what the tables below do not name must raise nothing.
 */
const corpus = join(import.meta.dirname, "..", "..", "shared", "corpus");

const csvs = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((path) => /\.csv$/i.test(path))
  : [];

const check = async (paths: readonly string[]): Promise<string[]> => {
  const open = async (path: string) => ({ name: basename(path), blob: await openAsBlob(join(corpus, path)) });
  const { report } = await checkPackage(await Promise.all(paths.map(open)), {
    date: "2026-11-22",
    now: "2026-11-22T08:00:00Z",
    version: "0.0.0",
    plan: false,
  });
  expect(report.notChecked.filter(({ because }) => /fault is ours/i.test(because))).toEqual([]);
  const found = report.findings.map(({ outcome, rule, count }) => `${outcome} ${rule} ${count}`);
  return [report.format.id, ...found.sort()];
};

/** Sets of files that do not belong together: each is a package of its own. */
const apart =
  /^(?:inbloom|nsip|studentinsights|edanalytics|maxogden|Ed-Fi[^/]*\/lms|nahisaho__RosterHub|OfficeDev[^/]*\/schoology)/;
const packages = new Map<string, readonly string[]>([
  ...csvs.filter((path) => apart.test(path)).map((path): [string, string[]] => [path, [path]]),
  ...Map.groupBy(
    csvs.filter((path) => !apart.test(path)),
    (path) => dirname(path),
  ),
]);

const inbloom = "inbloom__secure-data-service/fileLevelTestData/invalidCSV";
const insights = "studentinsights__studentinsights";
const cliEngage = "edanalytics__earthmover_edfi_bundles";
const edFi = "Ed-Fi-Alliance-OSS__LMS-Toolkit";
const sds = "OfficeDev__O365-EDU-Tools";
const hub = "nahisaho__RosterHub";
const nias = "nsip__nias2/unit_test_files";
const net = "rjeike__OneRoster.Net";

const hubOrgs = (rows: number, schools: number): string[] => [
  "oneroster-1.1",
  // "2025-01-15" where the standard wants a time of day as well.
  `fault date-malformed ${rows}`,
  ...(schools > 0 ? [`note school-without-district ${schools}`] : []),
  "warning missing-file 1",
];
const hubUsers = (rows: number): string[] => [
  "oneroster-1.1",
  `fault date-malformed ${rows}`,
  // orgSourcedIds is empty.
  `fault required-value-missing ${rows}`,
  "warning missing-file 1",
  // A JSON list.
  `warning user-id-malformed ${rows}`,
];
/** Snapshots of one small district, which differ in courses and classes: ids of schools and terms that nobody has. */
const snapshot = (courses: number, classes: number, ...more: string[]): string[] => [
  "oneroster-1.1",
  "fault dangling-reference 2",
  "fault dangling-reference 3",
  `fault dangling-reference ${classes}`,
  `warning dangling-reference ${courses}`,
  "warning dangling-reference 3",
  `warning class-without-teacher ${classes - 1}`,
  "fault date-malformed 3",
  "fault date-malformed 3",
  "note missing-column 1",
  ...["note missing-column 3", "note missing-column 3", "note missing-column 3"],
  "note missing-column 6",
  "warning boolean-malformed 4",
  "warning column-order 1",
  // Two at the edge, and one more.
  "warning empty-header 3",
  "warning enrollment-school-differs 3",
  "warning enum-value-unknown 1",
  "warning lost-leading-zeros 2",
  "warning missing-file 1",
  ...more,
];

const expected: Readonly<Record<string, readonly string[]>> = {
  // One known fault each; a missing or misspelt column of a format we do not know is no fault that we can tell.
  [`${inbloom}/emptyFile/student.csv`]: ["unknown", "fault empty-file 1"],
  [`${inbloom}/firstRecordMissingColumn/student.csv`]: ["unknown", "fault ragged-rows 1"],
  [`${inbloom}/noColumnNameRow/student.csv`]: ["unknown", "fault header-missing 1"],
  [`${inbloom}/noDataRow/student.csv`]: ["unknown", "note header-only 1"],
  [`${inbloom}/otherDelimiter/student.csv`]: ["unknown", "fault wrong-delimiter 1"],
  [`${inbloom}/unicodeDelimiter/student.csv`]: ["unknown", "fault wrong-delimiter 1"],
  // MySQL's escapes: a quotation mark after a backslash.
  [`${insights}/fixtures/attendance_dump.csv`]: [
    "unknown",
    "fault ragged-rows 1",
    "warning irregular-quotes 1",
  ],
  [`${insights}/fixtures/fake_no_headers.csv`]: ["unknown", "fault header-missing 1"],
  [`${insights}/fixtures/student_section_grades_fixture.csv`]: ["unknown", "fault header-missing 1"],
  [`${insights}/fixtures/fake_student_services_file.csv`]: ["unknown", "fault ragged-rows 1"],
  [`${insights}/importers/team_membership_import/team_membership_fixture.csv`]: [
    "unknown",
    "warning example-row 1",
  ],
  // CLI Engage's own exports: titles of groups on the first line, the names of the columns on the third.
  [`${cliEngage}/CIRCLE/data/sample_anonymized_file.csv`]: ["unknown", "warning empty-header 287"],
  [`${cliEngage}/TX_KEA/data/sample_anonymized_file.csv`]: ["unknown", "warning empty-header 65"],
  [`${cliEngage}/KRA/data/KRA_sample_file_deidentified.csv`]: ["unknown", "warning empty-header 5"],
  // Registrations of Australia: what holds of any file. The other 88 have faults of values, or none.
  [`${nias}/1studentsACARAIDandStateBlank.csv`]: ["unknown", "fault ragged-rows 1"],
  [`${nias}/1studentsACARAIDandStateMismatch.csv`]: ["unknown", "fault ragged-rows 1"],
  [`${nias}/BlankStudentFile2.csv`]: ["unknown", "note header-only 1"],
  [`${nias}/EmptyStudentFile.csv`]: ["unknown", "fault ragged-rows 5"],
  [`${edFi}/OneRoster 1.1 Sample Data`]: [
    "oneroster-1.1",
    // Two users with a comma too many.
    "fault ragged-rows 2",
    "note manifest-against-content 1",
  ],
  [`${sds}/SDS Format/100 Users`]: ["sds-1"],
  [`${sds}/SDS Format/25 Users`]: ["sds-1"],
  [`${sds}/SDS Format/Min Required Attributes`]: ["sds-1"],
  [`${sds}/SDS v2.1`]: ["sds-2.1"],
  [`${sds}/UK Format/100 Users`]: ["sds-1"],
  [`${sds}/UK Format/25 Users`]: ["sds-1"],
  [`${sds}/UK Format/Min Required Attributes`]: ["sds-1"],
  [`${sds}/history`]: ["sds-1"],
  [`${sds}/history/SDS Demo - Small`]: ["sds-1"],
  [`${sds}/history/UK CSV Samples`]: ["sds-1"],
  // One file alone.
  [`${sds}/history/SDS v2.1`]: [
    "sds-2.1",
    "fault missing-file 1",
    "fault missing-file 1",
    "fault missing-file 1",
  ],
  "nahisaho__SDS2Roster/sds": ["sds-1"],
  "nahisaho__Roster-Bridge-JPP": [
    "oneroster-1.2",
    "fault date-malformed 4",
    "fault date-malformed 5",
    "fault date-malformed 7",
    "fault enum-value-unknown 2",
    "note missing-column 12",
    "note school-year-differs 2",
    "warning boolean-malformed 7",
    "warning column-order 1",
    "warning column-order 2",
    "warning missing-file 1",
    "warning unknown-column 1",
    "warning unknown-column 1",
    "warning user-id-malformed 7",
  ],
  [`${hub}/orgs-2025-11-15-597b9764-9089-4adb-85f1-f12c2116a121.csv`]: hubOrgs(1, 0),
  [`${hub}/orgs-2025-11-15-7a7d3bf5-abf3-4c88-b6f9-d9cfde8743c4.csv`]: hubOrgs(3, 0),
  [`${hub}/orgs-2025-11-15-9c3e6a15-a1fb-49fc-81bd-c80833cdaf88.csv`]: hubOrgs(5, 4),
  [`${hub}/orgs-2025-11-15-a0d70cf5-f3c7-448a-9ddd-2cd07d18861a.csv`]: ["unknown", "fault empty-file 1"],
  [`${hub}/orgs-2025-11-15-aa4493af-33fb-4c4b-827d-4d97808ae996.csv`]: hubOrgs(6, 5),
  [`${hub}/orgs-2025-11-16-14803dac-f1bd-4dd9-bb00-4ac721badd31.csv`]: hubOrgs(4, 3),
  [`${hub}/orgs-2025-11-16-48167bb1-a532-4328-a6ee-c44576332c55.csv`]: hubOrgs(5, 4),
  [`${hub}/orgs-2025-11-16-a5827b19-9ad1-48fb-843c-5d2e9b02fce3.csv`]: [
    "oneroster-1.1",
    "note header-only 1",
    "warning missing-file 1",
  ],
  [`${hub}/users-2025-11-15-051a36fe-8db1-41bc-b699-851bfe05e19c.csv`]: hubUsers(1),
  [`${hub}/users-2025-11-15-11796db0-3763-4cc7-83e2-1d3fea228196.csv`]: hubUsers(4),
  "nicelion__oneroster-mocker/oneroster-example-csv": [
    "oneroster-1.1",
    ...Array.from({ length: 7 }, () => "note header-only 1"),
    "warning manifest-against-content 1",
  ],
  "nicelion__oneroster-mocker/outputs": [
    "oneroster-1.1",
    "fault enum-value-unknown 1",
    "note file-not-recognised 1",
    "note school-without-district 1",
    "warning missing-file 1",
    "warning user-id-malformed 4",
  ],
  [`${net}/Step1-UpdateCourse`]: snapshot(5, 4, "warning enum-value-unknown 1"),
  [`${net}/Step2-AddCourse`]: snapshot(5, 4),
  [`${net}/Step3-DeleteCourse`]: snapshot(4, 4),
  [`${net}/Step4-AddClass`]: snapshot(4, 5, "warning school-not-a-school 1"),
  [net]: snapshot(4, 4, "note file-not-recognised 1"),
};

describe.skipIf(csvs.length === 0)("the public sets as the product reads them", () => {
  it("are all here, and every expectation is of one of them", () => {
    expect(new Set(csvs.map((path) => path.split("/")[0])).size).toBe(12);
    expect(Object.keys(expected).filter((path) => !packages.has(path))).toEqual([]);
  });

  const sets = Map.groupBy([...packages], ([path]) => path.split("/")[0] ?? "");
  it.each([...sets])(
    "%s",
    async (_set, inside) => {
      for (const [path, files] of inside) {
        const [format = "unknown", ...findings] = expected[path] ?? [];
        expect([path, ...(await check(files))]).toEqual([path, format, ...findings.sort()]);
      }
    },
    120_000,
  );
});

const spectrum = join(corpus, "maxogden__csv-spectrum");

describe.skipIf(!existsSync(spectrum))("csv-spectrum (skipped where the corpus is absent)", () => {
  const names = existsSync(spectrum) ? readdirSync(join(spectrum, "csvs")) : [];
  it.each(names)("%s holds what its JSON says", async (name) => {
    const json = join(spectrum, "json", name.replace(/csv$/, "json"));
    // The line ends of the files were made alike when they were committed, those in the JSON's texts were not.
    const rows: Record<string, string>[] = JSON.parse(readFileSync(json, "utf8").replaceAll("\\r\\n", "\\n"));
    const blob = await openAsBlob(join(spectrum, "csvs", name));
    for await (const { table } of openPackage([{ name, blob }])) {
      const read = Array.from({ length: table?.rows ?? 0 }, (_, row) =>
        Object.fromEntries(
          (table?.columns ?? []).map((column) => [column.name, column.valueOf(column.codes[row] ?? 0)]),
        ),
      );
      expect(read).toEqual(rows);
    }
  });
});
