import type { RoleTable } from "../checks/rule.ts";
import type { StudentField, StudentFields } from "../roster/roster.ts";
import type { Column } from "../table/table.ts";
import { type Cell, fieldColumn, joinCodes, readColumn, readField } from "./cells.ts";

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

type FieldCell = [StudentField, Cell];

const readMetadata = (file: RoleTable): FieldCell[] =>
  file.table.header.flatMap((name, index) => {
    const word = name.toLowerCase().replace(/[^a-z]/g, "");
    const field = word.startsWith("metadata") && metadataFields.find(([, words]) => words.test(word));
    const column = file.table.columns[index];
    return field && column ? [[field[0], readColumn(column)] satisfies FieldCell] : [];
  });

const readFields = (file: RoleTable, fields: readonly [StudentField, string][]): FieldCell[] =>
  fields.flatMap(([field, name]) => {
    const cell = readField(file, name);
    return cell === undefined ? [] : [[field, cell] satisfies FieldCell];
  });

/** Reads a user's fields by row of users.csv, with the demographics of the same sourcedId. */
export const readStudentFields = (
  users: RoleTable,
  demographics: RoleTable | undefined,
  userIds: Column,
): ((row: number) => StudentFields) => {
  const own = [...readFields(users, userFields), ...readMetadata(users)];
  const ids = demographics && fieldColumn(demographics, "sourcedId");
  const theirs =
    demographics && ids
      ? [...readFields(demographics, demographicFields), ...readMetadata(demographics)]
      : [];
  const rowOf = ids && joinCodes(userIds, ids).map((code) => (code < 0 ? -1 : (ids.firstRow[code] ?? -1)));
  // A copy has all its fields from the start: an object that grows field by field is moved and thrown away on the way.
  const blankOf = (cells: readonly FieldCell[]): StudentFields =>
    Object.fromEntries(cells.map(([field]) => [field, ""]));
  const [alone, both] = [blankOf(own), blankOf([...own, ...theirs])];
  return (row) => {
    const other = rowOf?.[userIds.codes[row] ?? 0] ?? -1;
    const fields: StudentFields = { ...(other >= 0 ? both : alone) };
    for (const [field, cell] of own) fields[field] = cell(row);
    if (other >= 0) for (const [field, cell] of theirs) fields[field] = cell(other);
    return fields;
  };
};
