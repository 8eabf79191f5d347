import { findNearest, matchColumns } from "../../formats/match-columns.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** Columns the format does not have; the nearest name it does have, and the file lacks, is suggested. */
export const rule: Rule = {
  id: "unknown-column",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: only metadata.* columns may follow those of the standard",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { spec, table, fieldColumn } of context.files.values()) {
      const known = new Set(fieldColumn.values());
      const taken = new Set([...fieldColumn.values()].map((index) => table.header[index]));
      const match = matchColumns(table.header, spec);
      for (const { header, index } of match.unknown) {
        // Mapped by the LEA; or the second of two equal headers, or a reserved one, which are facts about the file.
        if (known.has(index) || taken.has(header) || header in Object.prototype) continue;
        const nearest = findNearest(header, spec, match.fieldColumn);
        const suggestion = nearest !== undefined && !fieldColumn.has(nearest) ? nearest : "";
        yield {
          count: 1,
          args: {
            file: table.file.name,
            column: header,
            suggestion,
            prefix: spec.extensible ? (spec.extraPrefix ?? "metadata.") : "",
          },
          places: [{ file: table.file.name, line: 1, column: header }],
          source: spec.source,
          certain: spec.certain ?? true,
        };
      }
    }
  },
};
