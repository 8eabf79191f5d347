import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import type { CheckContext, RoleTable } from "./rule.ts";
import { idAt, shareIds } from "./shared-ids.ts";

/**
 * What New York's files have in common: schools, official classes and nicknames as numbers that are equal where the text
 * is, without case and outer blanks. A class or a nickname means something only within its school.
 */

export type NycFile = {
  file: RoleTable;
  /** -1 where blank; `inSchool` joins the school's number with another. */
  school: (row: number) => number;
  officialClass: (row: number) => number;
  nickname: (row: number) => number;
  column: (name: string) => Column | undefined;
};

export type NycFiles = {
  racl: NycFile | undefined;
  pedagogues: NycFile | undefined;
  program: NycFile | undefined;
  /** One number for a value within a school, or -1 when either is blank. */
  inSchool: (school: number, value: number) => number;
};

const memo = new WeakMap<CheckContext, NycFiles>();

/** The files of the package that are there; read once a check. */
export const readNycFiles = (context: CheckContext): NycFiles => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const roles = ["racl", "pedagogues", "program"] as const;
  const all = (name: string) => roles.map((role) => columnOf(context.files.get(role), name));
  const fold = (text: string) => text.trim().toUpperCase();
  const schools = shareIds(all("SchoolDBN"), fold);
  const classes = shareIds(all("OfficialClass"), fold);
  const nicknames = shareIds(all("TeacherNickname"), fold);
  const [racl, pedagogues, program] = roles.map((role): NycFile | undefined => {
    const file = context.files.get(role);
    if (file === undefined) return undefined;
    const column = (name: string) => columnOf(file, name);
    return {
      file,
      column,
      school: idAt(schools, column("SchoolDBN")),
      officialClass: idAt(classes, column("OfficialClass")),
      nickname: idAt(nicknames, column("TeacherNickname")),
    };
  });
  const width = Math.max(classes.size, nicknames.size, 1);
  const inSchool = (school: number, value: number) => (school < 0 || value < 0 ? -1 : school * width + value);
  const made = { racl, pedagogues, program, inSchool };
  memo.set(context, made);
  return made;
};

/** A cell's text without outer blanks; "" where the file lacks the column. */
export const textAt = (column: Column | undefined, row: number): string =>
  column === undefined ? "" : column.valueOf(column.codes[row] as number).trim();
