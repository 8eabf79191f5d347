import type { NotCheckedReason } from "../findings/finding.ts";
import type { Column } from "../table/table.ts";
import { blankCodes, columnOf } from "./columns.ts";
import { isDeleted } from "./enrollments.ts";
import { needFile } from "./needs.ts";
import {
  type ElsewhereColumn,
  familyRoles,
  type PeopleLayout,
  type PersonColumn,
  type PersonFile,
  peopleLayouts,
} from "./person-files.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** Bits of a row's kind; a person with several roles has several. */
export const student = 1;
export const staff = 2;

/** The people of one file, by row. */
export type KnownPeople = {
  file: RoleTable;
  spec: PersonFile;
  id: Column;
  /** 0 where nobody of interest stands: family, a row marked for deletion, a blank id. */
  kinds: Uint8Array;
};

/** A column of people's values, by row of the people's file. */
export type ValueByRow = {
  /** The file that has the column. */
  file: RoleTable;
  column: Column;
  /** Code of each person's value, or -1 where there is none. */
  codes: ArrayLike<number>;
  /** The row of `file` in which a person's value stands. */
  rowOf: (row: number) => number;
};

const memo = new WeakMap<CheckContext, readonly KnownPeople[]>();

export const layoutOf = (context: CheckContext): PeopleLayout | undefined =>
  Object.hasOwn(peopleLayouts, context.format.id) ? peopleLayouts[context.format.id] : undefined;

/** Everybody the package lists, file by file; worked out once a check. */
export const knownPeople = (context: CheckContext): readonly KnownPeople[] => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const layout = layoutOf(context);
  const found = (layout?.people ?? []).flatMap((spec): KnownPeople[] => {
    const file = context.files.get(spec.role);
    const id = columnOf(file, spec.id);
    if (layout === undefined || file === undefined || id === undefined) return [];
    return [{ file, spec, id, kinds: findKinds(context, layout, spec, file, id) }];
  });
  memo.set(context, found);
  return found;
};

const kindOfWord = (word: string): number => {
  const bare = word.toLowerCase().replace(/[^a-z]/g, "");
  if (bare === "student") return student;
  return bare === "" || familyRoles.has(bare) ? 0 : staff;
};

const kindsOfWords = (column: Column): Uint8Array =>
  Uint8Array.from({ length: column.size }, (_, code) => kindOfWord(column.valueOf(code)));

const findKinds = (
  context: CheckContext,
  layout: PeopleLayout,
  spec: PersonFile,
  file: RoleTable,
  id: Column,
): Uint8Array => {
  const { rows } = file.table;
  const kinds = new Uint8Array(rows);
  if (typeof spec.kind === "object") {
    const column = columnOf(file, spec.kind.column);
    const words = column && kindsOfWords(column);
    const codes = column?.codes;
    if (words !== undefined && codes !== undefined) {
      for (let row = 0; row < rows; row++) kinds[row] = words[codes[row] as number] as number;
    }
  } else if (spec.kind !== undefined) kinds.fill(spec.kind === "student" ? student : staff);
  else if (layout.kindIn !== undefined) {
    const byId = kindsElsewhere(context, layout.kindIn, id);
    for (let row = 0; row < rows; row++) kinds[row] = byId[id.codes[row] as number] as number;
  }
  const status = columnOf(file, "status");
  if (status !== undefined && status.size > 1) {
    const gone = isDeleted(file);
    for (let row = 0; row < rows; row++) if (gone(row)) kinds[row] = 0;
  }
  for (const code of blankCodes(id)) {
    for (let row = 0; row < rows; row++) if (id.codes[row] === code) kinds[row] = 0;
  }
  return kinds;
};

/** By id code, all the roles that a file of roles gives. */
const kindsElsewhere = (context: CheckContext, where: ElsewhereColumn, id: Column): Uint8Array => {
  const byId = new Uint8Array(id.size);
  const file = context.files.get(where.role);
  const user = columnOf(file, where.id);
  const column = columnOf(file, where.column);
  if (file === undefined || user === undefined || column === undefined) return byId;
  const personOf = joinCodes(user, id);
  const words = kindsOfWords(column);
  const gone = isDeleted(file);
  for (let row = 0; row < file.table.rows; row++) {
    const person = personOf[user.codes[row] as number] as number;
    if (person >= 0 && !gone(row))
      byId[person] = (byId[person] as number) | (words[column.codes[row] as number] as number);
  }
  return byId;
};

const values = new WeakMap<KnownPeople, Map<string, ValueByRow | undefined>>();

/** A column that stands beside the person, or in another file under the person's id; worked out once. */
export const valueByRow = (
  context: CheckContext,
  people: KnownPeople,
  what: "birth" | "grade",
): ValueByRow | undefined => {
  const known = values.get(people) ?? new Map<string, ValueByRow | undefined>();
  values.set(people, known);
  if (!known.has(what)) known.set(what, findValue(context, people, what));
  return known.get(what);
};

const findValue = (
  context: CheckContext,
  { file, spec, id }: KnownPeople,
  what: "birth" | "grade",
): ValueByRow | undefined => {
  const layout = layoutOf(context);
  const own = columnOf(file, spec[what] ?? "");
  if (own !== undefined) return { file, column: own, codes: own.codes, rowOf: (row) => row };
  const where = what === "birth" ? layout?.birthIn : layout?.gradeIn;
  const other = context.files.get(where?.role ?? "");
  const person = columnOf(other, where?.id ?? "");
  const column = columnOf(other, where?.column ?? "");
  if (other === undefined || person === undefined || column === undefined) return undefined;
  const rowOfId = rowsById(person, id);
  const codes = new Int32Array(file.table.rows);
  const ids = id.codes;
  const values = column.codes;
  for (let row = 0; row < codes.length; row++) {
    const at = rowOfId[ids[row] as number] as number;
    codes[row] = at < 0 ? -1 : (values[at] as number);
  }
  return { file: other, column, codes, rowOf: (row) => rowOfId[id.codes[row] as number] as number };
};

/** By id code, the row of another file in which that id stands; -1 for nobody, and for who is listed twice. */
const rowsById = (person: Column, id: Column): Int32Array => {
  const rows = new Int32Array(id.size).fill(-1);
  // References are joined in this direction anyway.
  const join = joinCodes(person, id);
  const { counts, firstRow } = person;
  for (let code = 0; code < join.length; code++) {
    const found = join[code] as number;
    if (found >= 0 && counts[code] === 1) rows[found] = firstRow[code] as number;
  }
  return rows;
};

/** What is missing to know anybody by these; undefined when one file of people, with those it points to, has them all. */
export const needPeople = (
  context: CheckContext,
  ...wanted: readonly ("birth" | "grade" | PersonColumn)[]
): NotCheckedReason | undefined => {
  const layout = layoutOf(context);
  let reason: NotCheckedReason | undefined;
  for (const spec of layout?.people ?? []) {
    const places = placesWanted(layout, spec, wanted);
    if (places === undefined) continue;
    const missing = places.flatMap((place) => whyMissing(context, place) ?? [])[0];
    if (missing === undefined) return undefined;
    reason ??= missing;
  }
  return reason;
};

type FileColumn = { role: string; column: string };

/** Where a file's people have these columns; undefined for people who never have one of them. */
const placesWanted = (
  layout: PeopleLayout | undefined,
  spec: PersonFile,
  wanted: readonly ("birth" | "grade" | PersonColumn)[],
): FileColumn[] | undefined => {
  const { role } = spec;
  const kind = typeof spec.kind === "object" ? { role, column: spec.kind.column } : layout?.kindIn;
  const places: FileColumn[] = [{ role, column: spec.id }];
  if (typeof spec.kind !== "string" && kind !== undefined) places.push(kind);
  for (const name of wanted) {
    const own = spec[name];
    const elsewhere = name === "birth" ? layout?.birthIn : name === "grade" ? layout?.gradeIn : undefined;
    const place = own === undefined ? elsewhere : { role, column: own };
    if (place === undefined) return undefined;
    places.push(place);
  }
  return places;
};

const whyMissing = (context: CheckContext, { role, column }: FileColumn): NotCheckedReason | undefined => {
  const file = context.files.get(role);
  if (file === undefined) return needFile(context, role);
  return file.fieldColumn.has(column)
    ? undefined
    : { kind: "column-missing", file: file.table.file.name, column };
};
