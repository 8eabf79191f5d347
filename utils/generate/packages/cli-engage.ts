import { cliEngage } from "../../formats/cli-engage.ts";
import { manifestProperties } from "../../formats/oneroster-vocabulary.ts";
import type { District } from "../district.ts";
import { makePackage, type Package } from "../package.ts";
import { manifestRows } from "./one-roster-classes.ts";
import { rosterRows } from "./oneroster-1.1.ts";

/** The district as CLI Engage is told of it: homerooms and who is in them. */
export const homeroomsOnly = (district: District): District => {
  const sections = district.sections.filter(({ homeroom }) => homeroom);
  return {
    ...district,
    sections,
    courses: district.courses.filter(({ code }) => sections.some(({ course }) => course.code === code)),
    teachers: district.teachers.filter((teacher) => sections.some((section) => section.teacher === teacher)),
    students: district.students.map((student) => ({ ...student, sections: [student.homeroom] })),
  };
};

/** Six files and no manifest; courses.csv and manifest.csv are there for faults that need them. */
export const makeCliEngage = (district: District): Package => {
  const rows = rosterRows(homeroomsOnly(district));
  const manifest = manifestRows("1.1", manifestProperties, Object.keys(rows));
  return makePackage(cliEngage, { manifest, ...rows }, ["manifest", "courses"]);
};
