import { columnOf, placesOfRows } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { CheckContext, Rule } from "../rule.ts";

const named = (context: CheckContext) =>
  context.format.id === "oneroster-1.2"
    ? { roles: ["userSourcedId", "orgSourcedId"] }
    : { users: ["sourcedId", "orgSourcedIds"] };

/**
 * Students enrolled at a school that is not among their orgs, nor below or within one of them. Staff travel between
 * schools and are passed over.
 */
export const rule: Rule = {
  id: "student-enrolled-elsewhere",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source:
    "IMS OneRoster CSV tables, users.orgSourcedIds (in 1.2 roles.orgSourcedId): all orgs the user belongs to",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, {
      enrollments: ["userSourcedId", "schoolSourcedId", "role"],
      orgs: ["sourcedId"],
      ...named(context),
    }),
  *check(context) {
    const facts = enrollmentFacts(context);
    if (facts === undefined) return;
    const { file, elsewhere } = facts;
    const user = columnOf(file, "userSourcedId");
    yield {
      count: elsewhere.count,
      args: { file: file.table.file.name, column: "schoolSourcedId" },
      places: placesOfRows(file, elsewhere.first, columnOf(file, "schoolSourcedId"), (row) =>
        user?.valueOf(user.codes[row] as number),
      ),
    };
  },
};
