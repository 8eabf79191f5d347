import { placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { findStrayClasses, isUnreadable } from "../nyc-official-classes.ts";
import { readNycFiles } from "../nyc-schools.ts";
import type { Rule } from "../rule.ts";

/**
 * Official classes that a spreadsheet read as numbers: "4E1" became 40, "001" became 1. Proved by the school's RACL, which
 * has exactly one class of that number. "4.00E+01" is left to spreadsheet-date. Counted are students, once a class.
 */
export const rule: Rule = {
  id: "nyc-official-class-damaged",
  outcome: "fault",
  consequence: "value-dropped",
  whoCanFix: "person-uploading",
  source: "Rosterguard, from what spreadsheets do to codes that look like numbers",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) =>
    needColumns(context, {
      racl: ["SchoolDBN", "OfficialClass"],
      program: ["SchoolDBN", "StudentID", "OfficialClass"],
    }),
  *check(context) {
    const { racl, program } = readNycFiles(context);
    const column = program?.column("OfficialClass");
    if (racl === undefined || program === undefined || column === undefined) return;
    const damaged = findStrayClasses(context).filter((one) => one.meant !== undefined && !isUnreadable(one));
    const meant = new Map(
      damaged.flatMap((one) => one.rows.map((row): [number, string] => [row, one.meant ?? ""])),
    );
    const [first] = [...damaged].sort((a, b) => (a.text < b.text ? -1 : 1));
    yield {
      count: meant.size,
      args: {
        file: program.file.table.file.name,
        racl: racl.file.table.file.name,
        column: column.name,
        example: first?.text ?? "",
        meant: first?.meant ?? "",
      },
      places: placesOfRows(
        program.file,
        [...meant.keys()].sort((a, b) => a - b),
        column,
        (row) => meant.get(row),
      ),
    };
  },
};
