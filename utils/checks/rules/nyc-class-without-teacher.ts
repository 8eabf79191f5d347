import { placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { readNycFiles, textAt } from "../nyc-schools.ts";
import type { Rule } from "../rule.ts";

/** Official classes to which no row of the RACL assigns a teacher. Counted are classes. */
export const rule: Rule = {
  id: "nyc-class-without-teacher",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source: "New Visions Portal help center, All about user caseloads",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) => needColumns(context, { racl: ["SchoolDBN", "OfficialClass", "TeacherName"] }),
  *check(context) {
    const { racl, inSchool } = readNycFiles(context);
    if (racl === undefined) return;
    const column = racl.column("OfficialClass");
    const first = new Map<number, number>();
    const taught = new Set<number>();
    for (let row = 0; row < racl.file.table.rows; row++) {
      const key = inSchool(racl.school(row), racl.officialClass(row));
      if (key < 0) continue;
      if (!first.has(key)) first.set(key, row);
      if (textAt(racl.column("TeacherName"), row) !== "") taught.add(key);
    }
    const rows = [...first].filter(([key]) => !taught.has(key)).map(([, row]) => row);
    yield {
      count: rows.length,
      args: {
        file: racl.file.table.file.name,
        example: rows.map((row) => textAt(column, row)).sort()[0] ?? "",
      },
      places: placesOfRows(racl.file, rows, column, (row) => textAt(racl.column("SchoolDBN"), row)),
    };
  },
};
