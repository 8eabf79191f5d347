import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { isAmong, isDeleted } from "../enrollments.ts";
import { needColumns, needWhole } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { RoleTable, Rule } from "../rule.ts";

/** Which classes a teacher is enrolled in, by code. Loops over rows stay out of generators, which run them slower. */
const findTaught = (enrollments: RoleTable, klass: Column, classOf: Int32Array, size: number): Uint8Array => {
  const isTeacher = isAmong(columnOf(enrollments, "role"), "teacher");
  const gone = isDeleted(enrollments);
  const taught = new Uint8Array(size);
  const { codes } = klass;
  const { rows } = enrollments.table;
  for (let row = 0; row < rows; row++) {
    if (!isTeacher(row)) continue;
    const code = classOf[codes[row] as number] as number;
    if (code >= 0 && !gone(row)) taught[code] = 1;
  }
  return taught;
};

/** Classes no teacher is enrolled in. For CLI Engage only homerooms count, since it creates no others. */
export const rule: Rule = {
  id: "class-without-teacher",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source:
    "CLI Engage, Universal Roster (wiki 1327497311): a class may be created before its teacher is known",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  needs: (context) =>
    needColumns(context, { classes: ["sourcedId"], enrollments: ["classSourcedId", "role"] }) ??
    needWhole(context, "enrollments"),
  *check(context) {
    const classes = context.files.get("classes");
    const enrollments = context.files.get("enrollments");
    const id = columnOf(classes, "sourcedId");
    const klass = columnOf(enrollments, "classSourcedId");
    if (classes === undefined || enrollments === undefined || id === undefined || klass === undefined) return;
    const classOf = joinCodes(klass, id);
    const taught = findTaught(enrollments, klass, classOf, id.size);
    const isHomeroom = isAmong(columnOf(classes, "classType"), "homeroom");
    const onlyHomerooms = context.system === "cli-engage" || context.format.id === "cli-engage";
    const deleted = isDeleted(classes);
    const without: number[] = [];
    for (let row = 0; row < classes.table.rows; row++) {
      const code = id.codes[row] as number;
      if (taught[code] === 1 || deleted(row) || (onlyHomerooms && !isHomeroom(row))) continue;
      taught[code] = 1;
      without.push(row);
    }
    yield {
      count: without.length,
      args: { file: classes.table.file.name },
      places: placesOfRows(classes, without, id),
    };
  },
};
