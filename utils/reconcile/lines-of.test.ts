import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "./lines-of.ts";

test("gives each row the line that its table gives it, and asks for few where nothing shifts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 5 })), { maxLength: 8 }),
      fc.uniqueArray(fc.nat(60)).map((rows) => rows.sort((a, b) => a - b)),
      (shifts, rows) => {
        const lineOf = (row: number) =>
          row + 2 + shifts.reduce((sum, [from, by]) => (row >= from ? sum + by : sum), 0);
        expect([...linesOf({ lineOf }, rows)]).toEqual(rows.map(lineOf));
      },
    ),
  );
  let asked = 0;
  const lineOf = (row: number) => {
    asked++;
    return row + 2;
  };
  expect(
    linesOf(
      { lineOf },
      Array.from({ length: 1000 }, (_, row) => row),
    ).at(-1),
  ).toBe(1001);
  expect(asked).toBeLessThan(5);
});
