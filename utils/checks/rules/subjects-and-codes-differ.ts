import type { Column } from "../../table/table.ts";
import { columnOf, placesOfRows } from "../columns.ts";
import { oneRosterFormats } from "../one-roster.ts";
import { itemsOf } from "../references.ts";
import type { RoleTable, Rule } from "../rule.ts";

const countItems = (column: Column): number[] =>
  Array.from({ length: column.size }, (_, code) => itemsOf(column.valueOf(code), true).length);

const findRows = ({ table }: RoleTable, subjects: Column, codes: Column): number[] => {
  const [named, coded] = [countItems(subjects), countItems(codes)];
  const found: number[] = [];
  // Most rows have one of each or none: only where some have more can they differ.
  const most = Math.max(...new Set(named), ...new Set(coded));
  if (most < 2 || !named.some((count) => count > 0) || !coded.some((count) => count > 0)) return found;
  for (let row = 0; row < table.rows; row++) {
    const a = named[subjects.codes[row] as number] as number;
    const b = coded[codes.codes[row] as number] as number;
    if (a > 0 && b > 0 && a !== b) found.push(row);
  }
  return found;
};

/** Rows whose subjects and subject codes are not equally many, so that nobody can tell which belong together. */
export const rule: Rule = {
  id: "subjects-and-codes-differ",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster CSV tables: subjects and subjectCodes have equal length and matching order",
  certain: true,
  formats: oneRosterFormats,
  needs: () => undefined,
  *check(context) {
    for (const role of ["courses", "classes"]) {
      const file = context.files.get(role);
      const subjects = columnOf(file, "subjects");
      const codes = columnOf(file, "subjectCodes");
      if (file === undefined || subjects === undefined || codes === undefined) continue;
      const rows = findRows(file, subjects, codes);
      yield {
        count: rows.length,
        args: { file: file.table.file.name, column: "subjectCodes" },
        places: placesOfRows(file, rows, codes, (row) => subjects.valueOf(subjects.codes[row] as number)),
      };
    }
  },
};
