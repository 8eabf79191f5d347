import { blankCodes, countRows, placesOf } from "../columns.ts";
import type { Rule } from "../rule.ts";

/** metadata.* columns the receiver needs, by the LEA's policy, that a file lacks or leaves blank. */
export const rule: Rule = {
  id: "metadata-column-missing",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source:
    "CLI Engage, requirements for Automated Rostering (pages/141230089); the names come from the LEA's policy",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1"],
  systems: ["cli-engage"],
  needs: (context) =>
    Object.keys(context.settings.metadataColumns).length === 0
      ? { kind: "not-configured", setting: "metadataColumns" }
      : undefined,
  *check(context) {
    for (const [role, names] of Object.entries(context.settings.metadataColumns)) {
      const file = context.files.get(role);
      if (file === undefined) continue;
      for (const name of names) {
        const column = file.table.column(name);
        const args = { file: file.table.file.name, column: name };
        if (column === undefined) {
          yield {
            count: 1,
            args: { ...args, problem: "missing" },
            places: [{ file: file.table.file.name, line: 1, column: name }],
          };
          continue;
        }
        const blank = blankCodes(column);
        yield {
          count: countRows(column, blank),
          args: { ...args, problem: "blank" },
          outcome: "warning",
          consequence: "value-dropped",
          places: placesOf(file, column, blank),
        };
      }
    }
  },
};
