import type { Row, Sample } from "./sample.ts";

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

const files = {
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
} satisfies Sample["files"];

export const oneRoster11: Sample = {
  files,
  keys: {
    ...Object.fromEntries(Object.keys(files).map((file) => [file, ["sourcedId"]])),
    "manifest.csv": ["propertyName"],
  },
};
