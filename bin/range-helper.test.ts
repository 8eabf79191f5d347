import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { RangeRequest } from "../utils/table/range.ts";
import { coresForHelper } from "../utils/table/range-port.ts";
import { openDiskBlob } from "./disk-blob.ts";
import { helpInThread } from "./range-helper.ts";

const scratch = mkdtempSync(join(tmpdir(), "rosterguard-range-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const dialect = { delimiter: ",", newline: "\n", lineEnding: "lf" } as const;

const requestFor = (blob: Blob, start: number, end: number): RangeRequest => ({
  name: "a.csv",
  blob,
  start,
  end,
  dialect,
  header: ["a", "b"],
  own: [],
});

test("a second thread reads ranges of files of the disk, one by one", async () => {
  const path = join(scratch, "a.csv");
  writeFileSync(path, "a,b\n1,x\n2,y\n2,z\n");
  const helper = helpInThread(coresForHelper)?.();
  if (helper === undefined) throw new Error("There are cores enough, and no helper.");
  try {
    const blob = await openDiskBlob(path);
    const last = await helper.read(requestFor(blob, 12, 16), () => {});
    expect(last).toMatchObject({ bytes: 4, rows: 1 });
    const heard: number[] = [];
    const both = await helper.read(requestFor(blob, 8, 16), (bytes) => heard.push(bytes));
    expect(both).toMatchObject({ bytes: 8, rows: 2 });
    expect(both?.columns.map(({ size }) => size)).toEqual([1, 2]);
    expect(heard).toContain(8);
    // What it cannot read is of no use, and no end of it.
    writeFileSync(path, "a,b\n");
    expect(await helper.read(requestFor(blob, 8, 16), () => {})).toBeUndefined();
  } finally {
    helper.close();
  }
});

test("on a machine with few cores there is no second thread", () => {
  expect(helpInThread(coresForHelper - 1)).toBeUndefined();
});

test("a thread that has ended gives nothing, and does not wait", async () => {
  const helper = helpInThread(coresForHelper)?.();
  const blob = new Blob(["a,b\n1,x\n"]);
  const reading = helper?.read(requestFor(blob, 4, 8), () => {});
  helper?.close();
  await reading;
  expect(await helper?.read(requestFor(blob, 4, 8), () => {})).toBeUndefined();
});
