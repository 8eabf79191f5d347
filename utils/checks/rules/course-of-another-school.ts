import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { cellOf, readHierarchy, someUpward } from "../hierarchy.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext, RoleTable, Rule } from "../rule.ts";

/** Rows of the classes whose course belongs to a school that is neither theirs nor above it. */
const findRows = (context: CheckContext, classes: RoleTable, course: Column, school: Column): number[] => {
  const orgs = readHierarchy(context, "orgs");
  const type = columnOf(orgs?.file, "type");
  const courses = context.files.get("courses");
  const id = columnOf(courses, "sourcedId");
  const org = columnOf(courses, "orgSourcedId");
  if (orgs === undefined || type === undefined || id === undefined || org === undefined) return [];
  const schoolOf = joinCodes(school, orgs.id);
  const orgOf = joinCodes(org, orgs.id);
  const courseOf = joinCodes(course, id);
  /** By code of the course: the school it belongs to, or -1 for a district's, and for one nobody knows. */
  const owner = Int32Array.from(courseOf, (found) => {
    if (found < 0 || id.counts[found] !== 1) return -1;
    const at = orgOf[org.codes[id.firstRow[found] as number] as number] as number;
    return at >= 0 && orgs.id.counts[at] === 1 && cellOf(orgs, type, at) === "school" ? at : -1;
  });
  if (!owner.some((at) => at >= 0)) return [];
  const gone = isDeleted(classes);
  const rows: number[] = [];
  for (let row = 0; row < classes.table.rows; row++) {
    const owned = owner[course.codes[row] as number] as number;
    const at = schoolOf[school.codes[row] as number] as number;
    if (owned < 0 || at < 0 || owned === at || gone(row)) continue;
    if (!someUpward(orgs, at, (above) => above === owned)) rows.push(row);
  }
  return rows;
};

/** Classes at one school of a course that another school owns; courses of a district are everybody's. */
export const rule: Rule = {
  id: "course-of-another-school",
  outcome: "note",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "IMS OneRoster CSV tables, courses.orgSourcedId and classes.schoolSourcedId",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, {
      classes: ["courseSourcedId", "schoolSourcedId"],
      courses: ["sourcedId", "orgSourcedId"],
      orgs: ["sourcedId", "type", "parentSourcedId"],
    }),
  *check(context) {
    const classes = context.files.get("classes");
    const course = columnOf(classes, "courseSourcedId");
    const school = columnOf(classes, "schoolSourcedId");
    if (classes === undefined || course === undefined || school === undefined) return;
    const rows = findRows(context, classes, course, school);
    yield {
      count: rows.length,
      args: { file: classes.table.file.name, column: course.name },
      places: placesOfRows(classes, rows, course, (row) => school.valueOf(school.codes[row] as number)),
    };
  },
};
