import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan, PlanKind, RecordPlan } from "../findings/report.ts";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { sketchOneRoster } from "./oneroster-sketch.ts";
import { makePlan } from "./plan.ts";
import { planAlone } from "./plan-alone.ts";
import { receiverOf } from "./receivers.ts";
import { rosterFromOneRoster } from "./roster-from-oneroster.ts";

type Rows = string[][];

const headers = {
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

const anyPackage = fc.record({
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

const settings = fc.record({
  system: fc.constantFrom("cli-engage", "clever", undefined),
  mode: fc.constantFrom("partial" as const, "complete" as const, undefined),
  language: fc.constantFrom("en" as const, "es" as const),
});

const tablesOf = ({
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

/** The plan as it is when no more than so many samples of a group are kept. */
const cut = (plan: Plan, most: number): Plan => {
  const cutRecords = (records: RecordPlan) =>
    Object.fromEntries(
      Object.entries(records).map(([kind, { count, samples }]) => [
        kind,
        { count, samples: samples.slice(0, most) },
      ]),
    ) as RecordPlan;
  const { students, classes, teachers } = plan;
  return {
    ...plan,
    students: cutRecords(students),
    classes: cutRecords(classes),
    teachers: cutRecords(teachers),
  };
};

describe("the plan of a file that there is nothing to compare with", () => {
  test("is that of its roster, with no more records made than are shown", () => {
    const seen = new Set<PlanKind>();
    fc.assert(
      fc.property(anyPackage, settings, fc.constantFrom(1, 2, 1000), (made, around, most) => {
        const files = tablesOf(made);
        const { homeroomOnly } = receiverOf(around.system);
        const options = {
          name: "x.zip",
          checkedAt: "2026-11-16T08:00:00Z",
          date: "2026-11-16",
          homeroomOnly,
        };
        const roster = rosterFromOneRoster(files, options)!;
        const sketch = sketchOneRoster(files, options, most)!;
        const whole = makePlan({ file: roster, ...around });
        expect(planAlone(sketch, around)).toEqual(cut(whole, most));
        expect(sketch.students.first.students.length).toBeLessThanOrEqual(2 * most);
        expect(sketch.classes.first.length).toBeLessThanOrEqual(2 * most);
        for (const kind of ["ignored", "notSeen"] as const)
          if (whole.students[kind].count > 0) seen.add(kind);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(["ignored", "notSeen"]);
  });

  test("is none where there is no roster", () => {
    const format = findFormat("oneroster-1.1")!;
    const users = tableFromRows("users.csv", headers.users, []);
    const files = makeRoleTables(format, [{ role: "users", file: "users.csv" }], [users]);
    const options = {
      name: "x.zip",
      checkedAt: "2026-11-16T08:00:00Z",
      date: "2026-11-16",
      homeroomOnly: true,
    };
    expect(sketchOneRoster(files, options, 1000)).toBeUndefined();
  });
});
