import type { FileSpec } from "../../formats/format.ts";
import { blankCodes, columnOf, placeAt } from "../columns.ts";
import { findRepeats } from "../joint-keys.ts";
import { needNothing } from "../needs.ts";
import type { CheckContext, RoleTable, Rule } from "../rule.ts";

type JointKey = { file: RoleTable; names: readonly string[] };

function* eachJointKey(context: CheckContext): Generator<JointKey> {
  for (const file of context.files.values()) {
    for (const names of file.spec.keys ?? []) yield { file, names };
  }
}

const isRequired = (spec: FileSpec, name: string): boolean =>
  spec.fields.some((field) => field.name === name && field.required === "yes");

/** The part of a key that the file lacks and that must be there; without an optional one the others are compared. */
const findMissing = ({ file, names }: JointKey): string | undefined =>
  names.find((name) => isRequired(file.spec, name) && columnOf(file, name) === undefined);

/**
 * Rows that are the same in all columns that together tell rows apart, such as one student twice in one section. Counted
 * are the rows after the first. A key in one column is duplicate-key.
 */
export const rule: Rule = {
  id: "joint-key-repeated",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "The format's own description of the file",
  certain: true,
  needs: needNothing,
  *partly(context) {
    for (const key of eachJointKey(context)) {
      const column = findMissing(key);
      if (column !== undefined) yield { kind: "column-missing", file: key.file.table.file.name, column };
    }
  },
  *check(context) {
    for (const key of eachJointKey(context)) {
      const { file, names } = key;
      if (findMissing(key) !== undefined) continue;
      const parts = names.flatMap((name) => {
        const column = columnOf(file, name);
        if (column === undefined) return [];
        return [{ column, blank: isRequired(file.spec, name) ? blankCodes(column) : [] }];
      });
      const [main] = parts;
      if (main === undefined) continue;
      const columns = parts.map(({ column }) => column);
      const blanks = parts.map(({ blank }) => blank);
      const { rows, firsts } = findRepeats(columns, file.table.rows, blanks);
      const [first] = rows;
      if (first === undefined) continue;
      const { table, spec } = file;
      const filled = columns.filter((column) => column.valueOf(column.codes[first] as number).trim() !== "");
      yield {
        count: rows.length,
        args: {
          file: table.file.name,
          column: main.column.name,
          columns: filled.map(({ name }) => name).join(", "),
          example: filled.map((column) => column.valueOf(column.codes[first] as number)).join(", "),
        },
        places: (function* () {
          for (const [index, row] of rows.entries()) {
            const line = table.lineOf(firsts[index] as number);
            yield placeAt(file, row, main.column, `${table.file.name}:${line}`);
          }
        })(),
        ...(spec.keysCertain === false ? { outcome: "warning" } : {}),
        source: spec.keysSource ?? spec.source,
        certain: spec.keysCertain ?? true,
      };
    }
  },
};
