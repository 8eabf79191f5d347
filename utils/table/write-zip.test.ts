import { expect, it } from "vitest";
import { openPackage } from "./open-package.ts";
import { writeZip } from "./write-zip.ts";

const encoder = new TextEncoder();
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};

const collect = async (parts: Parameters<typeof writeZip>[0]): Promise<Blob> =>
  new Blob(await all(writeZip(parts, new Date(2026, 10, 22))));

it("writes a zip that reads back, also from pieces that come late", async () => {
  const users = encoder.encode("sourcedId,name\r\nu1,Zoë\r\n");
  const zip = await collect([
    { path: "export/users.csv", pieces: () => [users.subarray(0, 20), users.subarray(20)] },
    {
      path: "orgs.csv",
      pieces: async function* () {
        await Promise.resolve();
        for (let row = 0; row < 20_000; row++) yield encoder.encode(row === 0 ? "id\r\n" : `${row}\r\n`);
      },
    },
  ]);
  const opened = await all(openPackage([{ name: "a.zip", blob: zip }]));
  expect(opened.map(({ file, table, problems }) => [file, table?.rows, problems])).toEqual([
    ["a.zip/export/users.csv", 1, []],
    ["a.zip/orgs.csv", 19_999, []],
  ]);
  expect(opened[0]?.table?.columns[1]?.valueOf(0)).toBe("Zoë");
});

it("gives the same bytes for the same parts", async () => {
  const parts = [{ path: "a.csv", pieces: () => [encoder.encode("a\r\n1\r\n")] }];
  const [one, other] = await Promise.all([collect(parts), collect(parts)]);
  expect(await one.bytes()).toEqual(await other.bytes());
});
