import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import type { OhioClaims } from "./ohio-claims.ts";
import { joinCodes } from "./references.ts";
import { groupRows } from "./rows-by-code.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** Who is in which class, asked from a row of the claims. */
export type OhioMembers = {
  file: RoleTable;
  student: Column;
  /** The rows of enrollments.csv that put the claim's student in the claim's class. */
  rowsOf: (claim: number) => number[];
  /** Whether enrollments.csv says anything of the claim's class. */
  hasClass: (claim: number) => boolean;
};

const memo = new WeakMap<CheckContext, OhioMembers | undefined>();

/** Undefined when the file or its columns are not there; rules name that in `needs`. */
export const readMembers = (context: CheckContext, claims: OhioClaims): OhioMembers | undefined => {
  if (!memo.has(context)) memo.set(context, makeMembers(context, claims));
  return memo.get(context);
};

const makeMembers = (context: CheckContext, claims: OhioClaims): OhioMembers | undefined => {
  const file = context.files.get("enrollments");
  const klass = columnOf(file, "class_id");
  const student = columnOf(file, "ssid");
  if (file === undefined || klass === undefined || student === undefined) return undefined;
  const toStudent = joinCodes(claims.student, student);
  const toClass = joinCodes(claims.klass, klass);
  const ofStudent = groupRows(student, file.table.rows);
  const classOf = (claim: number) => toClass[claims.klass.codes[claim] as number] as number;
  return {
    file,
    student,
    hasClass: (claim) => classOf(claim) >= 0,
    rowsOf: (claim) => {
      const who = toStudent[claims.student.codes[claim] as number] as number;
      const where = classOf(claim);
      if (who < 0 || where < 0) return [];
      return [...ofStudent.rowsOf(who)].filter((row) => klass.codes[row] === where);
    },
  };
};
