import { columnOf, placesOf } from "../columns.ts";
import { cellOf, type HierarchyRole, hierarchies, readHierarchy } from "../hierarchy.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** How wide each type is. Semesters and terms hold each other, local bodies and districts are one or the other's. */
const widths: Readonly<Record<HierarchyRole, Readonly<Record<string, number>>>> = {
  academicSessions: { gradingPeriod: 1, term: 2, semester: 2, schoolYear: 3 },
  orgs: { department: 1, school: 2, local: 3, district: 3, state: 4, national: 5 },
};

/** Departments are found within schools and districts alike, and within other departments. */
const isNarrower = (role: HierarchyRole, type: string, parentType: string): boolean => {
  const own = widths[role][type];
  const above = widths[role][parentType];
  if (own === undefined || above === undefined) return false;
  return above < own || (type === "schoolYear" && parentType === type);
};

/** Orgs and academic sessions under a parent of a narrower type: a district under a school, a year under a term. */
export const rule: Rule = {
  id: "parent-not-wider",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source:
    "IMS OneRoster CSV tables, types of orgs (department, school, district, state) and of academicSessions",
  certain: true,
  formats: oneRosterFormats,
  needs: () => undefined,
  *check(context) {
    for (const role of hierarchies) {
      const hierarchy = readHierarchy(context, role);
      const type = columnOf(hierarchy?.file, "type");
      if (hierarchy === undefined || type === undefined) continue;
      const { file, id, up } = hierarchy;
      const typeOf = (code: number) => cellOf(hierarchy, type, code);
      const wrong: number[] = [];
      for (let code = 0; code < up.length; code++) {
        const above = up[code] as number;
        // What is its own parent is another rule's business.
        if (above >= 0 && above !== code && isNarrower(role, typeOf(code), typeOf(above))) wrong.push(code);
      }
      const [first] = wrong;
      if (first === undefined) continue;
      yield {
        count: wrong.length,
        args: {
          file: file.table.file.name,
          column: "parentSourcedId",
          example: id.valueOf(first),
          type: typeOf(first),
          parentType: typeOf(up[first] as number),
        },
        places: placesOf(file, id, wrong, (code) => {
          const above = up[code] as number;
          return `${id.valueOf(above)}, ${typeOf(above)}`;
        }),
      };
    }
  },
};
