import fc from "fast-check";
import { findFormat } from "../utils/formats/index.ts";
import { makeRoleTables } from "../utils/formats/make-role-tables.ts";
import { tableFromRows } from "../utils/table/table-from-rows.ts";

type Rows = string[][];

export const headers = {
  classes: ["sourcedId", "status", "title", "classType", "schoolSourcedId"],
  users: ["sourcedId", "status", "orgSourcedIds", "role", "givenName", "familyName"],
  people: ["sourcedId", "status", "givenName", "familyName"],
  roles: ["sourcedId", "status", "userSourcedId", "roleType", "role", "orgSourcedId"],
  enrollments: ["sourcedId", "classSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate"],
};

const status = fc.constantFrom("", "", "", "tobedeleted", "active");
const klass = fc.constantFrom("", "H1", "H2", "M1", "M2", "X9");
const person = fc.constantFrom("", "1", "2", "3", "4", "5", "6", "T1", "T2", "nobody");
const word = fc.constantFrom("student", "Student", "teacher", "guardian", "");
const rowsOf = (...cells: fc.Arbitrary<string>[]): fc.Arbitrary<Rows> =>
  fc.array(fc.tuple(...cells), { maxLength: 25 });

/** Packages with few ids, so that rows come twice, refer to nothing, and are of several schools. */
export const anyPackage = fc.record({
  classes: rowsOf(
    klass,
    status,
    fc.constantFrom("Vega", "Gil", ""),
    fc.constantFrom("homeroom", "scheduled", ""),
    fc.constantFrom("S1", ""),
  ),
  users: rowsOf(
    person,
    status,
    fc.constantFrom("S1", "S2", ""),
    word,
    fc.constantFrom("Ana", "Beto", ""),
    fc.constantFrom("Ruiz", ""),
  ),
  roles: rowsOf(
    fc.constant("R"),
    status,
    person,
    fc.constantFrom("primary", "secondary"),
    word,
    fc.constantFrom("S1", "S2"),
  ),
  enrollments: rowsOf(
    fc.constant("E"),
    klass,
    person,
    word,
    fc.constantFrom("true", "false"),
    fc.constant(""),
    fc.constantFrom("", "2026-06-01", "2027-06-01"),
  ),
  isNew: fc.boolean(),
  hasType: fc.boolean(),
});

/** Their tables by role, of OneRoster 1.1 or 1.2. */
export const tablesOf = ({
  classes,
  users,
  roles,
  enrollments,
  isNew,
  hasType,
}: typeof anyPackage extends fc.Arbitrary<infer T> ? T : never) => {
  const dropType = (row: string[]) => (hasType ? row : row.filter((_, at) => at !== 3));
  const files: [string, string[], Rows][] = [
    ["classes", dropType(headers.classes), classes.map(dropType)],
    ...(isNew
      ? ([
          ["users", headers.people, users.map(([id = "", is = "", , , ...names]) => [id, is, ...names])],
          ["roles", headers.roles, roles],
        ] satisfies [string, string[], Rows][])
      : ([["users", headers.users, users]] satisfies [string, string[], Rows][])),
    ["enrollments", headers.enrollments, enrollments],
  ];
  return makeRoleTables(
    findFormat(isNew ? "oneroster-1.2" : "oneroster-1.1")!,
    files.map(([role]) => ({ role, file: `${role}.csv` })),
    files.map(([role, header, rows]) => tableFromRows(`${role}.csv`, header, rows)),
  );
};
