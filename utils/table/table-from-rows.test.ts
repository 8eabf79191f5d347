import { describe, expect, test } from "vitest";
import { tableFromRows } from "./table-from-rows.ts";

const numbered = (count: number) =>
  tableFromRows(
    "a.csv",
    ["n"],
    Array.from({ length: count }, (_, index) => [`v${index}`]),
  );

describe("codes are as wide as the number of distinct values asks", () => {
  test.each([
    [1, 1],
    [256, 1],
    [257, 2],
    [65_536, 2],
    [65_537, 4],
  ])("%i values in %i bytes", (count, width) => {
    const { columns, rows } = numbered(count);
    const [column] = columns;
    expect(rows).toBe(count);
    expect(column!.codes.BYTES_PER_ELEMENT).toBe(width);
    expect(column!.size).toBe(count);
    for (const row of [0, 1, 255, 256, 65_535, 65_536].filter((each) => each < count)) {
      expect(column!.valueOf(column!.codes[row]!)).toBe(`v${row}`);
      expect(column!.codeOf(`v${row}`)).toBe(row);
    }
  });
});

test("a value is found again when the dictionary's hash table was dropped for its size", () => {
  const [column] = numbered(400_000).columns;
  expect(column!.codeOf("v399999")).toBe(399_999);
  expect(column!.codeOf("v400000")).toBe(-1);
  expect(column!.codeOf("")).toBe(-1);
});

test("values are joined by their bytes", () => {
  const users = tableFromRows("users.csv", ["id"], [["u1"], ["Zoë"], ["u3"]]).columns[0]!;
  const { columns } = tableFromRows("enrollments.csv", ["user"], [["u3"], ["Zoë"], ["gone"], ["u3"]]);
  const [user] = columns;
  const found = Array.from({ length: user!.size }, (_, code) =>
    users.codeOfBytes(user!.arena, user!.starts[code]!, user!.starts[code + 1]!),
  );
  expect(found).toEqual([2, 1, -1]);
  expect([...user!.counts]).toEqual([2, 1, 1]);
  expect([...user!.firstRow]).toEqual([0, 1, 2]);
});

test("short rows are filled, long ones cut, columns of one name are told apart by their place", () => {
  const table = tableFromRows("a.csv", ["id", "id"], [["1"], ["2", "b", "c"], []], { encoding: "utf-16le" });
  const cells = table.columns.map((column) => [0, 1, 2].map((row) => column.valueOf(column.codes[row]!)));
  expect(cells).toEqual([
    ["1", "2", ""],
    ["", "b", ""],
  ]);
  expect(table.column("id")).toBe(table.columns[0]);
  expect(table.column("name")).toBeUndefined();
  expect(table.file).toMatchObject({ name: "a.csv", rows: 3, columns: 2, encoding: "utf-16le" });
  expect([0, 1, 2].map(table.lineOf)).toEqual([2, 3, 4]);
});

test("a code that no value has is our fault", () => {
  const [column] = numbered(2).columns;
  expect(() => column!.valueOf(2)).toThrow(RangeError);
  expect(() => column!.valueOf(-1)).toThrow(RangeError);
});
