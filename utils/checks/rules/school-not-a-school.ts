import { columnOf, countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { joinCodes } from "../references.ts";
import type { Rule } from "../rule.ts";

/** schoolSourcedId columns that name a district, department or other organization that is no school. */
export const rule: Rule = {
  id: "school-not-a-school",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, schoolSourcedId: the org's type is school",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) => needColumns(context, { orgs: ["sourcedId", "type"] }),
  *check(context) {
    const orgs = context.files.get("orgs");
    const id = columnOf(orgs, "sourcedId");
    const type = columnOf(orgs, "type");
    if (orgs === undefined || id === undefined || type === undefined) return;
    const school = type.codeOf("school");
    const isSchool = new Uint8Array(id.size);
    for (let row = 0; row < orgs.table.rows; row++) {
      if (type.codes[row] === school) isSchool[id.codes[row] as number] = 1;
    }
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (field.name !== "schoolSourcedId") continue;
      const orgOf = joinCodes(column, id);
      const wrong: number[] = [];
      for (let code = 0; code < column.size; code++) {
        const org = orgOf[code] as number;
        if (org >= 0 && isSchool[org] === 0) wrong.push(code);
      }
      const [first] = wrong;
      if (first === undefined) continue;
      const typeOf = (code: number) =>
        type.valueOf(type.codes[id.firstRow[orgOf[code] as number] as number] as number);
      yield {
        count: countRows(column, wrong),
        args: {
          file: file.table.file.name,
          column: column.name,
          distinct: wrong.length,
          example: column.valueOf(first),
          type: typeOf(first),
        },
        places: placesOf(file, column, wrong, typeOf),
      };
    }
  },
};
