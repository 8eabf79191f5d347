import { columnOf, placesOf } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { fewLack } from "../nearly-all.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

/** Courses of which there is no class, where nearly all have one: a whole catalogue of courses may have many without. */
export const rule: Rule = {
  id: "course-without-class",
  outcome: "note",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "Rosterguard",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, { courses: ["sourcedId"], classes: ["courseSourcedId"] }) ??
    needWhole(context, "classes", "courses"),
  *check(context) {
    const courses = context.files.get("courses");
    const id = columnOf(courses, "sourcedId");
    const course = columnOf(context.files.get("classes"), "courseSourcedId");
    if (courses === undefined || id === undefined || course === undefined) return;
    const used = new Uint8Array(id.size);
    for (const code of joinCodes(course, id)) if (code >= 0) used[code] = 1;
    const gone = isDeleted(courses);
    const unused: number[] = [];
    for (let code = 0; code < id.size; code++) {
      if (used[code] === 0 && !gone(id.firstRow[code] as number)) unused.push(code);
    }
    if (!fewLack(unused.length, id.size)) return;
    yield {
      count: unused.length,
      args: { file: courses.table.file.name, of: id.size },
      places: placesOf(courses, id, unused),
    };
  },
};
