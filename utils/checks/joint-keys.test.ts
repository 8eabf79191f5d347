import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableFromRows } from "../table/table-from-rows.ts";
import { findRepeats } from "./joint-keys.ts";

const repeatsOf = (rows: string[][], skip: number[][] = []) => {
  const header = (rows[0] ?? []).map((_, index) => `c${index}`);
  const { columns } = tableFromRows("x.csv", header, rows);
  return findRepeats(columns, rows.length, skip);
};

describe("findRepeats", () => {
  it("finds rows that are equal in all columns, and the first of them", () => {
    const rows = [
      ["a", "1"],
      ["a", "2"],
      ["b", "1"],
      ["a", "1"],
      ["b", "2"],
      ["a", "1"],
    ];
    expect(repeatsOf(rows)).toEqual({ rows: [3, 5], firsts: [0, 0] });
  });

  it("does not confuse columns with each other", () => {
    expect(
      repeatsOf([
        ["a", "b"],
        ["b", "a"],
        ["a", "a"],
        ["b", "b"],
      ]).rows,
    ).toEqual([]);
  });

  it("leaves out rows whose value is to be skipped", () => {
    const rows = [
      ["", "1"],
      ["", "1"],
      ["x", "1"],
      ["x", "1"],
    ];
    expect(repeatsOf(rows, [[0]]).rows).toEqual([3]);
    expect(repeatsOf(rows).rows).toEqual([1, 3]);
  });

  it("finds nothing in no rows and no columns", () => {
    expect(repeatsOf([]).rows).toEqual([]);
    expect(findRepeats([], 5).rows).toEqual([]);
  });

  it("agrees with comparing texts, whatever the rows", () => {
    const cell = fc.constantFrom("", "a", "b", "c", "d", "e");
    for (const width of [1, 2, 3, 4]) {
      const table = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 60 });
      fc.assert(
        fc.property(table, (rows) => {
          const first = new Map<string, number>();
          const wanted: { rows: number[]; firsts: number[] } = { rows: [], firsts: [] };
          rows.forEach((row, index) => {
            const key = JSON.stringify(row);
            const before = first.get(key);
            if (before === undefined) first.set(key, index);
            else {
              wanted.rows.push(index);
              wanted.firsts.push(before);
            }
          });
          expect(repeatsOf(rows)).toEqual(wanted);
        }),
        { numRuns: 300 },
      );
    }
  });

  it("finds them also where few values have many rows each", () => {
    const rows = Array.from({ length: 900 }, (_, index) => [
      `s${index % 3}`,
      `p${Math.floor(index / 3) % 9}`,
    ]);
    // 27 different rows; all others repeat one of them.
    expect(repeatsOf(rows).rows).toHaveLength(900 - 27);
  });

  it("finds the one repeat among many rows", () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => [`s${index % 997}`, `p${index % 4999}`]);
    rows.push(["s7", "p7"]);
    expect(repeatsOf(rows)).toEqual({ rows: [50_000], firsts: [7] });
  });
});
