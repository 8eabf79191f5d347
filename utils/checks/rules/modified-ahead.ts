import { columnOf, countRows, placesOf } from "../columns.ts";
import type { Rule } from "../rule.ts";

/** The day after an ISO date: by then it is that day everywhere on earth. */
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Changes dated later than tomorrow: a clock that is wrong, or a date of another kind. */
export const rule: Rule = {
  id: "modified-ahead",
  outcome: "warning",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "Rosterguard: a receiver that keeps the newest of two takes no later correction",
  certain: false,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: () => undefined,
  *check(context) {
    const latest = dayAfter(context.date);
    for (const file of context.files.values()) {
      const column = columnOf(file, "dateLastModified");
      if (column === undefined) continue;
      const ahead: number[] = [];
      for (let code = 0; code < column.size; code++) {
        const day = /^\d{4}-\d{2}-\d{2}/.exec(column.valueOf(code))?.[0];
        if (day !== undefined && day > latest) ahead.push(code);
      }
      if (ahead.length === 0) continue;
      yield {
        count: countRows(column, ahead),
        args: {
          file: file.table.file.name,
          column: column.name,
          example: column.valueOf(ahead[0] as number),
        },
        places: placesOf(file, column, ahead),
      };
    }
  },
};
