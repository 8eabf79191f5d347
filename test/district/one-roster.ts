import { type CsvFile, writeCsv, writeRecords } from "./csv.ts";
import type { District, DistrictClass, DistrictStudent } from "./district.ts";

/** Columns in the order of the OneRoster 1.1 CSV tables, then the receiver's metadata columns. */
export const oneRosterColumns = {
  academicSessions:
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
  orgs: "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
  courses:
    "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
  classes:
    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods,metadata.dayType,metadata.level",
  users:
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.stateUniqueId",
  enrollments:
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
  demographics:
    "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
} as const;

const absentFiles = ["categories", "classResources", "courseResources", "lineItems", "resources", "results"];

const writeManifest = (): string => {
  const modes = [
    ...Object.keys(oneRosterColumns).map((name) => [`file.${name}`, "bulk"]),
    ...absentFiles.map((name) => [`file.${name}`, "absent"]),
  ].sort();
  return writeCsv(
    ["propertyName", "value"],
    [
      ["manifest.version", "1.0"],
      ["oneroster.version", "1.1"],
      ...modes,
      ["source.systemName", "Bluebonnet SIS"],
      ["source.systemCode", "BBSIS"],
    ],
  );
};

const enrollment = (section: DistrictClass, person: string, role: string, from: string, more = {}) => ({
  sourcedId: `ENR-${section.id.slice(4)}-${person}`,
  classSourcedId: section.id,
  schoolSourcedId: section.schoolId,
  userSourcedId: person,
  role,
  primary: role === "teacher" ? "true" : "false",
  beginDate: from,
  ...more,
});

const studentUser = (student: DistrictStudent) => ({
  sourcedId: student.id,
  enabledUser: "true",
  orgSourcedIds: student.schoolId,
  role: "student",
  username: `s${student.id}`,
  userIds: `{TSDS:${student.stateId}}`,
  givenName: student.firstName,
  familyName: student.lastName,
  middleName: student.middleName,
  identifier: student.id,
  grades: student.grade,
  "metadata.stateUniqueId": student.stateId,
});

const demographic = (student: DistrictStudent) => ({
  sourcedId: student.id,
  birthDate: student.birthDate,
  sex: student.sex,
  hispanicOrLatinoEthnicity: String(student.hispanic),
});

/** Rows by file; what the bad examples change before they are written. */
export type OneRosterRows = Record<keyof typeof oneRosterColumns, Record<string, string>[]>;

/** A district as the rows of a bulk package: status and dateLastModified stay blank. */
export const toOneRosterRows = (district: District): OneRosterRows => {
  const { schoolYear } = district;
  const sections = new Map(district.classes.map((section) => [section.id, section]));
  const dates = { startDate: schoolYear.begins, endDate: schoolYear.ends, schoolYear: schoolYear.endYear };
  const half = { type: "semester", parentSourcedId: schoolYear.id, schoolYear: schoolYear.endYear };
  return {
    academicSessions: [
      { sourcedId: schoolYear.id, title: schoolYear.title, type: "schoolYear", ...dates },
      { sourcedId: "S1-2027", title: "Fall", startDate: schoolYear.begins, endDate: "2026-12-18", ...half },
      { sourcedId: "S2-2027", title: "Spring", startDate: "2027-01-06", endDate: schoolYear.ends, ...half },
    ],
    orgs: [
      { sourcedId: district.id, name: district.name, type: "district", identifier: district.id },
      ...district.schools.map((school) => ({
        sourcedId: school.id,
        name: school.name,
        type: "school",
        identifier: school.id,
        parentSourcedId: district.id,
      })),
    ],
    courses: district.courses.map((course) => ({
      sourcedId: course.id,
      schoolYearSourcedId: schoolYear.id,
      title: course.title,
      courseCode: course.id.slice(4),
      grades: course.grades.join(","),
      orgSourcedId: district.id,
    })),
    classes: district.classes.map((section) => ({
      sourcedId: section.id,
      title: section.title,
      grades: section.grades.join(","),
      courseSourcedId: section.courseId,
      classCode: section.id.slice(4),
      classType: section.homeroom ? "homeroom" : "scheduled",
      location: section.room,
      schoolSourcedId: section.schoolId,
      termSourcedIds: schoolYear.id,
      "metadata.dayType": section.dayType,
      "metadata.level": section.level,
    })),
    users: [
      ...district.teachers.map((teacher) => ({
        sourcedId: teacher.id,
        enabledUser: "true",
        orgSourcedIds: teacher.schoolId,
        role: "teacher",
        username: teacher.email.split("@")[0]!,
        givenName: teacher.firstName,
        familyName: teacher.lastName,
        identifier: teacher.id,
        email: teacher.email,
        "metadata.stateUniqueId": teacher.stateId,
      })),
      ...district.students.map(studentUser),
    ],
    enrollments: [
      ...district.classes.map((section) =>
        enrollment(section, section.teacherId, "teacher", schoolYear.begins),
      ),
      ...district.students.flatMap((student) =>
        [...(student.homeroomId ? [student.homeroomId] : []), ...student.scheduledIds].map((id) =>
          enrollment(sections.get(id)!, student.id, "student", schoolYear.begins),
        ),
      ),
    ],
    demographics: district.students.map(demographic),
  };
};

/** The package's eight files: the manifest and seven bulk files. */
export const writeOneRoster = (rows: OneRosterRows): CsvFile[] => [
  { name: "manifest.csv", text: writeManifest() },
  ...(Object.keys(oneRosterColumns) as (keyof OneRosterRows)[]).map((name) => ({
    name: `${name}.csv`,
    text: writeRecords(oneRosterColumns[name].split(","), rows[name]),
  })),
];
