import { type NycFile, readNycFiles, textAt } from "./nyc-schools.ts";
import type { CheckContext } from "./rule.ts";
import { findDamage } from "./spreadsheet-damage.ts";

/** An official class of the STARS program that is not on the school's RACL, with one row a student. */
export type StrayClass = {
  school: number;
  text: string;
  /** The class of the RACL that a spreadsheet turned into this one, when only one can be meant. */
  meant: string | undefined;
  /** Whether the RACL has any class of the school. */
  schoolKnown: boolean;
  /** The first row of each student in it. */
  rows: number[];
};

const memo = new WeakMap<CheckContext, StrayClass[]>();

/** What a spreadsheet would read as a number: "4E1" is 40, and so is "040". */
const numberOf = (text: string): number | undefined =>
  /^\d+(?:\.\d+)?(?:E[+-]?\d{1,2})?$/i.test(text) ? Number(text) : undefined;

/** Empty when the RACL or the program is not there, or lacks its columns; worked out once a check. */
export const findStrayClasses = (context: CheckContext): readonly StrayClass[] => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const { racl, program, inSchool } = readNycFiles(context);
  const made = racl === undefined || program === undefined ? [] : find(racl, program, inSchool);
  memo.set(context, made);
  return made;
};

type InSchool = (school: number, value: number) => number;

const find = (racl: NycFile, program: NycFile, inSchool: InSchool): StrayClass[] => {
  const listed = new Map<number, string>();
  const bySchool = new Map<number, Set<string>>();
  for (let row = 0; row < racl.file.table.rows; row++) {
    const key = inSchool(racl.school(row), racl.officialClass(row));
    if (key < 0 || listed.has(key)) continue;
    const text = textAt(racl.column("OfficialClass"), row).toUpperCase();
    listed.set(key, text);
    bySchool.set(racl.school(row), (bySchool.get(racl.school(row)) ?? new Set()).add(text));
  }
  const student = program.column("StudentID");
  const stray = new Map<number, StrayClass & { students: Set<number> }>();
  for (let row = 0; row < program.file.table.rows; row++) {
    const school = program.school(row);
    const key = inSchool(school, program.officialClass(row));
    if (key < 0 || listed.has(key) || student === undefined) continue;
    const text = textAt(program.column("OfficialClass"), row);
    const one = stray.get(key) ?? {
      school,
      text,
      meant: restore(text, bySchool.get(school) ?? new Set()),
      schoolKnown: bySchool.has(school),
      rows: [],
      students: new Set(),
    };
    stray.set(key, one);
    const who = student.codes[row] as number;
    if (!one.students.has(who)) one.rows.push(row);
    one.students.add(who);
  }
  return [...stray.values()];
};

const restore = (text: string, classes: ReadonlySet<string>): string | undefined => {
  const value = numberOf(text);
  if (value === undefined) return undefined;
  const same = [...classes].filter((one) => numberOf(one) === value);
  return same.length === 1 ? same[0] : undefined;
};

/** Values that spreadsheet-date reports, whatever class was meant. */
export const isUnreadable = ({ text }: StrayClass): boolean =>
  findDamage({ name: "OfficialClass", type: "string", required: "no", source: "", certain: true }, text) !==
  undefined;
