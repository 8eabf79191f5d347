import type { NotCheckedReason } from "../findings/finding.ts";
import { foldName } from "../roster/fold-name.ts";
import { personKey } from "../roster/person-key.ts";
import type { Column } from "../table/table.ts";
import { columnOf } from "./columns.ts";
import { isAmong, isDeleted } from "./enrollments.ts";
import { needColumns } from "./needs.ts";
import { joinCodes } from "./references.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** Students as people: their ids, and the key by which a person is known again under another id. */
export type People = {
  file: RoleTable;
  id: Column;
  isPerson: (row: number) => boolean;
  /** Folded names and birth date, or undefined when one of them is missing. */
  keyOf: (row: number) => string | undefined;
};

const cell = (column: Column | undefined, row: number): string =>
  column === undefined ? "" : column.valueOf(column.codes[row] as number);

/** Names repeat, and folding is dear: each is folded once. */
const rememberFolds = (): ((name: string) => string) => {
  const folded = new Map<string, string>();
  return (name) => {
    const known = folded.get(name);
    if (known !== undefined) return known;
    const made = foldName(name);
    folded.set(name, made);
    return made;
  };
};

const readRoster = (file: RoleTable, id: Column): People => {
  const [first, last, birth] = ["Student_First_Name", "Student_Last_Name", "Student_Birth_Date"].map((name) =>
    columnOf(file, name),
  );
  const fold = rememberFolds();
  return {
    file,
    id,
    isPerson: (row) => cell(id, row) !== "",
    keyOf: (row) =>
      personKey(
        { firstName: cell(first, row), lastName: cell(last, row), birthDate: cell(birth, row) },
        fold,
      ),
  };
};

/** The students of the package, or what is missing to know them by. */
export const readPeople = (context: CheckContext): People | NotCheckedReason => {
  const roster = context.files.get("roster");
  const rosterId = columnOf(roster, "Student_Internal_ID");
  if (roster !== undefined && rosterId !== undefined) return readRoster(roster, rosterId);
  const unmet = needColumns(context, {
    users: ["sourcedId", "role", "givenName", "familyName"],
    demographics: ["sourcedId", "birthDate"],
  });
  const file = context.files.get("users");
  const id = columnOf(file, "sourcedId");
  const person = columnOf(context.files.get("demographics"), "sourcedId");
  if (unmet !== undefined) return unmet;
  if (file === undefined || id === undefined || person === undefined)
    return { kind: "file-missing", file: "users.csv" };
  const birth = columnOf(context.files.get("demographics"), "birthDate");
  const personOf = joinCodes(id, person);
  const isStudent = isAmong(columnOf(file, "role"), "student");
  const gone = isDeleted(file);
  const fold = rememberFolds();
  return {
    file,
    id,
    isPerson: (row) => isStudent(row) && !gone(row),
    keyOf: (row) => {
      const found = personOf[id.codes[row] as number] as number;
      // Somebody listed twice has no one birth date.
      if (found < 0 || (person.counts[found] as number) > 1) return undefined;
      const names = {
        firstName: cell(columnOf(file, "givenName"), row),
        lastName: cell(columnOf(file, "familyName"), row),
      };
      return personKey({ ...names, birthDate: cell(birth, person.firstRow[found] as number) }, fold);
    },
  };
};
