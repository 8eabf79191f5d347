import type { Column } from "../../table/table.ts";
import { columnOf, eachFieldColumn, placesOfRows } from "../columns.ts";
import { deletedFlags, isDeleted } from "../enrollments.ts";
import { itemsOf, joinCodes } from "../references.ts";
import type { CheckContext, RoleTable, Rule } from "../rule.ts";

/** Ids of which every row asks for deletion, by code; undefined when there is none. */
const deletedIds = (file: RoleTable, id: Column): Uint8Array | undefined => {
  const status = columnOf(file, "status");
  const flags = deletedFlags(file);
  if (status === undefined || !flags.includes(1)) return undefined;
  const kept = new Uint8Array(id.size);
  const gone = new Uint8Array(id.size);
  for (let row = 0; row < file.table.rows; row++) {
    const is = flags[status.codes[row] as number] === 1;
    (is ? gone : kept)[id.codes[row] as number] = 1;
  }
  return gone.map((one, code) => (one === 1 && kept[code] === 0 ? 1 : 0));
};

/** By code of a referring column, whether it names somebody deleted. */
const flagReferences = (column: Column, target: Column, deleted: Uint8Array, list: boolean): Uint8Array => {
  const join = joinCodes(column, target);
  return Uint8Array.from(join, (found, code) => {
    if (found >= 0) return deleted[found] as number;
    if (!list) return 0;
    return itemsOf(column.valueOf(code), true).some((item) => deleted[target.codeOf(item)] === 1) ? 1 : 0;
  });
};

const isBulk = ({ manifest }: CheckContext, role: string): boolean => manifest?.get(role) === "bulk";

/** Records that a file of changes deletes while another row of the same package, which stays, still names them. */
export const rule: Rule = {
  id: "deleted-but-referenced",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: what refers to a record marked tobedeleted refers to nothing",
  certain: true,
  formats: ["oneroster-1.1", "oneroster-1.2"],
  needs: (context) => (context.manifest === undefined ? { kind: "no-manifest" } : undefined),
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      const { references } = field;
      const target = context.files.get(references?.role ?? "");
      const id = columnOf(target, references?.column ?? "");
      // Rows for deletion in a complete file are bulk-with-status.
      if (target === undefined || id === undefined || isBulk(context, target.role)) continue;
      const deleted = deletedIds(target, id);
      if (deleted === undefined) continue;
      const flags = flagReferences(column, id, deleted, field.list === true);
      if (!flags.includes(1)) continue;
      const isGone = isDeleted(file);
      const rows: number[] = [];
      for (let row = 0; row < file.table.rows; row++) {
        if (flags[column.codes[row] as number] === 1 && !isGone(row)) rows.push(row);
      }
      yield {
        count: rows.length,
        args: { file: file.table.file.name, column: column.name, target: target.table.file.name },
        places: placesOfRows(file, rows, column),
        ...(field.required === "yes" ? {} : { outcome: "warning", consequence: "value-dropped" }),
      };
    }
  },
};
