import type { NotCheckedReason } from "../findings/finding.ts";
import { readSubject } from "../formats/ohio-subjects.ts";
import type { Column } from "../table/table.ts";
import { columnOf, isBlank } from "./columns.ts";
import { needColumns } from "./needs.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** The claims of Ohio's roster verification, with the subject of each claim's class. */
export type OhioClaims = {
  file: RoleTable;
  klass: Column;
  educator: Column;
  student: Column;
  month: Column;
  percent: Column;
  /** Percentage by code; NaN for what is no percentage, which is another rule's business. */
  percents: Float64Array;
  /** Number of the subject of the row's class, or -1 when nothing tells it. */
  subjectOf: (row: number) => number;
  subjects: readonly string[];
  /** Whether the row claims anything: nought removes a claim. */
  isClaim: (row: number) => boolean;
};

const wanted = {
  claims: ["class_id", "educator_state_id", "ssid", "month", "percent"],
  classes: ["class_id", "subject_course"],
} as const;

export const needClaims = (context: CheckContext): NotCheckedReason | undefined =>
  needColumns(context, wanted);

const memo = new WeakMap<CheckContext, OhioClaims | undefined>();

/** The claims, or undefined when `needClaims` names what is missing. Read once a check. */
export const readClaims = (context: CheckContext): OhioClaims | undefined => {
  if (!memo.has(context)) memo.set(context, makeClaims(context));
  return memo.get(context);
};

const makeClaims = (context: CheckContext): OhioClaims | undefined => {
  const file = context.files.get("claims");
  const [klass, educator, student, month, percent] = wanted.claims.map((name) => columnOf(file, name));
  if (file === undefined || !klass || !educator || !student || !month || !percent) return undefined;
  const percents = Float64Array.from({ length: percent.size }, (_, code) => readPercent(percent, code));
  const { subjects, ofClass } = readSubjects(context);
  const id = columnOf(context.files.get("classes"), "class_id");
  const join = id === undefined ? undefined : joinCodes(klass, id);
  const subjectOf = (row: number): number => {
    const found = join?.[klass.codes[row] as number] ?? -1;
    return found < 0 ? -1 : (ofClass[found] as number);
  };
  const isClaim = (row: number) => (percents[percent.codes[row] as number] as number) > 0;
  return { file, klass, educator, student, month, percent, percents, subjectOf, subjects, isClaim };
};

const readPercent = (column: Column, code: number): number => {
  if (isBlank(column, code)) return Number.NaN;
  const value = Number(column.valueOf(code));
  return value >= 0 && value <= 100 ? value : Number.NaN;
};

/**
 * The subject of each class, by code of classes.class_id. Ways of writing one subject are one; what is on no list counts
 * by its own name. A class of several rows has the subject that comes first in the alphabet, whatever their order.
 */
const readSubjects = (context: CheckContext): { subjects: string[]; ofClass: Int32Array } => {
  const classes = context.files.get("classes");
  const id = columnOf(classes, "class_id");
  const subject = columnOf(classes, "subject_course");
  const ofClass = new Int32Array(id?.size ?? 0).fill(-1);
  if (classes === undefined || id === undefined || subject === undefined) return { subjects: [], ofClass };
  const names = Array.from({ length: subject.size }, (_, code) => {
    const text = subject.valueOf(code).trim();
    return readSubject(text)?.subject ?? text;
  });
  const subjects = [...new Set(names)].filter((name) => name !== "").sort();
  const numbers = new Map(subjects.map((name, number) => [name, number]));
  for (let row = 0; row < classes.table.rows; row++) {
    const number = numbers.get(names[subject.codes[row] as number] as string) ?? -1;
    const code = id.codes[row] as number;
    const before = ofClass[code] as number;
    if (number >= 0 && (before < 0 || number < before)) ofClass[code] = number;
  }
  return { subjects, ofClass };
};
