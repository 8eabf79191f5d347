import { placesOfRows } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { readNicknames } from "../nyc-nicknames.ts";
import { readNycFiles, textAt } from "../nyc-schools.ts";
import type { Raised, Rule } from "../rule.ts";

type Lost = { row: number; problem: "unknown" | "blank"; needed: boolean; students: Set<number> };

/** Up to grade 5 caseloads follow the RACL. */
const lower = /^(?:PK|0K|0[1-5])$/;

/**
 * Nicknames of the STARS program that lead to no EIS number: the school's pedagogue file does not have them, or has them
 * without a number. A note for one that has no student beyond grade 5. Counted are nicknames, once a school.
 */
export const rule: Rule = {
  id: "nyc-nickname-without-eis",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "school",
  source: "New Visions Portal help center, All about user caseloads",
  certain: true,
  formats: ["nyc-ats-stars"],
  needs: (context) =>
    needColumns(context, {
      program: ["SchoolDBN", "StudentID", "TeacherNickname"],
      pedagogues: ["SchoolDBN", "TeacherNickname", "EISNumber"],
    }),
  *check(context) {
    const { program, pedagogues, inSchool } = readNycFiles(context);
    const student = program?.column("StudentID");
    if (program === undefined || pedagogues === undefined || student === undefined) return;
    const nicknames = readNicknames(context);
    const grade = program.column("GradeLevel");
    const isLower = (row: number) => lower.test(textAt(grade, row));
    const lost = new Map<number, Lost>();
    for (let row = 0; row < program.file.table.rows; row++) {
      const key = inSchool(program.school(row), program.nickname(row));
      if (key < 0) continue;
      const known = nicknames.get(key);
      if (known !== undefined && known.eis.size > 0) continue;
      const one = lost.get(key) ?? {
        row,
        problem: known === undefined ? "unknown" : "blank",
        needed: false,
        students: new Set(),
      };
      if (!isLower(row)) one.needed = true;
      one.students.add(student.codes[row] as number);
      lost.set(key, one);
    }
    const nickname = program.column("TeacherNickname");
    const raise = (problem: Lost["problem"], needed: boolean): Raised => {
      const found = [...lost.values()].filter((one) => one.problem === problem && one.needed === needed);
      const rows = found.map(({ row }) => row);
      return {
        count: found.length,
        args: {
          file: program.file.table.file.name,
          target: pedagogues.file.table.file.name,
          problem,
          needed: needed ? "yes" : "no",
          example: rows.map((row) => textAt(nickname, row)).sort()[0] ?? "",
          students: new Set(found.flatMap(({ students }) => [...students])).size,
        },
        places: placesOfRows(program.file, rows, nickname),
        ...(needed ? {} : { outcome: "note", consequence: "none" }),
      };
    };
    for (const needed of [true, false]) {
      yield raise("unknown", needed);
      yield raise("blank", needed);
    }
  },
};
