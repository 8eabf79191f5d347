import { isBlank, placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { readNycFiles, textAt } from "../nyc-schools.ts";
import type { Rule } from "../rule.ts";

/** Students whom the RACL has in two official classes, in one school or in two. Counted are students. */
export const rule: Rule = {
  id: "nyc-student-in-two-classes",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source: "New Visions Portal help center, All about user caseloads",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) => needColumns(context, { racl: ["SchoolDBN", "OfficialClass", "StudentID"] }),
  *check(context) {
    const { racl, inSchool } = readNycFiles(context);
    const student = racl?.column("StudentID");
    if (racl === undefined || student === undefined) return;
    const first = new Map<number, { key: number; row: number }>();
    const clash = new Map<number, { row: number; other: number }>();
    for (let row = 0; row < racl.file.table.rows; row++) {
      const who = student.codes[row] as number;
      const key = inSchool(racl.school(row), racl.officialClass(row));
      if (key < 0 || isBlank(student, who)) continue;
      const seen = first.get(who);
      if (seen === undefined) first.set(who, { key, row });
      else if (seen.key !== key && !clash.has(who)) clash.set(who, { row, other: seen.row });
    }
    const say = (row: number) =>
      `${textAt(racl.column("SchoolDBN"), row)} ${textAt(racl.column("OfficialClass"), row)}`;
    const others = new Map([...clash.values()].map(({ row, other }) => [row, other]));
    yield {
      count: clash.size,
      args: { file: racl.file.table.file.name, column: student.name },
      places: placesOfRows(
        racl.file,
        others.keys(),
        student,
        (row) => `${say(others.get(row) ?? row)}, ${say(row)}`,
      ),
    };
  },
};
