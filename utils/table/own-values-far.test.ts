import { expect, test } from "vitest";
import type { ByteFile } from "./byte-reader.ts";
import { viewOf } from "./bytes.ts";
import { appendCodes, createColumn } from "./column-builder.ts";
import { createOwnValues, putToken, settleOwnValues } from "./own-values.ts";

const gibibyte = 2 ** 30;
const encoder = new TextEncoder();

/** Rows of a file of 13 GiB that is nowhere: what a token is can be asked at the places given here, and only there. */
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
  const column = createColumn("sourcedId");
  const own = createOwnValues();
  column.own = own;
  const codes = new Uint32Array(rows.length);
  for (const [row, { at, token }] of rows.entries()) {
    const bytes = encoder.encode(`${token},x`);
    codes[row] = putToken(column, own, viewOf(bytes), 0, token.length, row, at);
  }
  appendCodes(column, codes, 0, rows.length, 0);
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
      if (found === undefined) throw new Error(`No token begins at ${offset}.`);
      return new Uint8Array(encoder.encode(`${found.token},x`));
    },
  };
  expect(await settleOwnValues(column, rows.length, file)).toBe(true);
  expect(asked).toEqual([1, 2, 3, 5].map((row) => rows[row]?.at));
  const [one, two] = [column.codes[1], column.codes[2]];
  expect(one).not.toBe(two);
  const shared = own.code;
  expect([...column.codes.subarray(0, rows.length)]).toEqual([shared, one, two, one, shared, two, shared]);
  expect(column.counts[shared]).toBe(3);
});
