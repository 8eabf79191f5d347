import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { judgeValues } from "../value-verdicts.ts";

/** Required fields that are blank. Lifecycle fields are required by the manifest, which is another rule's business. */
export const rule: Rule = {
  id: "required-value-missing",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "registrar",
  source: "IMS OneRoster 1.1 CSV tables, required fields",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (field.required !== "yes") continue;
      const { blank } = judgeValues(field, column);
      if (blank.length === 0) continue;
      yield {
        count: countRows(column, blank),
        args: { file: file.table.file.name, column: column.name },
        places: placesOf(file, column, blank),
        source: field.source,
        certain: field.certain,
      };
    }
  },
};
