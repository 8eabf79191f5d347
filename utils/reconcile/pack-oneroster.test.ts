import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyPackage, tablesOf } from "../../test/any-oneroster.ts";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { packRoster } from "../packed/pack-roster.ts";
import { kinds } from "../packed/packed.ts";
import { unpackRoster } from "../packed/unpack-roster.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { packOneRoster } from "./pack-oneroster.ts";
import { rosterFromOneRoster } from "./roster-from-oneroster.ts";

const options = { name: "x.zip", checkedAt: "2026-11-16T08:00:00Z", date: "2026-11-16" };

type Files = ReturnType<typeof tablesOf>;

/** What the columns are packed to, in the order in which objects are made of them. */
const unpacked = (files: Files, homeroomOnly: boolean) => {
  const packed = packOneRoster(files, { ...options, homeroomOnly })!;
  const roster = unpackRoster(packed)!;
  const inOrder = Object.fromEntries(
    kinds.map((kind) => {
      const records: unknown[] = [];
      for (const [at, place] of packed.order![kind].entries()) records[place] = roster[kind][at];
      return [kind, records];
    }),
  );
  return { packed, roster: { ...roster, ...inOrder } };
};

describe("a roster packed from the columns", () => {
  test("tells what the roster of objects tells", () => {
    fc.assert(
      fc.property(anyPackage, fc.boolean(), (made, homeroomOnly) => {
        const files = tablesOf(made);
        const whole = rosterFromOneRoster(files, { ...options, homeroomOnly })!;
        expect(unpacked(files, homeroomOnly).roster).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });

  const cell = fc.constantFrom(
    "",
    " ",
    "Ana",
    " Ana ",
    "Ñ",
    "Núñez\u00a0",
    "\u00a0x",
    "😀",
    "a\tb\t",
    "M",
    "true",
  );
  const rows = (width: number) =>
    fc
      .array(fc.tuple(...Array.from({ length: width }, () => cell)), { minLength: 1, maxLength: 60 })
      .map((all) => all.map((cells, at) => [`p${at % 40}`, ...cells]));

  test("reads every field as its object does: trimmed, from demographics where they tell, and from metadata", () => {
    const format = findFormat("oneroster-1.1")!;
    const names = [
      "sourcedId",
      "givenName",
      "familyName",
      "middleName",
      "grades",
      "email",
      "metadata.stateId",
    ];
    const told = ["sourcedId", "birthDate", "sex", "hispanicOrLatinoEthnicity", "metadata.stateId"];
    fc.assert(
      fc.property(rows(6), rows(4), fc.subarray(told.slice(1)), (users, demographics, kept) => {
        const columns = [0, ...kept.map((name) => told.indexOf(name))];
        const tables = [
          tableFromRows(
            "users.csv",
            [...names, "role"],
            users.map((row, at) => [...row, at % 5 ? "student" : "teacher"]),
          ),
          tableFromRows(
            "demographics.csv",
            columns.map((at) => told[at]!),
            demographics.map((row) => columns.map((at) => row[at]!)),
          ),
          tableFromRows(
            "classes.csv",
            ["sourcedId", "title"],
            [
              ["c1", " Álgebra "],
              ["c2", "B"],
            ],
          ),
          tableFromRows(
            "enrollments.csv",
            ["classSourcedId", "userSourcedId", "role"],
            users.map(([id = ""], at) => [`c${(at % 2) + 1}`, id, "student"]),
          ),
          tableFromRows("orgs.csv", ["sourcedId", "name", "type"], [["s1", "One", "school"]]),
        ];
        const roles = ["users", "demographics", "classes", "enrollments", "orgs"];
        const files = makeRoleTables(
          format,
          roles.map((role) => ({ role, file: `${role}.csv` })),
          tables,
        );
        const { roster, packed } = unpacked(files, false);
        const whole = rosterFromOneRoster(files, { ...options, homeroomOnly: false })!;
        expect(roster).toEqual(whole);
        // The same bytes, but for fields that nobody has told.
        const sizes = (parts: typeof packed.parts) => parts.map(({ school }) => school);
        expect(sizes(packed.parts)).toEqual(sizes(packRoster(whole).parts));
      }),
      { numRuns: 500 },
    );
  });

  test("is none where there is no roster", () => {
    expect(packOneRoster(new Map(), { ...options, homeroomOnly: true })).toBeUndefined();
  });
});
