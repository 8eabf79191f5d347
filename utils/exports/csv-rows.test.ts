import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Finding, Place } from "../findings/finding.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { collectPlaces, orderByLine } from "./collect-places.ts";
import { errorColumns, makeCsv } from "./csv-rows.ts";
import { hostile } from "./hostile.fixture.ts";

const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
  rule,
  outcome: "fault",
  consequence: "none",
  count: 1,
  args: { file: "users.csv", column: "id", example: "x", distinct: 1 },
  samples: [],
  ...more,
});

const read = (text: string, delimiter = ",") => {
  expect(text.startsWith("\ufeff")).toBe(true);
  return Papa.parse<string[]>(text.slice(1), { delimiter, skipEmptyLines: true }).data;
};

const rowsOf = (
  rows: string[][],
  found: [Finding, Place[]][],
  { allRows = false, delimiter = ",", header = ["id", "name"] } = {},
) => {
  const { places, add } = collectPlaces();
  for (const [one, all] of found) add(one, all);
  const table = tableFromRows("users.csv", header, rows, { delimiter });
  return read([...makeCsv(table, places, { allRows })].join(""), delimiter);
};

const at = (line: number, column?: string): Place => ({
  file: "users.csv",
  line,
  ...(column !== undefined && { column }),
});

describe("the rows with what is wrong with them", () => {
  const rows = [
    ["1", "Ana"],
    ["2", "Beto"],
    ["2", "Cy"],
  ];

  it("names the row's line, the worst outcome, every rule and column, and what is wrong", () => {
    const told = rowsOf(rows, [
      [finding("date-malformed", { outcome: "warning" }), [at(4, "name")]],
      [finding("duplicate-key"), [at(4, "id")]],
    ]);
    expect(told).toEqual([
      ["id", "name", ...errorColumns],
      [
        "2",
        "Cy",
        "4",
        "fault",
        "date-malformed; duplicate-key",
        "name; id",
        "name: Dates that cannot be read; id: The same id twice",
      ],
    ]);
  });

  it("says of what the LEA has acknowledged that it is, and lets nothing else hide behind it", () => {
    const acknowledged = { reason: "Agreed", until: "2027-01-31" };
    const told = rowsOf(rows, [
      [finding("duplicate-key", { acknowledged }), [at(3, "id"), at(4, "id")]],
      [finding("date-malformed", { outcome: "warning" }), [at(4, "name")]],
    ]);
    expect(told.slice(1).map(([, , line, outcome, , , what]) => [line, outcome, what])).toEqual([
      ["3", "acknowledged", "id: The same id twice (acknowledged)"],
      ["4", "warning", "id: The same id twice (acknowledged); name: Dates that cannot be read"],
    ]);
  });

  it("gives every row when asked to, in the file's order", () => {
    const told = rowsOf(rows, [[finding("duplicate-key"), [at(3, "id")]]], { allRows: true });
    expect(told.map(([id, name, line, outcome]) => [id, name, line, outcome])).toEqual([
      ["id", "name", "rosterguard_line", "rosterguard_outcome"],
      ["1", "Ana", "2", ""],
      ["2", "Beto", "3", "fault"],
      ["2", "Cy", "4", ""],
    ]);
  });

  it("passes over no place: of the whole file, of the header, of a line that is no row, and beyond those kept", () => {
    const told = rowsOf(rows, [
      [finding("not-utf-8"), [{ file: "users.csv" }]],
      [finding("header-case", { args: { file: "users.csv", header: "ID", field: "id" } }), [at(1, "id")]],
      [finding("ragged-rows", { count: 1005 }), [at(3), at(99)]],
    ]);
    expect(told.slice(1).map(([id, name, line, , rules]) => [id, name, line, rules])).toEqual([
      ["", "", "", "not-utf-8"],
      ["", "", "1", "header-case"],
      ["2", "Beto", "3", "ragged-rows"],
      ["", "", "99", "ragged-rows"],
      ["", "", "", "ragged-rows"],
    ]);
    expect(told.at(-1)?.at(-1)).toContain("1003 more");
  });

  it("names more than the thousand that a report keeps", () => {
    const many = Array.from({ length: 5000 }, (_, row) => [String(row), "x"]);
    const told = rowsOf(many, [
      [finding("duplicate-key", { count: 5000 }), many.map((_, row) => at(row + 2, "id"))],
    ]);
    expect(told).toHaveLength(5001);
    expect(told.at(-1)?.slice(0, 3)).toEqual(["4999", "x", "5001"]);
  });

  it.each([",", ";", "\t", "|"])(
    "gives the person's cells back as they are, with %j between",
    (delimiter) => {
      const given = [
        ...hostile.filter((value) => !/\0|\ud800(?![\udc00-\udfff])/.test(value)),
        "a,b;c|d\te",
        "two\nlines",
        " space ",
      ].map((value) => [value, value]);
      const told = rowsOf(given, [], { allRows: true, delimiter });
      expect(told.slice(1).map((row) => row.slice(0, 2))).toEqual(given);
    },
  );

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
    "a header %j is no formula in our columns, and stays itself in the person's",
    (header) => {
      const told = rowsOf(rows, [[finding("duplicate-key"), [at(2, header)]]], { header: [header, "name"] });
      expect(told[0]?.[0]).toBe(header);
      const ours = told[1]?.slice(2) ?? [];
      expect(ours).toContain(`'${header}`);
      for (const cell of ours) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    },
  );

  it("never begins a cell of ours with a formula's sign", () => {
    for (const value of hostile) {
      const args = { file: "users.csv", column: value, example: value, distinct: 1 };
      const told = rowsOf(rows, [
        [finding("duplicate-key", { args }), [{ file: "users.csv", column: value }]],
      ]);
      for (const cell of told[1]?.slice(2) ?? []) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }
  });
});

it("orders places by line and leaves those of one line as they came", () => {
  const { places, add } = collectPlaces();
  const lines = [9, 2, 0, 9, 2, 40, 1];
  add(
    finding("duplicate-key"),
    lines.map((line) => at(line)),
  );
  const found = places.files.get("users.csv");
  if (found === undefined) throw new Error("No places");
  expect([...orderByLine(found)]).toEqual([2, 6, 1, 4, 0, 3, 5]);
});
