import { nameKeys, splitName } from "../roster/teacher-names.ts";
import { type NycFile, readNycFiles, textAt } from "./nyc-schools.ts";
import type { CheckContext } from "./rule.ts";

/** The teachers that the RACL names, each once a school, with the people of the pedagogue file who may be meant. */
export type NamedTeacher = {
  /** First row of the RACL that names the teacher in the school. */
  row: number;
  classes: number;
  /** Distinct people of that name in the school: by EIS number, or by row when they have none. */
  people: ReadonlySet<string>;
};

const memo = new WeakMap<CheckContext, NamedTeacher[]>();

/** Empty when the RACL or the pedagogue file is not there; worked out once a check. */
export const findNamedTeachers = (context: CheckContext): readonly NamedTeacher[] => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const { racl, pedagogues } = readNycFiles(context);
  const made = racl === undefined || pedagogues === undefined ? [] : findTeachers(racl, pedagogues);
  memo.set(context, made);
  return made;
};

const findTeachers = (racl: NycFile, pedagogues: NycFile): NamedTeacher[] => {
  const people = readPeople(pedagogues);
  const name = racl.column("TeacherName");
  if (name === undefined) return [];
  const found = new Map<number, { row: number; classes: Set<number> }>();
  for (let row = 0; row < racl.file.table.rows; row++) {
    const school = racl.school(row);
    if (school < 0) continue;
    const key = school * name.size + (name.codes[row] as number);
    const one = found.get(key) ?? { row, classes: new Set() };
    one.classes.add(racl.officialClass(row));
    found.set(key, one);
  }
  return [...found.values()].flatMap(({ row, classes }) => {
    const { last, first } = splitName(textAt(name, row));
    const keys = nameKeys(last, first);
    if (keys.length === 0) return [];
    const match = keys
      .map((key) => people.get(`${racl.school(row)} ${key}`))
      .find((one) => one !== undefined);
    return [{ row, classes: classes.size, people: match ?? new Set<string>() }];
  });
};

/** School and name to the people of that name. */
const readPeople = ({ file, school, column }: NycFile): Map<string, Set<string>> => {
  const people = new Map<string, Set<string>>();
  for (let row = 0; row < file.table.rows; row++) {
    const person = textAt(column("EISNumber"), row).toUpperCase() || `row ${row}`;
    for (const key of nameKeys(textAt(column("LastName"), row), textAt(column("FirstName"), row))) {
      const name = `${school(row)} ${key}`;
      people.set(name, (people.get(name) ?? new Set()).add(person));
    }
  }
  return people;
};
