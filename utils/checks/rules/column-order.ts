import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";

/** Columns of the format in another order than the standard's, for receivers that read by position. */
export const rule: Rule = {
  id: "column-order",
  outcome: "warning",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: headers in the order of the tables, metadata.* columns last",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { spec, table, fieldColumn } of context.files.values()) {
      if (spec.columnOrder === "free") continue;
      const present = spec.fields.filter((field) => fieldColumn.has(field.name));
      const moved = present.filter((field, index) => {
        const before = present[index - 1];
        return (
          before !== undefined && (fieldColumn.get(field.name) ?? 0) < (fieldColumn.get(before.name) ?? 0)
        );
      });
      const [first] = moved;
      if (first === undefined) continue;
      const header = table.header[fieldColumn.get(first.name) ?? 0] ?? first.name;
      yield {
        count: moved.length,
        args: {
          file: table.file.name,
          column: header,
          expected: present.map((field) => field.name).join(", "),
        },
        places: moved.map((field) => ({ file: table.file.name, line: 1, column: field.name })),
        source: spec.source,
      };
    }
  },
};
