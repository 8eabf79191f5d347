import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column } from "../table/table.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { joinValues } from "./join-values.ts";

const columnWith = (values: readonly string[]): Column => {
  const rows = values.map((value) => [value, "x"]);
  const [column] = tableFromRows("t.csv", ["id", "x"], rows).columns;
  if (column === undefined) throw new Error("The table has two columns.");
  return column;
};

/** Each value here with its partner there. */
const joined = (from: readonly string[], to: readonly string[]): string[] => {
  const [here, there] = [columnWith(from), columnWith(to)];
  const join = joinValues(here, there);
  return Array.from(join, (found, code) => `${here.valueOf(code)}>${found < 0 ? "" : there.valueOf(found)}`);
};

/** The obvious way: nothing refers to nobody. */
const expected = (from: readonly string[], to: readonly string[]): string[] =>
  [...new Set(from)].map((value) => `${value}>${value !== "" && to.includes(value) ? value : ""}`);

describe("values of one column with those of another", () => {
  const ids = Array.from({ length: 2000 }, (_, at) => `stu-${String(at * 7).padStart(8, "0")}`);

  it.each([
    ["in one order", ids, ids],
    ["in one order with more there", ids.filter((_, at) => at % 3 === 0), ids],
    ["in one order with more here", ids, ids.filter((_, at) => at % 3 > 0)],
    ["with more in between than are looked at", ids.slice(1500), ids],
    ["backwards", ids, ids.toReversed()],
    ["in no order", ids.toSorted((a, b) => (a.slice(-3) < b.slice(-3) ? -1 : 1)), ids],
    ["none of which is there", ids.map((id) => `${id}x`), ids],
    ["with blanks", ["", "a"], ["", "b", "a"]],
    ["without any there", ids.slice(0, 3), []],
  ])("are joined %s", (_, from, to) => {
    expect(joined(from, to)).toEqual(expected(from, to));
  });

  it("are joined whatever they are", () => {
    const value = fc.string({ unit: fc.constantFrom("a", "b", "é", " "), maxLength: 9 });
    const values = fc.array(value, { maxLength: 60 });
    fc.assert(
      fc.property(values, values, (from, to) => {
        expect(joined(from, to)).toEqual(expected(from, to));
      }),
    );
  });
});
