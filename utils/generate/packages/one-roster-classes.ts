import type { District } from "../district.ts";
import type { Row, RowsByRole } from "../package.ts";
import type { Term } from "../school-year.ts";

/** Files of OneRoster that no version changed: sessions, organisations, courses, classes and resources. */

const sessionRows = ({ schoolYear }: District): Row[] => {
  const parentOf = ({ type }: Term): string => {
    if (type === "schoolYear") return "";
    return type === "semester" ? schoolYear.year.id : schoolYear.fall.id;
  };
  return [schoolYear.year, schoolYear.fall, schoolYear.spring, schoolYear.quarter].map((term) => ({
    sourcedId: term.id,
    title: term.title,
    type: term.type,
    startDate: term.begins,
    endDate: term.ends,
    parentSourcedId: parentOf(term),
    schoolYear: String(schoolYear.endYear),
  }));
};

const orgRows = ({ id, name, schools }: District): Row[] => [
  { sourcedId: id, name, type: "district", identifier: id },
  ...schools.map((school) => ({
    sourcedId: school.id,
    name: school.name,
    type: "school",
    identifier: `${id}${school.id}`,
    parentSourcedId: id,
  })),
];

const courseRows = ({ courses, schoolYear }: District): Row[] =>
  courses.map(({ code, title, subject, school, grades }) => ({
    sourcedId: code,
    schoolYearSourcedId: schoolYear.year.id,
    title,
    courseCode: code,
    grades: grades.join(","),
    orgSourcedId: school.id,
    subjects: subject,
  }));

const classRows = ({ sections }: District): Row[] =>
  sections.map((section) => ({
    sourcedId: section.id,
    title: section.title,
    grades: section.grade,
    courseSourcedId: section.course.code,
    classCode: section.course.code,
    classType: section.homeroom ? "homeroom" : "scheduled",
    location: section.room,
    schoolSourcedId: section.school.id,
    termSourcedIds: section.term.id,
    subjects: section.course.subject,
    periods: section.homeroom ? "" : String(section.period),
  }));

export const resourceRows = ({ sections, courses }: District): RowsByRole => ({
  resources: Array.from({ length: 12 }, (_, i) => ({
    sourcedId: `RES-${i + 1}`,
    vendorResourceId: `reader-${i + 1}`,
    title: `Reader ${i + 1}`,
    roles: "teacher,student",
    importance: "primary",
  })),
  classResources: sections.slice(0, 12).map(({ id }, i) => ({
    sourcedId: `CLR-${i + 1}`,
    title: `Reader ${i + 1}`,
    classSourcedId: id,
    resourceSourcedId: `RES-${i + 1}`,
  })),
  courseResources: courses.slice(0, 12).map(({ code }, i) => ({
    sourcedId: `COR-${i + 1}`,
    title: `Reader ${i + 1}`,
    courseSourcedId: code,
    resourceSourcedId: `RES-${i + 1}`,
  })),
});

export const sharedRows = (district: District): RowsByRole => ({
  academicSessions: sessionRows(district),
  orgs: orgRows(district),
  courses: courseRows(district),
  classes: classRows(district),
});

/** manifest.csv: what is there is bulk, everything else absent. */
export const manifestRows = (
  version: "1.1" | "1.2",
  properties: readonly string[],
  present: readonly string[],
): Row[] =>
  properties
    .filter((property) => !property.startsWith("source."))
    .map((propertyName) => {
      if (propertyName === "manifest.version") return { propertyName, value: "1.0" };
      if (propertyName === "oneroster.version") return { propertyName, value: version };
      const isThere = present.includes(propertyName.replace(/^file\./, ""));
      return { propertyName, value: isThere ? "bulk" : "absent" };
    });
