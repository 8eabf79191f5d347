import { matchColumns } from "../../formats/match-columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** Headers of an older version or a common misspelling, which Rosterguard understands and the receiver may not. */
export const rule: Rule = {
  id: "header-renamed",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, header names",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { spec, table, fieldColumn } of context.files.values()) {
      if (spec.columnOrder === "free" && spec.headerNames === undefined) continue;
      for (const { field, header, by } of matchColumns(table.header, spec).inexact) {
        if (by !== "alias" || table.header[fieldColumn.get(field) ?? -1] !== header) continue;
        yield {
          count: 1,
          args: { file: table.file.name, column: header, expected: field },
          places: [{ file: table.file.name, line: 1, column: header, related: field }],
          source: spec.source,
        };
      }
    }
  },
};
