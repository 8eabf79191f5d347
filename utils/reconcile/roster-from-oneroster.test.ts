import { describe, expect, test } from "vitest";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { rosterFromOneRoster } from "./roster-from-oneroster.ts";

/** A package from CSV-like text, a file a key: cells without quotes, parted by commas. */
const readPackage = (files: Record<string, string>, format = findFormat("oneroster-1.1")!) => {
  const tables = Object.entries(files).map(([role, text]) => {
    const [header, ...rows] = text
      .trim()
      .split(/\n\s*/)
      .map((line) => line.split(","));
    return tableFromRows(`${role}.csv`, header!, rows);
  });
  const roles = Object.keys(files).map((role) => ({ role, file: `${role}.csv` }));
  return makeRoleTables(format, roles, tables);
};

const options = { name: "x.zip", checkedAt: "2026-11-16T08:00:00Z", date: "2026-11-16", homeroomOnly: true };

const files = {
  orgs: `sourcedId,name,type
    D,District,district
    S1,Elm,school`,
  classes: `sourcedId,status,title,classType,schoolSourcedId
    H1,,Vega AM,homeroom,S1
    H2,,Gil PM,homeroom,S1
    M1,,Math,scheduled,S1
    X1,tobedeleted,Gone,homeroom,S1`,
  users: `sourcedId,status,orgSourcedIds,role,givenName,familyName,email,grades,metadata.stateUniqueId
    T1,,S1,teacher,Luz,Vega,luz@example.org,,
    T2,,S1,teacher,Eva,Gil,eva@example.org,,
    1,,S1,student,Ana,Núñez,,PK,9000000001
    2,,S1,student,Beto,Núñez,,PK,
    3,,S1,student,Carla,Ruiz,,KG,
    3,,S1,student,Someone,Else,,KG,
    4,tobedeleted,S1,student,Gone,Away,,PK,`,
  enrollments: `sourcedId,classSourcedId,userSourcedId,role,primary,beginDate,endDate
    E1,H1,T2,teacher,false,,
    E2,H1,T1,teacher,true,,
    E3,H2,T1,teacher,true,,2026-10-01
    E4,H2,T2,teacher,true,,
    E5,H1,1,student,,,2026-11-16
    E6,H2,1,student,,,
    E7,M1,1,student,,,
    E8,H1,2,student,,,2026-06-01
    E9,H1,2,student,,,2026-01-01
    E10,M1,3,student,,,
    E11,X1,3,student,,,
    E12,H9,3,student,,,`,
  demographics: `sourcedId,birthDate,sex,hispanicOrLatinoEthnicity
    1,2021-04-05,female,true`,
};

const read = (changes: Partial<Record<keyof typeof files, string>> = {}, more = {}) =>
  rosterFromOneRoster(readPackage({ ...files, ...changes }), { ...options, ...more })!;

describe("rosterFromOneRoster", () => {
  test("tells schools, classes and teachers", () => {
    const roster = read();
    expect(roster.schools).toEqual([{ id: "S1", name: "Elm" }]);
    expect(
      roster.sections.map(({ id, homeroom, teacherIds, line }) => [id, homeroom, teacherIds, line]),
    ).toEqual([
      // The primary teacher first; one whose enrollment is over not at all.
      ["H1", true, ["T1", "T2"], 2],
      ["H2", true, ["T2"], 3],
      ["M1", false, [], 4],
    ]);
    expect(roster.teachers.map(({ id, email }) => [id, email])).toEqual([
      ["T1", "luz@example.org"],
      ["T2", "eva@example.org"],
    ]);
  });

  test("places students in the homeroom they are in today", () => {
    const roster = read();
    expect(roster.students.map(({ id, sectionIds }) => [id, sectionIds])).toEqual([
      // E5 ended today, which is the first day without it.
      ["1", ["H2"]],
      // Only ended enrollments: better a stale place than none, and once.
      ["2", ["H1"]],
      // No homeroom: the class that there is.
      ["3", ["M1"]],
    ]);
  });

  test("takes the first row of a repeated id and leaves out what is to be deleted", () => {
    const { students } = read();
    expect(students.map(({ fields }) => fields.firstName)).toEqual(["Ana", "Beto", "Carla"]);
    expect(students.map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  test("reads fields from users, demographics and telling metadata", () => {
    expect(read().students[0]?.fields).toEqual({
      firstName: "Ana",
      lastName: "Núñez",
      gradeLevel: "PK",
      stateId: "9000000001",
      birthDate: "2021-04-05",
      gender: "female",
      ethnicity: "true",
    });
    // Without a row in demographics nothing is told, which is not the same as empty.
    expect(read().students[1]?.fields).not.toHaveProperty("birthDate");
  });

  test("places students in every class where homerooms are nothing special", () => {
    const roster = read({}, { homeroomOnly: false });
    expect(roster.students[0]?.sectionIds).toEqual(["H2", "M1"]);
  });

  test("without classType nothing is known not to be a homeroom", () => {
    const classes = "sourcedId,title,schoolSourcedId\nH1,Vega AM,S1\nM1,Math,S1";
    expect(read({ classes }).sections.every(({ homeroom }) => homeroom)).toBe(true);
  });

  test.each(["users", "classes", "enrollments"] as const)("makes no roster without %s", (role) => {
    const { [role]: _, ...rest } = files;
    expect(rosterFromOneRoster(readPackage(rest), options)).toBeUndefined();
  });

  test("keeps people without an id as so many people", () => {
    const users = "sourcedId,role,givenName\n,student,Ana\n,student,Beto";
    expect(read({ users }).students.map(({ id, sectionIds }) => [id, sectionIds])).toEqual([
      ["", []],
      ["", []],
    ]);
  });
});

describe("OneRoster 1.2", () => {
  const read12 = (roles: string) =>
    rosterFromOneRoster(
      readPackage(
        {
          ...files,
          users: `sourcedId,status,givenName,familyName
    T1,,Luz,Vega
    1,,Ana,Núñez
    2,,Beto,Núñez
    G1,,Rosa,Núñez`,
          enrollments: `sourcedId,classSourcedId,userSourcedId,role
    E1,H1,1,student`,
          roles,
        },
        findFormat("oneroster-1.2")!,
      ),
      options,
    )!;
  const some = `sourcedId,status,userSourcedId,roleType,role,orgSourcedId
    R1,,T1,primary,teacher,S1
    R2,,1,primary,student,S9
    R3,,2,secondary,student,S2
    R4,,2,primary,Student,S3`;

  test("says who is a student, and where, in roles.csv", () => {
    const { students, teachers } = read12(`${some}
    R5,,G1,primary,guardian,S1`);
    expect(students.map(({ id, schoolId }) => [id, schoolId])).toEqual([
      ["1", "S1"],
      ["2", "S3"],
    ]);
    expect(teachers.map(({ id }) => id)).toEqual(["T1"]);
  });

  test("a role marked for deletion makes nobody anything; one may have two", () => {
    const { students, teachers } = read12(`${some}
    R5,tobedeleted,G1,primary,student,S1
    R6,,1,secondary,teacher,S1
    R7,,nobody,primary,student,S1`);
    expect(students.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(teachers.map(({ id }) => id)).toEqual(["T1", "1"]);
  });
});
