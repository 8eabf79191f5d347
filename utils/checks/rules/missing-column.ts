import type { Field } from "../../formats/format.ts";
import { needNothing } from "../needs.ts";
import type { Raised, Rule } from "../rule.ts";

/** Columns of the format that the file lacks. A required one is a fault; OneRoster wants the others too, if empty. */
export const rule: Rule = {
  id: "missing-column",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: every header is present even when its column is empty",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { spec, table, fieldColumn } of context.files.values()) {
      const missing = spec.fields.filter((field) => !fieldColumn.has(field.name));
      const isNeeded = ({ required, headerRequired }: Field) => required === "yes" || headerRequired === true;
      const required = missing.filter(isNeeded);
      const optional = missing.filter((field) => !isNeeded(field));
      const raise = (fields: typeof missing): Raised => ({
        count: fields.length,
        args: {
          file: table.file.name,
          columns: fields.map((field) => field.name).join(", "),
          required: fields === required ? "yes" : "no",
        },
        places: fields.map((field) => ({ file: table.file.name, line: 1, column: field.name })),
        source: fields[0]?.source ?? spec.source,
        certain: fields.every((field) => field.certain),
      });
      if (required.length > 0) yield raise(required);
      if (optional.length > 0 && spec.columnOrder === "fixed") {
        yield { ...raise(optional), outcome: "note", consequence: "none" };
      }
    }
  },
};
