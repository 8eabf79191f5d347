import { describe, expect, test } from "vitest";
import { openPackage } from "./open-package.ts";

/** Only in large files are values that are all different not looked up. */
const filler = "x".repeat(700);

const openColumn = async (values: readonly string[]) => {
  const text = `id,x\n${values.map((value) => `${value},${filler}\n`).join("")}`;
  for await (const { table } of openPackage([{ name: "a.csv", blob: new Blob([text]) }], {})) {
    const column = table?.column("id");
    if (table !== undefined && column !== undefined) return { column, codes: column.codes, rows: table.rows };
  }
  throw new Error("nothing was opened");
};

const rows = 40_000;

describe("a column whose first values are all different", () => {
  test.each([
    ["and all others too", (row: number) => row],
    ["and repeat later, many of them", (row: number) => (row * 7919) % 20_000],
    ["and repeat later, and are new again", (row: number) => (row < 36_000 ? (row * 7919) % 15_000 : row)],
    ["and repeat later, few of them", (row: number) => (row % 11 === 10 ? row - 7 : row)],
    ["and are one afterwards", (row: number) => Math.min(row, 5000)],
    ["and are those of the beginning afterwards", (row: number) => row % 6000],
  ])("%s", async (_, numberOf) => {
    const values = Array.from({ length: rows }, (_, row) => `student ${numberOf(row)}`);
    const first = new Map<string, number>();
    const counts = new Map<string, number>();
    for (const [row, value] of values.entries()) {
      if (!first.has(value)) first.set(value, row);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const { column, codes, rows: read } = await openColumn(values);
    expect(read).toBe(rows);
    expect(column.size).toBe(first.size);
    const known = [...first.keys()];
    expect(Array.from({ length: column.size }, (_, code) => column.valueOf(code))).toEqual(known);
    expect([...column.firstRow.subarray(0, column.size)]).toEqual([...first.values()]);
    expect([...column.counts.subarray(0, column.size)]).toEqual([...counts.values()]);
    expect(values.findIndex((value, row) => known[codes[row] as number] !== value)).toBe(-1);
    expect(column.codeOf("student 17")).toBe(known.indexOf("student 17"));
  });
});
