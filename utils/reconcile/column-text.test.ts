import fc from "fast-check";
import { expect, test } from "vitest";
import { tableFromRows } from "../table/table-from-rows.ts";
import { readTexts } from "./column-text.ts";

const columnOf = (values: readonly string[]) =>
  tableFromRows(
    "a.csv",
    ["id"],
    values.map((value) => [value]),
  ).columns[0]!;

test("gives the text that the column gives, in any order", () => {
  const value = fc.oneof(
    fc.stringMatching(/^[ -~]{0,40}$/),
    fc.constantFrom("", "Zoë", "Núñez-O’Brien", "𝒳", "x".repeat(5000), `é${"y".repeat(4090)}`),
  );
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 300 }),
      fc.infiniteStream(fc.nat()),
      (values, picks) => {
        const column = columnOf(values);
        const textOf = readTexts(column);
        for (let code = 0; code < column.size; code++) expect(textOf(code)).toBe(column.valueOf(code));
        for (let nth = 0; nth < 50; nth++) {
          const code = (picks.next().value as number) % column.size;
          expect(textOf(code)).toBe(column.valueOf(code));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("goes over blocks without a gap", () => {
  const values = Array.from({ length: 3000 }, (_, at) => `student-${at * 7919}`);
  const column = columnOf(values);
  const textOf = readTexts(column);
  expect(values.map((_, code) => textOf(code))).toEqual(values);
});
