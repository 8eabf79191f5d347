import { blankCodes, columnOf, countRows, placesOf } from "../columns.ts";
import type { Rule } from "../rule.ts";

/** Delta files whose rows do not say what happened to them, or when. */
export const rule: Rule = {
  id: "delta-without-status",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: status and dateLastModified are required in delta files",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) => (context.manifest === undefined ? { kind: "no-manifest" } : undefined),
  *check(context) {
    for (const file of context.files.values()) {
      if (context.manifest?.get(file.role) !== "delta") continue;
      for (const name of ["status", "dateLastModified"]) {
        const column = columnOf(file, name);
        if (column === undefined) {
          if (file.table.rows === 0) continue;
          yield {
            count: file.table.rows,
            args: { file: file.table.file.name, column: name },
            places: [{ file: file.table.file.name, line: 1, column: name }],
          };
          continue;
        }
        const blank = blankCodes(column);
        yield {
          count: countRows(column, blank),
          args: { file: file.table.file.name, column: name },
          places: placesOf(file, column, blank),
        };
      }
    }
  },
};
