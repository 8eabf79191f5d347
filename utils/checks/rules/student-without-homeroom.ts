import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { deletedFlags, flagWords } from "../enrollments.ts";
import { needColumns, needWhole } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { CheckContext, RoleTable, Rule } from "../rule.ts";

const wanted = {
  users: ["sourcedId", "role"],
  classes: ["sourcedId", "classType"],
  enrollments: ["classSourcedId", "userSourcedId", "role"],
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
    if (users === undefined) return;
    const { nowhere, elsewhere } = findWithout(context, users);
    const without = [...nowhere, ...elsewhere].sort((a, b) => a - b);
    yield {
      count: without.length,
      args: { file: users.table.file.name, elsewhere: elsewhere.length, nowhere: nowhere.length },
      places: placesOfRows(users, without, columnOf(users, "sourcedId")),
    };
  },
};

/** By code of `id`: 0 not enrolled at all, 1 only in classes that are no homerooms, 3 in a homeroom. */
const findPlaced = (context: CheckContext, id: Column): Uint8Array => {
  const placed = new Uint8Array(id.size);
  const facts = enrollmentFacts(context);
  const user = columnOf(facts?.file, "userSourcedId");
  if (facts === undefined || user === undefined) return placed;
  joinCodes(user, id).forEach((code, from) => {
    if (code >= 0) placed[code] = facts.placed[from] as number;
  });
  return placed;
};

/** Rows of students without a homeroom: with no enrollment, and with enrollments in other classes only. */
const findWithout = (context: CheckContext, users: RoleTable): { nowhere: number[]; elsewhere: number[] } => {
  const found = { nowhere: [] as number[], elsewhere: [] as number[] };
  const id = columnOf(users, "sourcedId");
  const role = columnOf(users, "role");
  if (id === undefined || role === undefined) return found;
  const placed = findPlaced(context, id);
  const isStudent = flagWords(role, "student");
  const status = columnOf(users, "status");
  const gone = deletedFlags(users);
  const ids = id.codes;
  const roles = role.codes;
  for (let row = 0; row < users.table.rows; row++) {
    const code = ids[row] as number;
    if (placed[code] === 3 || isStudent[roles[row] as number] === 0) continue;
    if (gone[status?.codes[row] ?? 0] === 1) continue;
    (placed[code] === 1 ? found.elsewhere : found.nowhere).push(row);
    // A student listed twice is one student; the first row stands for both.
    placed[code] = 3;
  }
  return found;
};
