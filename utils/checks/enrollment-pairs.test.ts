import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachPair } from "./enrollment-pairs.ts";

type Row = [klass: number, user: number];

const pairsOf = (rows: readonly Row[]): string[] => {
  const found: string[] = [];
  const [classes, users] = [0, 1].map((at) => Uint32Array.from(rows, (row) => row[at] as number));
  if (classes === undefined || users === undefined) return found;
  eachPair(classes, users, { classes: 2000, users: 2000 }, rows.length, (row, before) =>
    found.push(`${row}>${before}`),
  );
  return found.sort();
};

/** The obvious way. */
const expectedOf = (rows: readonly Row[]): string[] => {
  const last = new Map<string, number>();
  const found: string[] = [];
  for (const [row, pair] of rows.entries()) {
    const before = last.get(pair.join());
    if (before !== undefined) found.push(`${row}>${before}`);
    last.set(pair.join(), row);
  }
  return found.sort();
};

const row = fc.tuple(fc.nat(30), fc.nat(30)) as fc.Arbitrary<Row>;

describe("pairs of rows with the same class and user", () => {
  it.each([
    ["in no order", (rows: Row[]) => rows],
    ["by user", (rows: Row[]) => rows.toSorted((a, b) => a[1] - b[1])],
    ["by class", (rows: Row[]) => rows.toSorted((a, b) => a[0] - b[0])],
    [
      "by user with a stray row",
      (rows: Row[]) => [...rows.toSorted((a, b) => a[1] - b[1]), ...rows.slice(0, 1)],
    ],
  ])("are found in a file %s", (_order, arrange) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), (rows) => {
        const arranged = arrange(rows);
        expect(pairsOf(arranged)).toEqual(expectedOf(arranged));
      }),
    );
  });

  it("are found where far too many users and classes come back for any grouping", () => {
    const rows = Array.from({ length: 9000 }, (_, at): Row => [(at * 7919) % 1999, (at * 104729) % 1997]);
    const doubled = [...rows, ...rows.slice(0, 300)];
    expect(pairsOf(doubled)).toEqual(expectedOf(doubled));
    expect(expectedOf(doubled).length).toBeGreaterThanOrEqual(300);
  });

  it("are found where few users take turns, each in classes of the others too", () => {
    const rows = Array.from({ length: 30_000 }, (_, at): Row => [(at >> 1) % 1999, at % 2]);
    expect(pairsOf(rows)).toEqual(expectedOf(rows));
    expect(expectedOf(rows).length).toBeGreaterThan(20_000);
  });
});
