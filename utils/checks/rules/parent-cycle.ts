import { placesOf } from "../columns.ts";
import { findCycles, hierarchies, readHierarchy } from "../hierarchy.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** Orgs and academic sessions that are their own parent, at once or by way of others. */
export const rule: Rule = {
  id: "parent-cycle",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster CSV tables, orgs.parentSourcedId and academicSessions.parentSourcedId: a tree",
  certain: true,
  formats: oneRosterFormats,
  needs: () => undefined,
  *check(context) {
    for (const role of hierarchies) {
      const hierarchy = readHierarchy(context, role);
      if (hierarchy === undefined) continue;
      const { file, id, up } = hierarchy;
      const codes = findCycles(hierarchy);
      const [first] = codes;
      if (first === undefined) continue;
      yield {
        count: codes.length,
        args: { file: file.table.file.name, column: "parentSourcedId", example: id.valueOf(first) },
        places: placesOf(file, id, codes, (code) => id.valueOf(up[code] as number)),
      };
    }
  },
};
