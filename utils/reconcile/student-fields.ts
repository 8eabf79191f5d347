import type { RoleTable } from "../checks/rule.ts";
import type { StudentField, StudentFields } from "../roster/roster.ts";
import type { Column } from "../table/table.ts";
import { type Cell, fieldColumn, joinCodes, readColumn } from "./cells.ts";

const userFields: readonly [StudentField, string][] = [
  ["firstName", "givenName"],
  ["middleName", "middleName"],
  ["lastName", "familyName"],
  ["gradeLevel", "grades"],
];
const demographicFields: readonly [StudentField, string][] = [
  ["birthDate", "birthDate"],
  ["gender", "sex"],
  ["ethnicity", "hispanicOrLatinoEthnicity"],
];

/**
 * CLI Engage's metadata columns are not published. These words in a header say so much that the column is read;
 * `identifier` is not, because it is a local number as often as a state's.
 */
const metadataFields: readonly [StudentField, RegExp][] = [
  ["stateId", /state.*(id|number)$|tsds/],
  ["assessmentLanguage", /assessmentlanguage/],
  ["reportLanguage", /reportlanguage/],
];

type FieldColumn = readonly [StudentField, Column];

const findMetadata = (file: RoleTable): FieldColumn[] =>
  file.table.header.flatMap((name, index) => {
    const word = name.toLowerCase().replace(/[^a-z]/g, "");
    const field = word.startsWith("metadata") && metadataFields.find(([, words]) => words.test(word));
    const column = file.table.columns[index];
    return field && column ? [[field[0], column] satisfies FieldColumn] : [];
  });

const findFields = (file: RoleTable, fields: readonly [StudentField, string][]): FieldColumn[] =>
  fields.flatMap(([field, name]) => {
    const column = fieldColumn(file, name);
    return column === undefined ? [] : [[field, column] satisfies FieldColumn];
  });

/** Where a student's fields stand: columns of users.csv, and of demographics.csv for whoever has a row there, which wins. */
export type StudentColumns = {
  own: readonly FieldColumn[];
  theirs: readonly FieldColumn[];
  /** The row of demographics.csv with the sourcedId of a row of users.csv, or -1. */
  rowOf: (row: number) => number;
};

export const findStudentColumns = (
  users: RoleTable,
  demographics: RoleTable | undefined,
  userIds: Column,
): StudentColumns => {
  const own = [...findFields(users, userFields), ...findMetadata(users)];
  const ids = demographics && fieldColumn(demographics, "sourcedId");
  if (demographics === undefined || ids === undefined) return { own, theirs: [], rowOf: () => -1 };
  const rows = joinCodes(userIds, ids).map((code) => (code < 0 ? -1 : (ids.firstRow[code] ?? -1)));
  const { codes } = userIds;
  return {
    own,
    theirs: [...findFields(demographics, demographicFields), ...findMetadata(demographics)],
    rowOf: (row) => rows[codes[row] ?? 0] ?? -1,
  };
};

type FieldCell = [StudentField, Cell];

/** Reads a user's fields by row of users.csv, with the demographics of the same sourcedId. */
export const readStudentFields = (
  users: RoleTable,
  demographics: RoleTable | undefined,
  userIds: Column,
): ((row: number) => StudentFields) => {
  const columns = findStudentColumns(users, demographics, userIds);
  const cellsOf = (fields: readonly FieldColumn[]): FieldCell[] =>
    fields.map(([field, column]) => [field, readColumn(column)]);
  const [own, theirs] = [cellsOf(columns.own), cellsOf(columns.theirs)];
  // A copy has all its fields from the start: an object that grows field by field is moved and thrown away on the way.
  const blankOf = (cells: readonly FieldCell[]): StudentFields =>
    Object.fromEntries(cells.map(([field]) => [field, ""]));
  const [alone, both] = [blankOf(own), blankOf([...own, ...theirs])];
  return (row) => {
    const other = columns.rowOf(row);
    const fields: StudentFields = { ...(other >= 0 ? both : alone) };
    for (const [field, cell] of own) fields[field] = cell(row);
    if (other >= 0) for (const [field, cell] of theirs) fields[field] = cell(other);
    return fields;
  };
};
