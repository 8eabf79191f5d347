import { expect, it } from "vitest";
import { tableFromRows } from "../table/table-from-rows.ts";
import { markValues } from "./columns.ts";

const long = "x".repeat(70);
const values = ["1", "01", "Peña", "", long, "2"];
const [column] = tableFromRows(
  "t.csv",
  ["id"],
  values.map((value) => [value]),
).columns;
if (column === undefined) throw new Error("The table has one column.");

it.each([
  ["plain ones", ["2", "1"]],
  ["one with an accent", ["Peña"]],
  ["a long one", [long]],
  ["none that is only like one", ["Pena", "001", "x".repeat(69), "x"]],
  ["none", []],
])("marks the values that are among some texts: %s", (_, texts) => {
  const marks = markValues(column, new Set(texts));
  expect(values.filter((value) => marks[column.codeOf(value)] === 1).sort()).toEqual(
    values.filter((value) => texts.includes(value)).sort(),
  );
});
