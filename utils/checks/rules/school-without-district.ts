import { columnOf, placesOf } from "../columns.ts";
import { flagWords, isDeleted } from "../enrollments.ts";
import { needColumns, needWhole } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** Schools without a parent in a file that has a district. One without districts is of a single school, or of charters. */
export const rule: Rule = {
  id: "school-without-district",
  outcome: "note",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "IMS OneRoster CSV tables, orgs.parentSourcedId: the parent of a school is its district",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) =>
    needColumns(context, { orgs: ["sourcedId", "type", "parentSourcedId"] }) ?? needWhole(context, "orgs"),
  *check(context) {
    const orgs = context.files.get("orgs");
    const id = columnOf(orgs, "sourcedId");
    const type = columnOf(orgs, "type");
    const parent = columnOf(orgs, "parentSourcedId");
    if (orgs === undefined || id === undefined || type === undefined || parent === undefined) return;
    if (type.codeOf("district") < 0) return;
    const isSchool = flagWords(type, "school");
    const gone = isDeleted(orgs);
    const without: number[] = [];
    for (let code = 0; code < id.size; code++) {
      const row = id.firstRow[code] as number;
      // Of an org listed twice nobody knows which parent counts.
      if (id.counts[code] !== 1 || isSchool[type.codes[row] as number] === 0 || gone(row)) continue;
      if (parent.valueOf(parent.codes[row] as number).trim() === "") without.push(code);
    }
    yield {
      count: without.length,
      args: { file: orgs.table.file.name, column: parent.name },
      places: placesOf(orgs, id, without),
    };
  },
};
