import { describe, expect, it } from "vitest";
import type { Field } from "../formats/format.ts";
import type { Column } from "../table/table.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { judgeValues } from "./value-verdicts.ts";

const fieldOf = (type: Field["type"], more: Partial<Field> = {}): Field => ({
  name: "value",
  type,
  required: "no",
  source: "test",
  certain: true,
  ...more,
});

const columnOf = (...values: string[]): Column =>
  tableFromRows(
    "a.csv",
    ["value"],
    values.map((value) => [value]),
  ).columns[0] as Column;

const judge = (field: Field, column: Column) => {
  const { blank, wrong, damaged } = judgeValues(field, column);
  const read = (codes: readonly number[]) => codes.map((code) => column.valueOf(code));
  return { blank: read(blank), wrong: read(wrong), damaged: read(damaged) };
};

describe("judgeValues", () => {
  const ids = Array.from({ length: 40 }, (_, index) => `stu-${10000 + index}`);

  it.each([
    [
      "sourcedId",
      ["a-1", "", "  ", "a 1", "8-Jun", "x".repeat(256)],
      ["", "  "],
      ["a 1", "x".repeat(256)],
      ["8-Jun"],
    ],
    // Many good bytes, which are looked at together.
    ["sourcedId", [...ids, "", "8-Jun", "y".repeat(256)], [""], ["y".repeat(256)], ["8-Jun"]],
    ["sourcedId", [...ids, "é1", ...ids.map((id) => `${id}0`), "Jun-08"], [], ["é1"], ["Jun-08"]],
    ["date", ["2026-02-28", "2026-02-29", "44629", "", "2026-12-31"], [""], ["2026-02-29"], ["44629"]],
    ["string", ["8-Jun", "June 8", "00:00.0", " "], [" "], [], ["8-Jun", "00:00.0"]],
    ["enum", ["yes", "no", "Yes"], [], ["Yes"], []],
  ] as const)("judges values of %s: %j", (type, values, blank, wrong, damaged) => {
    const field = fieldOf(type, type === "enum" ? { values: ["yes", "no"] } : {});
    expect(judge(field, columnOf(...values))).toEqual({ blank, wrong, damaged });
  });

  it("judges lists by their items", () => {
    const values = ["a,b", "a,,b", "a, b", "a b,c", "a"];
    expect(judge(fieldOf("sourcedId", { list: true }), columnOf(...values)).wrong).toEqual(["a,,b", "a b,c"]);
  });

  it("answers each field by its own type", () => {
    const column = columnOf("2026-08-17", "true");
    expect(judge(fieldOf("date"), column).wrong).toEqual(["true"]);
    expect(judge(fieldOf("boolean"), column).wrong).toEqual(["2026-08-17"]);
  });

  it("looks only at values that came since", () => {
    const values = ["a", "b b", "", "c", "d d"];
    const growing: Column = { ...columnOf(...values.slice(0, 2)) };
    const field = fieldOf("sourcedId");
    expect(judge(field, growing).wrong).toEqual(["b b"]);
    Object.assign(growing, columnOf(...values));
    expect(judge(field, growing)).toEqual({ blank: [""], wrong: ["b b", "d d"], damaged: [] });
  });

  it.each([[["a", "b b", "a", "c c", "d"]], [["", "b b", "", "", "c c"]], [["a", "b b", "b b"]]])(
    "judges anew when values that were taken for different turn out equal: %j",
    (values) => {
      const field = fieldOf("sourcedId");
      const column = columnOf(...values);
      // As while the file is read: a code a row.
      const reading: Column = { ...columnOf(...values.map((_, row) => `r${row}`)) };
      judge(field, reading);
      Object.assign(reading, column);
      expect(judge(field, reading)).toEqual(judge(field, column));
    },
  );
});

describe("judgeValues of a field with limits", () => {
  const breachesOf = (field: Field, column: Column) => {
    const { breaches, wrong, damaged, blank } = judgeValues(field, column);
    const read = (codes: readonly number[]) => codes.map((code) => column.valueOf(code));
    return {
      length: read(breaches.length),
      pattern: read(breaches.pattern),
      range: read(breaches.range),
      others: read([...wrong, ...damaged, ...blank]),
    };
  };
  const nine = { source: "\\d{9}", says: "nine digits" };

  it("puts each value into one list", () => {
    const field = fieldOf("identifier", { pattern: nine, maxLength: 12 });
    const column = columnOf("123456789", "12345678", "1234567890123", "", " 123456789", "8-Jun");
    expect(breachesOf(field, column)).toEqual({
      length: ["1234567890123"],
      pattern: ["12345678"],
      range: [],
      others: [" 123456789", "8-Jun", ""],
    });
  });

  it("judges ids that are otherwise looked at all together", () => {
    const ids = Array.from({ length: 40 }, (_, index) => String(100000000 + index));
    expect(breachesOf(fieldOf("sourcedId", { pattern: nine }), columnOf(...ids, "1234")).pattern).toEqual([
      "1234",
    ]);
  });

  it("keeps apart two fields of one column that ask differently", () => {
    const column = columnOf("5", "500");
    expect(breachesOf(fieldOf("integer", { range: { max: 100 } }), column).range).toEqual(["500"]);
    expect(breachesOf(fieldOf("integer", { range: { max: 1000 } }), column).range).toEqual([]);
    expect(breachesOf(fieldOf("integer"), column).range).toEqual([]);
  });

  it("does not call a number what is none", () => {
    expect(breachesOf(fieldOf("float", { range: { min: 0, max: 100 } }), columnOf("x", "1e3", "-1"))).toEqual(
      {
        length: [],
        pattern: [],
        range: ["1e3", "-1"],
        others: ["x"],
      },
    );
  });
});
