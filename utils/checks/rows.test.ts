import { describe, expect, it } from "vitest";
import { tableFromRows } from "../table/table-from-rows.ts";
import { rowsWith } from "./rows.ts";
import type { RoleTable } from "./rule.ts";

const values = "a b c a d e b f a g b h i c j d d k e l".split(" ");
const table = tableFromRows(
  "t.csv",
  ["x"],
  values.map((value) => [value]),
);
const [column] = table.columns;
if (column === undefined) throw new Error("The table has one column.");

describe("the rows that hold any of some values", () => {
  it.each([
    ["values of one row", "fgh"],
    ["a few of several rows", "abd"],
    ["a few of several rows among those of one", "acfgl"],
    ["one of one row before all others", "fd"],
    ["many of several rows", "abcdefk"],
    ["none", ""],
  ])("are in the file's order: %s", (_, wanted) => {
    const codes = [...wanted].map((value) => column.codeOf(value)).sort((a, b) => a - b);
    const expected = values.flatMap((value, row) => (wanted.includes(value) ? [row] : []));
    expect([...rowsWith({ table } as unknown as RoleTable, column, codes)]).toEqual(expected);
  });
});
