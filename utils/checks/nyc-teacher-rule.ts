import { placesOfRows } from "./columns.ts";
import { needColumns } from "./needs.ts";
import { readNycFiles, textAt } from "./nyc-schools.ts";
import { findNamedTeachers, type NamedTeacher } from "./nyc-teachers.ts";
import type { Rule } from "./rule.ts";

/** A rule about the teachers that the RACL names. Counted are teachers, once a school. */
export const makeTeacherRule = (id: string, isWrong: (teacher: NamedTeacher) => boolean): Rule => ({
  id,
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "school",
  source: "New Visions Portal help center, All about user caseloads",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) =>
    needColumns(context, {
      racl: ["SchoolDBN", "OfficialClass", "TeacherName"],
      pedagogues: ["SchoolDBN", "LastName", "FirstName"],
    }),
  *check(context) {
    const { racl, pedagogues } = readNycFiles(context);
    if (racl === undefined || pedagogues === undefined) return;
    const name = racl.column("TeacherName");
    const wrong = findNamedTeachers(context).filter(isWrong);
    const rows = wrong.map(({ row }) => row).sort((a, b) => a - b);
    yield {
      count: rows.length,
      args: {
        file: racl.file.table.file.name,
        target: pedagogues.file.table.file.name,
        classes: wrong.reduce((sum, { classes }) => sum + classes, 0),
      },
      places: placesOfRows(racl.file, rows, name, (row) => textAt(racl.column("SchoolDBN"), row)),
    };
  },
});
