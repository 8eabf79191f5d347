import type { Sample } from "./sample.ts";

export const sds21: Sample = {
  files: {
    "orgs.csv": [
      { sourcedId: "D1", name: "Lakeview ISD", type: "district" },
      { sourcedId: "S1", name: "Lakeview Elementary", type: "school", parentSourcedId: "D1" },
    ],
    "users.csv": [
      { sourcedId: "P1", username: "mnunez@example.org", givenName: "Mía", familyName: "Núñez" },
      {
        sourcedId: "T1",
        username: "aortiz@example.org",
        givenName: "Ana",
        familyName: "Ortiz",
        email: "aortiz@example.org",
      },
      {
        sourcedId: "G1",
        username: "eva@example.com",
        givenName: "Eva",
        familyName: "Núñez",
        email: "eva@example.com",
        phone: "+11234567890",
      },
    ],
    "roles.csv": [
      {
        userSourcedId: "P1",
        orgSourcedId: "S1",
        role: "student",
        sessionSourcedId: "Y27",
        grade: "03",
        isPrimary: "TRUE",
        roleStartDate: "2026-08-17",
        roleEndDate: "2027-05-29",
      },
      {
        userSourcedId: "T1",
        orgSourcedId: "S1",
        role: "teacher",
        sessionSourcedId: "Y27",
        isPrimary: "true",
      },
    ],
    "classes.csv": [
      {
        sourcedId: "C1",
        orgSourcedId: "S1",
        title: "Grade 3 Ortiz",
        sessionSourcedIds: "Y27",
        courseSourcedId: "K1",
      },
    ],
    "enrollments.csv": [
      { classSourcedId: "C1", userSourcedId: "P1", role: "student" },
      { classSourcedId: "C1", userSourcedId: "T1", role: "teacher" },
    ],
    "academicSessions.csv": [
      {
        sourcedId: "Y27",
        title: "2026-2027",
        type: "schoolYear",
        schoolYear: "2027",
        startDate: "2026-08-17",
        endDate: "2027-05-29",
      },
    ],
    "courses.csv": [
      { sourcedId: "K1", orgSourcedId: "S1", title: "Grade 3", schoolYearSourcedId: "Y27", grade: "03" },
    ],
    "demographics.csv": [{ userSourcedId: "P1", sex: "female", birthDate: "2018-03-09" }],
    "userFlags.csv": [{ userSourcedId: "P1", flag: "iep" }],
    "relationships.csv": [
      { userSourcedId: "P1", relationshipUserSourcedId: "G1", relationshipRole: "guardian" },
    ],
  },
  keys: {
    "orgs.csv": ["sourcedId"],
    "users.csv": ["sourcedId"],
    "roles.csv": ["userSourcedId", "orgSourcedId", "role"],
    "classes.csv": ["sourcedId"],
    "enrollments.csv": ["classSourcedId", "userSourcedId", "role"],
    "academicSessions.csv": ["sourcedId"],
    "courses.csv": ["sourcedId"],
    "demographics.csv": ["userSourcedId"],
    "userFlags.csv": ["userSourcedId", "flag"],
    "relationships.csv": ["userSourcedId", "relationshipUserSourcedId"],
  },
};
