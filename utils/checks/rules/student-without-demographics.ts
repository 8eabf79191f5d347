import { columnOf, placesOf } from "../columns.ts";
import { fewLack } from "../nearly-all.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";
import { isStudent, readKinds } from "../students.ts";

/** Students who are missing from a demographics.csv that has nearly all. Staff need not be in it. */
export const rule: Rule = {
  id: "student-without-demographics",
  outcome: "note",
  consequence: "none",
  whoCanFix: "registrar",
  source: "Rosterguard",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, {
      demographics: ["sourcedId"],
      users: ["sourcedId"],
      ...(context.format.id === "oneroster-1.2" ? { roles: ["userSourcedId", "role"] } : {}),
    }) ?? needWhole(context, "demographics"),
  *check(context) {
    const demographics = context.files.get("demographics");
    const users = context.files.get("users");
    const person = columnOf(demographics, "sourcedId");
    const id = columnOf(users, "sourcedId");
    if (users === undefined || demographics === undefined || person === undefined || id === undefined) return;
    const described = new Uint8Array(id.size);
    const join = joinCodes(person, id);
    for (let code = 0; code < join.length; code++) {
      const found = join[code] as number;
      if (found >= 0) described[found] = 1;
    }
    const kinds = readKinds(context, id);
    const without: number[] = [];
    let students = 0;
    for (let code = 0; code < id.size; code++) {
      if (kinds[code] !== isStudent) continue;
      students++;
      if (described[code] === 0) without.push(code);
    }
    // A file that has fewer of them is of a program or a grade.
    if (!fewLack(without.length, students)) return;
    yield {
      count: without.length,
      args: { file: demographics.table.file.name, of: students, users: users.table.file.name },
      places: placesOf(users, id, without),
    };
  },
};
