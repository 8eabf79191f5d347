import { matchColumns } from "../../formats/match-columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";

const withUnderscores = (header: string): string => header.trim().replace(/[ _]+/g, "_");

/** Headers that differ from the format's in case, blanks or punctuation only. */
export const rule: Rule = {
  id: "header-case",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: header names are case-sensitive",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { spec, table, fieldColumn } of context.files.values()) {
      const names = spec.headerNames ?? (spec.columnOrder === "fixed" ? "exact" : "free");
      if (names === "free") continue;
      for (const { field, header, by } of matchColumns(table.header, spec).inexact) {
        if (by !== "spelling" || table.header[fieldColumn.get(field) ?? -1] !== header) continue;
        if (names === "case" && withUnderscores(header) === field) continue;
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
