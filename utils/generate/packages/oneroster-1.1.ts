import { oneRoster11 } from "../../formats/oneroster-1.1.ts";
import { manifestProperties } from "../../formats/oneroster-vocabulary.ts";
import type { District } from "../district.ts";
import { makePackage, type Package, type Row, type RowsByRole } from "../package.ts";
import { manifestRows, resourceRows, sharedRows } from "./one-roster-classes.ts";
import {
  demographicsRow,
  enrollmentRows,
  guardianRow,
  schoolOfGuardians,
  studentRow,
  teacherRow,
} from "./one-roster-people.ts";

const userRows = (district: District): Row[] => {
  const schools = schoolOfGuardians(district);
  return [
    ...district.students.map((student) => ({
      ...studentRow(student),
      orgSourcedIds: student.school.id,
      role: "student",
    })),
    ...district.teachers.map((teacher) => ({
      ...teacherRow(teacher),
      orgSourcedIds: teacher.school.id,
      role: "teacher",
    })),
    ...district.guardians.map((guardian) => ({
      ...guardianRow(guardian),
      orgSourcedIds: schools.get(guardian.id) ?? district.id,
      role: "guardian",
    })),
  ];
};

/** The rows of the eight files that make a roster. */
export const rosterRows = (district: District): RowsByRole => ({
  ...sharedRows(district),
  users: userRows(district),
  enrollments: enrollmentRows(district),
  demographics: district.students.map(demographicsRow),
});

/** A quiz and its results in the first courses. */
export const gradebookRows = ({ sections, students, schoolYear }: District): RowsByRole => {
  const own = sections.slice(0, 12);
  return {
    categories: [
      { sourcedId: "CAT-1", title: "Quiz" },
      { sourcedId: "CAT-2", title: "Homework" },
    ],
    lineItems: own.map(({ id }, i) => ({
      sourcedId: `LI-${i + 1}`,
      title: `Quiz ${i + 1}`,
      assignDate: schoolYear.year.begins,
      dueDate: schoolYear.fall.ends,
      classSourcedId: id,
      categorySourcedId: i % 2 === 0 ? "CAT-1" : "CAT-2",
      gradingPeriodSourcedId: schoolYear.quarter.id,
      resultValueMin: "0",
      resultValueMax: "100",
    })),
    results: own.flatMap((section, i) =>
      students
        .filter((student) => student.sections.includes(section))
        .slice(0, 2)
        .map((student, at) => ({
          sourcedId: `RS-${i + 1}-${at + 1}`,
          lineItemSourcedId: `LI-${i + 1}`,
          studentSourcedId: student.id,
          scoreStatus: "fully graded",
          score: String(71 + i),
          scoreDate: schoolYear.fall.ends,
        })),
    ),
  };
};

export const makeOneRoster11 = (district: District): Package => {
  const rows = { ...rosterRows(district), ...resourceRows(district), ...gradebookRows(district) };
  const manifest = manifestRows("1.1", manifestProperties, Object.keys(rows));
  return makePackage(oneRoster11, { manifest, ...rows });
};
