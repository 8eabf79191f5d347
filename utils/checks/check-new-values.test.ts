import { expect, it } from "vitest";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { checkNewValues } from "./check-new-values.ts";

const header = ["sourcedId", "birthDate", "sex", "extra"];
const rows = [
  ["P1", "2022-03-09", "male", "8-Jun"],
  ["P2", "3/9/2022", "male", ""],
  ["P3", "3/9/2022", "man", ""],
  ["P 4", "44629", "man", ""],
  ["", "2022-03-09", "", ""],
];

const roleTable = (upTo: number) => {
  const format = findFormat("oneroster-1.1");
  const table = tableFromRows("demographics.csv", header, rows.slice(0, upTo));
  const role =
    format && makeRoleTables(format, [{ file: "demographics.csv", role: "demographics" }], [table]);
  const made = role?.get("demographics");
  if (made === undefined) throw new Error("demographics.csv was not matched");
  return made;
};

it.each([
  [1, { faults: 0, warnings: 0 }],
  [2, { faults: 0, warnings: 1 }],
  [3, { faults: 0, warnings: 2 }],
  [4, { faults: 1, warnings: 3 }],
  [5, { faults: 2, warnings: 3 }],
])("counts distinct values of the first %i rows", (upTo, expected) => {
  expect(checkNewValues(roleTable(upTo), [0, 0, 0, 0])).toEqual(expected);
});

it("counts each value once however often it is asked", () => {
  const total = { faults: 0, warnings: 0 };
  let from = header.map(() => 0);
  for (let upTo = 1; upTo <= rows.length; upTo++) {
    const file = roleTable(upTo);
    const { faults, warnings } = checkNewValues(file, from);
    total.faults += faults;
    total.warnings += warnings;
    from = file.table.columns.map(({ size }) => size);
  }
  expect(total).toEqual(checkNewValues(roleTable(rows.length), []));
});
