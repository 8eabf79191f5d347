import type { NotCheckedReason } from "../../findings/finding.ts";
import { countRows, eachFieldColumn, placesOf } from "../columns.ts";
import { findZerosInReferences } from "../leading-zeros.ts";
import { needFile, needNothing } from "../needs.ts";
import { findDangling } from "../references.ts";
import type { Rule } from "../rule.ts";
import { weightOf } from "../value-types.ts";

/** References to rows that are not in the package. Those that lost zeros explain are left to lost-leading-zeros. */
export const rule: Rule = {
  id: "dangling-reference",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: in a bulk set every reference resolves inside the set",
  certain: true,
  needs: needNothing,
  *partly(context) {
    const told = new Set<string>();
    for (const { file, field, column } of eachFieldColumn(context)) {
      const role = field.references?.role;
      if (role === undefined || (column.size <= 1 && column.codeOf("") >= 0)) continue;
      const target = context.files.get(role);
      let because: NotCheckedReason | undefined;
      if (target === undefined) because = needFile(context, role);
      else if (field.references !== undefined && !target.fieldColumn.has(field.references.column)) {
        because = { kind: "column-missing", file: target.table.file.name, column: field.references.column };
      }
      const key = `${role} ${because?.kind}`;
      if (because === undefined || told.has(key) || file.table.rows === 0) continue;
      told.add(key);
      yield because;
    }
  },
  *check(context) {
    const zeros = new Map(findZerosInReferences(context).map((one) => [one.column, new Set(one.explained)]));
    for (const { file, field, column, target, codes } of findDangling(context)) {
      const explained = zeros.get(column);
      const left = explained === undefined ? codes : codes.filter((code) => !explained.has(code));
      if (left.length === 0) continue;
      const most = left.reduce((a, b) =>
        (column.counts[b] as number) > (column.counts[a] as number) ? b : a,
      );
      // What a delta file refers to may be at the receiver already.
      const delta = context.manifest?.get(target.role) === "delta";
      yield {
        count: countRows(column, left),
        args: {
          file: file.table.file.name,
          column: column.name,
          target: target.table.file.name,
          required: field.required,
          distinct: left.length,
          example: column.valueOf(most),
          exampleRows: column.counts[most] as number,
        },
        places: placesOf(file, column, left),
        ...(delta ? { outcome: "note", consequence: "none" } : weightOf(field)),
        source: field.source,
        certain: field.certain && field.references?.certain !== false,
      };
    }
  },
};
