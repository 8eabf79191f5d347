import type { CheckContext, PreviousPeople } from "../utils/checks/rule.ts";
import { findFormat, unknownFormat } from "../utils/formats/index.ts";
import { makeRoleTables } from "../utils/formats/make-role-tables.ts";
import { readManifest } from "../utils/formats/read-manifest.ts";
import { personKey } from "../utils/roster/person-key.ts";
import type { FileProblem, Table } from "../utils/table/table.ts";
import { tableFromRows } from "../utils/table/table-from-rows.ts";

/**
 * A small package in which nothing is wrong, as rows by file and column. Examples of rules say only what differs from it:
 * a row of an example replaces the sample's row of the same key, or is added; columns it does not show stay as they are.
 */

type Row = Readonly<Record<string, string>>;

const manifestRows: Row[] = [
  ["manifest.version", "1.0"],
  ["oneroster.version", "1.1"],
  ...["academicSessions", "orgs", "courses", "classes", "users", "enrollments", "demographics"].map(
    (role) => [`file.${role}`, "bulk"],
  ),
  ...["resources", "classResources", "courseResources", "categories", "lineItems", "results"].map((role) => [
    `file.${role}`,
    "absent",
  ]),
].map(([propertyName = "", value = ""]) => ({ propertyName, value }));

const oneRoster: Record<string, Row[]> = {
  "manifest.csv": manifestRows,
  "academicSessions.csv": [
    {
      sourcedId: "Y27",
      title: "2026-2027",
      type: "schoolYear",
      startDate: "2026-08-17",
      endDate: "2027-05-29",
      schoolYear: "2027",
    },
  ],
  "orgs.csv": [
    { sourcedId: "S1", name: "Lakeview Elementary", type: "school", parentSourcedId: "D1" },
    { sourcedId: "D1", name: "Lakeview ISD", type: "district" },
  ],
  "courses.csv": [{ sourcedId: "C1", title: "Prekindergarten", orgSourcedId: "S1" }],
  "classes.csv": [
    {
      sourcedId: "H1",
      title: "Ortiz AM",
      grades: "PK",
      courseSourcedId: "C1",
      classType: "homeroom",
      schoolSourcedId: "S1",
      termSourcedIds: "Y27",
    },
  ],
  "users.csv": [
    {
      sourcedId: "P1",
      enabledUser: "true",
      orgSourcedIds: "S1",
      role: "student",
      username: "p1",
      givenName: "Mía",
      familyName: "Núñez",
      grades: "PK",
    },
    {
      sourcedId: "T1",
      enabledUser: "true",
      orgSourcedIds: "S1",
      role: "teacher",
      username: "t1",
      givenName: "Ana",
      familyName: "Ortiz",
      email: "ana.ortiz@example.org",
    },
  ],
  "enrollments.csv": [
    {
      sourcedId: "E1",
      classSourcedId: "H1",
      schoolSourcedId: "S1",
      userSourcedId: "P1",
      role: "student",
      beginDate: "2026-08-17",
      endDate: "2027-05-29",
    },
    {
      sourcedId: "E2",
      classSourcedId: "H1",
      schoolSourcedId: "S1",
      userSourcedId: "T1",
      role: "teacher",
      primary: "true",
      beginDate: "2026-08-17",
      endDate: "2027-05-29",
    },
  ],
  "demographics.csv": [{ sourcedId: "P1", birthDate: "2022-03-09", sex: "female" }],
};

const workbook: Record<string, Row[]> = {
  "cli-engage-roster.csv": [
    {
      School_Internal_ID: "S1",
      School_Name: "Lakeview Elementary",
      Teacher_Internal_ID: "T1",
      Teacher_First_Name: "Ana",
      Teacher_Last_Name: "Ortiz",
      Teacher_Primary_Email: "ana.ortiz@example.org",
      Class_Internal_ID: "H1",
      Class_Name: "Ortiz AM",
      Student_Internal_ID: "P1",
      Student_First_Name: "Mía",
      Student_Last_Name: "Núñez",
      Student_Birth_Date: "2022-03-09",
      Student_Gender: "Female",
      Student_Grade_Level: "PK",
      Assessment_Language: "Both",
    },
  ],
};

export type Example = {
  format?: string;
  system?: string;
  /** Rows to change or add, by file. */
  rows?: Readonly<Record<string, readonly Row[]>>;
  /** Files as they are, header first, in place of the sample's. */
  whole?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Files of the sample to leave out. */
  without?: readonly string[];
  problems?: readonly FileProblem[];
  settings?: Partial<CheckContext["settings"]>;
  /** The last file's students. */
  previous?: readonly { id: string; firstName: string; lastName: string; birthDate: string }[];
};

const keyOf = (file: string, row: Row): string => {
  if (file === "manifest.csv") return row.propertyName ?? "";
  return row.sourcedId ?? `${row.Student_Internal_ID} ${row.Class_Internal_ID}`;
};

const merge = (file: string, sample: readonly Row[], changes: readonly Row[]): Row[] => {
  const changed = new Set(changes.map((row) => keyOf(file, row)));
  const filled = changes.map((row) => ({
    ...(sample.find((one) => keyOf(file, one) === keyOf(file, row)) ?? sample[0]),
    ...row,
  }));
  return [...sample.filter((row) => !changed.has(keyOf(file, row))), ...filled];
};

const toPrevious = (people: NonNullable<Example["previous"]>): PreviousPeople => ({
  ids: new Set(people.map(({ id }) => id)),
  idByPerson: new Map(people.map((person) => [personKey(person) ?? "", person.id])),
});

/** The context of a check of the sample package with an example's differences. */
export const contextOf = (example: Example = {}): CheckContext => {
  const format = findFormat(example.format ?? "oneroster-1.1") ?? unknownFormat;
  const sample = format.id === "cli-engage-workbook" ? workbook : format.id === "unknown" ? {} : oneRoster;
  const names = new Set([
    ...Object.keys(sample),
    ...Object.keys(example.rows ?? {}),
    ...Object.keys(example.whole ?? {}),
  ]);
  const tables: Table[] = [];
  for (const name of names) {
    if (example.without?.includes(name)) continue;
    const whole = example.whole?.[name];
    if (whole !== undefined) {
      tables.push(
        tableFromRows(
          name,
          [...(whole[0] ?? [])],
          whole.slice(1).map((row) => [...row]),
        ),
      );
      continue;
    }
    const rows = merge(name, sample[name] ?? [], example.rows?.[name] ?? []);
    const spec = format.files.find(({ fileName }) => fileName === name);
    const known = spec?.fields.map((field) => field.name) ?? [];
    const more = new Set(rows.flatMap((row) => Object.keys(row)).filter((column) => !known.includes(column)));
    const header = [...known, ...more];
    tables.push(
      tableFromRows(
        name,
        header,
        rows.map((row) => header.map((column) => row[column] ?? "")),
      ),
    );
  }
  const roles = format.files.map(({ role, fileName }) => ({ role, file: fileName }));
  const files = makeRoleTables(format, roles, tables);
  return {
    format,
    system: example.system,
    files,
    fileNames: tables.map(({ file }) => file.name),
    problems: example.problems ?? [],
    manifest: readManifest(files.get("manifest")),
    mode: undefined,
    date: "2026-11-22",
    settings: { idLengths: {}, metadataColumns: {}, ...example.settings },
    previous: example.previous === undefined ? undefined : toPrevious(example.previous),
  };
};
