import type { ColumnChoice } from "./classify-columns.ts";
import type { DetectedRow, DetectedStudent, IdentitySource, RowLeftOut } from "./detected.ts";
import { findIdentity } from "./find-identity.ts";
import { type Breather, type RowGroup, toldIndex } from "./find-lists.ts";
import type { FlatTree } from "./flat-tree.ts";
import { foldWords, kindsOfHeader } from "./header-words.ts";
import type { Matrix } from "./read-rows.ts";
import {
  hasTitle,
  idBehind,
  looksLikeName,
  looksLikePartName,
  orderOfHeader,
  type SplitName,
  splitName,
} from "./split-name.ts";
import { isStaffRole } from "./value-kinds.ts";

/** The rows of a list that are students, and those that are not. */

export type StudentsRead = {
  rows: (Omit<DetectedRow, "confidence"> & { sure: number })[];
  leftOut: RowLeftOut[];
  identity: IdentitySource;
  /** Rows the grid counts that stand above the students: headers, filters. */
  above: number;
  /** What the identity says for a roster, in the points of judge-roster.ts. */
  identityStrength: number;
};

export type Table = { group: RowGroup; matrix: Matrix; choice: ColumnChoice; language: string };

type Person = { at: number; name: SplitName; text: string; sure: number };

const kept = new Set(
  "stateId birthDate gender ethnicity gradeLevel assessmentLanguage reportLanguage status".split(" "),
);

/** Reads who is in each row. `language` is the page's ("es" keeps two last names together). */
export const readStudents = async (
  table: Table,
  tree: FlatTree,
  turn: Breather,
): Promise<StudentsRead | undefined> => {
  const { group, matrix } = table;
  const people: Person[] = [];
  const leftOut: RowLeftOut[] = [];
  for (let at = 0; at < matrix.rowCount; at += 1) {
    if (at % 50 === 0 && !(await turn())) return undefined;
    const person = readPerson(at, table);
    if (typeof person === "string") leftOut.push({ element: group.rows[at]![0]!, because: person });
    else people.push(person);
  }
  const above = countAbove([...group.headers, ...leftOut.map(({ element }) => element)]);
  const { ids, source, strength } = await identify(people, table, tree, turn);
  const rows: StudentsRead["rows"] = [];
  for (const [index, { at, name, sure }] of people.entries()) {
    if (index % 50 === 0 && !(await turn())) return undefined;
    const id = (ids[index] ?? "").slice(0, 255);
    const student: DetectedStudent = {
      id,
      fields: fieldsOf(at, name, table),
      sectionIds: [],
      line: lineOf(group, at, above),
    };
    rows.push({ elements: group.rows[at]!, student, name, sure: id === "" ? sure * 0.8 : sure });
  }
  return { rows, leftOut, above, identity: source, identityStrength: strength };
};

/** The row's place in the whole list where it says so, from 1; else its place on the page. */
const lineOf = ({ rows }: RowGroup, at: number, above: number): number => {
  const told = toldIndex(rows[at]![0]!);
  if (!told) return at + 1;
  if (told.by !== "aria-rowindex") return told.by === "aria-posinset" ? told.index : told.index + 1;
  return Math.max(1, told.index - above);
};

/** Headers and filters have the first places of a grid that numbers its rows: 1, 2 and so on without a gap. */
const countAbove = (notStudents: readonly Element[]): number => {
  const told = new Set(
    notStudents.map((row) => toldIndex(row)).map((one) => (one?.by === "aria-rowindex" ? one.index : 0)),
  );
  let above = 0;
  while (told.has(above + 1)) above += 1;
  return above;
};

const valueAt = ({ matrix }: Table, key: string | undefined, at: number): string =>
  key === undefined ? "" : (matrix.columns.get(key)?.[at] ?? "");

const readPerson = (at: number, table: Table): Person | RowLeftOut["because"] => {
  const { choice } = table;
  const whole = valueAt(table, choice.name?.key, at);
  const first = valueAt(table, choice.firstName?.key, at);
  const last = valueAt(table, choice.lastName?.key, at);
  const id = valueAt(table, choice.id?.key, at);
  const text = whole !== "" ? whole : `${first} ${last}`.trim();
  if (isRepeatedHeader(at, table)) return "header";
  if (text === "") return "filler";
  if (isAdult(at, table) || hasTitle(text)) return "staff";
  if (!/\p{L}{2}/u.test(text) || text.length > 120) return "other";
  if (whole !== "") {
    const looks = looksLikeName(whole);
    if (!looks && (id === "" || kindsOfHeader(whole).length > 0 || !/^[\p{L}\p{M}'’.,\s()-]+/u.test(whole)))
      return "other";
    const order = orderOfHeader(choice.name?.header ?? "") ?? "first-last";
    return { at, text, name: splitName(whole, order, table.language === "es"), sure: looks ? 1 : 0.7 };
  }
  const looks = looksLikePartName(first || last) && looksLikePartName(last || first);
  if (id === "" && (!looks || first === "" || last === "")) return "other";
  const middle = valueAt(table, choice.middleName?.key, at);
  return {
    at,
    text,
    name: { firstName: first, lastName: last, ...(middle !== "" && { middleName: middle }) },
    sure: looks && first !== "" && last !== "" ? 1 : 0.7,
  };
};

/** The header again, every twenty rows: two values or more are their own column's name. */
const isRepeatedHeader = (at: number, { choice }: Table): boolean => {
  let same = 0;
  let filled = 0;
  for (const { key, header, values } of choice.facts) {
    const value = values[at] ?? "";
    if (value === "" || key.includes("/")) continue;
    filled += 1;
    // Values with digits are most of a grid's, and no header's.
    if (/\d/.test(value) || value.length > 60) continue;
    const folded = foldWords(value);
    if (folded === "") continue;
    if (folded === foldWords(header) || (header === "" && kindsOfHeader(value).length > 0)) same += 1;
  }
  return same >= 2 || (same === 1 && filled === 1);
};

/** A teacher among the students: a short word for what they do, in a column whose other rows say otherwise. */
const isAdult = (at: number, { choice }: Table): boolean =>
  choice.facts.some(({ values, staffRole, kinds }) => {
    const value = values[at] ?? "";
    return (
      value !== "" &&
      value.length <= 30 &&
      !/\d/.test(value) &&
      staffRole < 0.5 &&
      !kinds.includes("section") &&
      isStaffRole(value) &&
      !looksLikeName(value)
    );
  });

type Identities = { ids: readonly string[]; source: IdentitySource; strength: number };

/** By trust: an id's own column, an attribute that speaks of students, an id beside the name, any distinct one. */
const identify = async (
  people: readonly Person[],
  table: Table,
  tree: FlatTree,
  turn: Breather,
): Promise<Identities> => {
  const { group, choice, matrix } = table;
  const column = choice.id;
  const fromColumn = (): Identities => ({
    ids: people.map(({ at }) => valueAt(table, column!.key, at).replace(/^#/, "")),
    source: { from: "cell", column: column!.key },
    strength: 0,
  });
  if (column?.kinds.includes("id")) return fromColumn();
  const hidden = await findIdentity(
    people.map(({ at }) => group.rows[at]!),
    tree,
    turn,
  );
  if (hidden && hidden.strength > 1)
    return { ids: hidden.ids, source: hidden.source, strength: hidden.strength };
  if (column) return fromColumn();
  const beside = people.map(({ text }) => idBehind(text) ?? "");
  const told = beside.filter((id) => id !== "");
  if (told.length >= people.length * 0.9 && new Set(told).size === told.length)
    return { ids: beside, source: { from: "text", column: choice.name?.key ?? "" }, strength: 1 };
  if (hidden) return { ids: hidden.ids, source: hidden.source, strength: hidden.strength };
  const state = choice.fields.get("stateId");
  if (state && state.distinct >= 0.98)
    return {
      ids: people.map(({ at }) => matrix.columns.get(state.key)?.[at] ?? ""),
      source: { from: "cell", column: state.key },
      strength: 0,
    };
  return { ids: people.map(() => ""), source: { from: "none" }, strength: 0 };
};

const fieldsOf = (at: number, name: SplitName, table: Table): Record<string, string> => {
  const fields: Record<string, string> = { firstName: name.firstName, lastName: name.lastName };
  if (name.middleName !== undefined) fields.middleName = name.middleName;
  for (const [field, { key }] of table.choice.fields)
    if (kept.has(field)) fields[field] = valueAt(table, key, at);
  return fields;
};
