import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { isDeleted } from "../enrollments.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import { isOneItem, itemsOf, joinCodes } from "../references.ts";
import { nextFlagged } from "../rows.ts";
import type { RoleTable, Rule } from "../rule.ts";
import { isStudent, readKinds } from "../students.ts";

/** Rows of students who have one of the flagged lists. */
const findRows = (
  users: RoleTable,
  { codes }: Column,
  young: Uint8Array,
  id: Column,
  kinds: Uint8Array,
): number[] => {
  const { rows } = users.table;
  const gone = isDeleted(users);
  const found: number[] = [];
  for (
    let row = nextFlagged(codes, young, 0, rows);
    row < rows;
    row = nextFlagged(codes, young, row + 1, rows)
  ) {
    if (!gone(row) && kinds[id.codes[row] as number] === isStudent) found.push(row);
  }
  return found;
};

/**
 * Students with an agent who is a student, themselves among them. The agents of a parent are children, and a teacher may
 * be somebody's parent.
 */
export const rule: Rule = {
  id: "student-as-agent",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster CSV tables, users.agentSourcedIds: parents, guardians and relatives of a student",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, {
      users: ["sourcedId", "agentSourcedIds"],
      ...(context.format.id === "oneroster-1.2"
        ? { roles: ["userSourcedId", "role"] }
        : { users: ["sourcedId", "agentSourcedIds", "role"] }),
    }),
  *check(context) {
    const users = context.files.get("users");
    const id = columnOf(users, "sourcedId");
    const agents = columnOf(users, "agentSourcedIds");
    if (users === undefined || id === undefined || agents === undefined) return;
    if (agents.size === 1 && agents.codeOf("") === 0) return;
    const kinds = readKinds(context, id);
    /** By code of the list: 1 where an agent is a student and nothing else. */
    const young = new Uint8Array(agents.size);
    // Most lists are one agent long, and were joined with the users before.
    const agentOf = joinCodes(agents, id);
    const isYoung = (item: string): boolean => kinds[id.codeOf(item)] === isStudent;
    for (let code = 0; code < agents.size; code++) {
      const one = agentOf[code] as number;
      // To ask for the items of a list has the users indexed, which is dear.
      const found =
        one >= 0 || isOneItem(agents, code)
          ? kinds[one] === isStudent
          : itemsOf(agents.valueOf(code), true).some(isYoung);
      if (found) young[code] = 1;
    }
    const rows = young.includes(1) ? findRows(users, agents, young, id, kinds) : [];
    yield {
      count: rows.length,
      args: { file: users.table.file.name, column: agents.name },
      places: placesOfRows(users, rows, agents, (row) => id.valueOf(id.codes[row] as number)),
    };
  },
};
