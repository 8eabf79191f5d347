import { expect, test } from "vitest";
import { addProgress } from "./add-progress.ts";

const source = (name: string, bytes: number) => ({ name, blob: new Blob([new Uint8Array(bytes)]) });

test("what another thread reads of a later file counts as done, and nothing before it does", () => {
  const sum = addProgress([source("a.csv", 10), source("b.csv", 20), source("large.csv", 100)]);
  const large = { file: "large.csv", bytesTotal: 100, rows: 0 };
  expect(sum(undefined)).toEqual({ bytesDone: 130, bytesTotal: 130, rows: 0 });
  expect(sum({ ...large, bytesDone: 5, ahead: true })).toEqual({ bytesDone: 5, bytesTotal: 130, rows: 0 });
  expect(sum({ file: "b.csv", bytesDone: 4, bytesTotal: 20, rows: 2 })).toEqual({
    bytesDone: 19,
    bytesTotal: 130,
    rows: 2,
  });
  expect(sum({ ...large, bytesDone: 60, ahead: true }).bytesDone).toBe(74);
  expect(sum({ ...large, bytesDone: 70, rows: 3 })).toEqual({ bytesDone: 100, bytesTotal: 130, rows: 5 });
  expect(sum(undefined).bytesDone).toBe(130);
});
