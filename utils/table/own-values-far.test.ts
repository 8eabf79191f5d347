import { expect, test } from "vitest";
import type { ByteFile } from "./byte-reader.ts";
import { viewOf } from "./bytes.ts";
import { createOwnValues, putToken } from "./own-values.ts";
import { settleOwnValues } from "./repeated-tokens.ts";
import { createScan } from "./scan-fields.ts";
import { createTableBuilder, flushRows } from "./table-builder.ts";

const gibibyte = 2 ** 30;
const encoder = new TextEncoder();

/** Rows of a file of 13 GiB that is nowhere: what stands in it can be asked where a row begins, and only there. */
const rows = [
  { at: 200, token: "enrollment-000000" },
  { at: 3 * gibibyte, token: "enrollment-000001" },
  { at: 4 * gibibyte + 17, token: "enrollment-000002" },
  { at: 8 * gibibyte, token: "enrollment-000001" },
  { at: 9 * gibibyte + 5, token: "enrollment-000003" },
  { at: 12 * gibibyte + 8, token: "enrollment-000002" },
  { at: 12 * gibibyte + 300, token: "enrollment-000004" },
];

test("a repeated key is read again where it stands, beyond four gibibytes as well", async () => {
  const facts = { name: "a.csv", rows: 0, columns: 2, bytes: 13 * gibibyte } as const;
  const dialect = { encoding: "utf-8", lineEnding: "crlf", delimiter: "," } as const;
  const builder = createTableBuilder(["x", "sourcedId"], { ...facts, ...dialect });
  const [, column] = builder.columns;
  if (column === undefined) throw new Error("The table has no such column.");
  const own = createOwnValues();
  column.own = own;
  // Rows that are far from each other have a mark each.
  const every = 100;
  for (const [index, { at, token }] of rows.entries()) {
    const row = index * every;
    const code = putToken(column, own, viewOf(encoder.encode(token)), 0, token.length, row, at);
    column.codes[row] = code;
  }
  const all = (rows.length - 1) * every + 1;
  const other = column.size;
  builder.batch.fill(other, 8192, 8192 + all);
  for (const index of rows.keys()) builder.batch[8192 + index * every] = own.code;
  column.size++;
  builder.pending = all;
  flushRows(builder);
  const asked: number[] = [];
  const file: ByteFile = {
    name: "enrollments.csv",
    size: 13 * gibibyte,
    open: () => {
      throw new Error("The whole file is not read again.");
    },
    readAt: async (offset) => {
      asked.push(offset);
      const found = rows.find(({ at }) => at === offset);
      if (found === undefined) throw new Error(`No row begins at ${offset}.`);
      return new Uint8Array(encoder.encode(`y,${found.token}\r\ny,`));
    },
  };
  expect(await settleOwnValues(column, 1, all, file, createScan(builder, "crlf"))).toBe(true);
  expect(asked).toEqual([1, 2, 3, 5].map((index) => rows[index]?.at));
  const codes = [...rows.keys()].map((index) => column.codes[index * every]);
  const [, one, two] = codes;
  expect(one).not.toBe(two);
  const shared = column.own?.code;
  expect(codes).toEqual([shared, one, two, one, shared, two, shared]);
  expect(column.counts[shared ?? -1]).toBe(3);
});
