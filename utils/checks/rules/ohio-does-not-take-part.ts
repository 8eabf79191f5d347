import type { Place } from "../../findings/finding.ts";
import type { Column } from "../../table/table.ts";
import { columnOf, placeAt } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { joinCodes } from "../references.ts";
import { groupRows } from "../rows-by-code.ts";
import type { CheckContext, RoleTable, Rule } from "../rule.ts";

const leftOut = new Set([
  "student teacher",
  "substitute",
  "short-term substitute",
  "long-term substitute",
  "tutor",
  "alternative provider",
]);

/** Whether a person of this code has a row in the file: a class or a claim. */
const namedIn = (context: CheckContext, role: string, id: Column): ((code: number) => boolean) => {
  const column = columnOf(context.files.get(role), "educator_state_id");
  const found = column && joinCodes(id, column);
  return (code) => found !== undefined && (found[code] as number) >= 0;
};

/** Somebody with two rows takes part when one of them says so. */
const findLeftOut = (staff: RoleTable, id: Column, role: Column): Map<number, Uint32Array> => {
  const { rowsOf } = groupRows(id, staff.table.rows);
  const found = new Map<number, Uint32Array>();
  for (let code = 0; code < id.size; code++) {
    const rows = rowsOf(code);
    const isOut = (row: number) =>
      leftOut.has(
        role
          .valueOf(role.codes[row] as number)
          .trim()
          .toLowerCase(),
      );
    if (id.valueOf(code).trim() !== "" && rows.every(isOut)) found.set(code, rows);
  }
  return found;
};

/** Substitutes, student teachers, tutors and alternative providers who have a class or a claim. Counted are people. */
export const rule: Rule = {
  id: "ohio-does-not-take-part",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "school",
  source: "Ohio Department of Education, 2018 Roster Verification Guidelines, Participating Individuals",
  certain: true,
  formats: ["ohio-roster-verification"],
  needs: (context) => needColumns(context, { staff: ["educator_state_id", "role"] }),
  *check(context) {
    const staff = context.files.get("staff");
    const id = columnOf(staff, "educator_state_id");
    const role = columnOf(staff, "role");
    if (staff === undefined || id === undefined || role === undefined) return;
    const hasClass = namedIn(context, "classes", id);
    const hasClaim = namedIn(context, "claims", id);
    const people = [...findLeftOut(staff, id, role)].filter(([code]) => hasClass(code) || hasClaim(code));
    const places = function* (): Generator<Place> {
      for (const [code, [row = 0]] of people) yield placeAt(staff, row, role, id.valueOf(code));
    };
    const roles = people.flatMap(([, rows]) =>
      Array.from(rows, (row) => role.valueOf(role.codes[row] as number).trim()),
    );
    yield {
      count: people.length,
      args: { file: staff.table.file.name, roles: [...new Set(roles)].sort().join(", ") },
      places: places(),
    };
  },
};
