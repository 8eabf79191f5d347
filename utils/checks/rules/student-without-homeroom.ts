import { columnOf, placesOfRows } from "../columns.ts";
import { homeroomPlacements, isAmong, isDeleted, type Placements } from "../enrollments.ts";
import { needColumns, needWhole } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

const wanted = {
  users: ["sourcedId", "role"],
  classes: ["sourcedId", "classType"],
  enrollments: ["classSourcedId", "userSourcedId", "role"],
};

/** By user: 0 not enrolled at all, 1 only in classes that are no homerooms, 2 in a homeroom. */
const findPlaced = (
  { file, student, isPlacement }: Placements,
  userOf: Int32Array,
  size: number,
): Uint8Array => {
  const placed = new Uint8Array(size);
  const gone = isDeleted(file);
  const { codes } = student;
  const { rows } = file.table;
  for (let row = 0; row < rows; row++) {
    const user = userOf[codes[row] as number] as number;
    if (user < 0 || placed[user] === 2) continue;
    if (isPlacement(row)) placed[user] = 2;
    else if (!gone(row)) placed[user] = 1;
  }
  return placed;
};

/** Students of users.csv whom no enrollment places in a homeroom: CLI Engage does not create them. */
export const rule: Rule = {
  id: "student-without-homeroom",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "registrar",
  source: "CLI Engage, What are the requirements for Automated Rostering (pages/141230089)",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  systems: ["cli-engage"],
  needs: (context) => needColumns(context, wanted) ?? needWhole(context, "enrollments", "classes"),
  *check(context) {
    const users = context.files.get("users");
    const id = columnOf(users, "sourcedId");
    const placements = homeroomPlacements(context);
    if (users === undefined || id === undefined || placements === undefined) return;
    const userOf = joinCodes(placements.student, id);
    const placed = findPlaced(placements, userOf, id.size);
    const isStudent = isAmong(columnOf(users, "role"), "student");
    const deleted = isDeleted(users);
    const without: number[] = [];
    let elsewhere = 0;
    const told = new Uint8Array(id.size);
    for (let row = 0; row < users.table.rows; row++) {
      const code = id.codes[row] as number;
      // A student listed twice is one student; the first row stands for both.
      if (!isStudent(row) || deleted(row) || placed[code] === 2 || told[code] === 1) continue;
      told[code] = 1;
      without.push(row);
      if (placed[code] === 1) elsewhere++;
    }
    yield {
      count: without.length,
      args: { file: users.table.file.name, elsewhere, nowhere: without.length - elsewhere },
      places: placesOfRows(users, without, id),
    };
  },
};
