import { expect, test } from "vitest";
import type { RangeRequest } from "../table/range.ts";
import { readRange } from "../table/read-range.ts";
import { placeIn, readPackage } from "./read-package.ts";

const source = (name: string) => ({ name, blob: new Blob(["sourcedId,name\n1,x\n"]) });

test("what was read last, because another thread shares it, goes back to its own place", () => {
  const sources = ["b.csv", "large.csv", "c.zip", "__MACOSX/a.csv"].map(source);
  const opened = ["__MACOSX/a.csv", "b.csv", "c.zip", "c.zip/z.csv", "c.zip/a.csv", "large.csv"];
  expect(opened.toSorted((a, b) => placeIn(sources, a) - placeIn(sources, b))).toEqual([
    "__MACOSX/a.csv",
    "b.csv",
    "large.csv",
    "c.zip",
    "c.zip/z.csv",
    "c.zip/a.csv",
  ]);
});

test("the file that another thread shares is read last", async () => {
  const sources = ["b.csv", "a.csv", "c.csv"].map(source);
  // It only says that it is large: that its bytes are fewer is a fault of the reader, told when it is read.
  const { blob } = sources[1] ?? source("");
  Object.defineProperty(blob, "size", { get: () => 300 * 2 ** 20 });
  const order = new Set<string>();
  const openHelper = () => ({ read: (request: RangeRequest) => readRange(request), close: () => {} });
  const onProgress = ({ file }: { file: string }) => order.add(file);
  await expect(readPackage(sources, { openHelper, onProgress })).rejects.toThrow(/lost/);
  expect([...order].filter((file) => file !== "")).toEqual(["b.csv", "c.csv", "a.csv"]);
});
