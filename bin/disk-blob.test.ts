import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openPackage } from "../utils/table/open-package.ts";
import { openDiskBlob } from "./disk-blob.ts";

const folder = mkdtempSync(join(tmpdir(), "rosterguard-disk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, "users.csv");
const text = `id,name\n${Array.from({ length: 3000 }, (_, row) => `${row},Zoë ${row}`).join("\n")}\n`;
const bytes = new TextEncoder().encode(text);
beforeEach(() => writeFileSync(path, bytes));

const readAll = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

describe("a file on the disk as a blob", () => {
  it("gives its bytes whole, as text, in slices of slices, and as a stream", async () => {
    const blob = await openDiskBlob(path);
    expect(blob.size).toBe(bytes.length);
    expect(await blob.text()).toBe(text);
    expect(await readAll(blob.stream())).toEqual(bytes);
    const like = new Blob([bytes]);
    for (const [start, end] of [
      [0, 10],
      [5, undefined],
      [-20, -3],
      [30, 20],
      [100, 1e9],
    ] as const) {
      expect(await blob.slice(start, end).text()).toBe(await like.slice(start, end).text());
    }
    expect(await readAll(blob.slice(10, 4000).slice(7, 2000).stream())).toEqual(bytes.slice(17, 2010));
  });

  it("fills the reader's own buffer, however small", async () => {
    const reader = (await openDiskBlob(path)).stream().getReader({ mode: "byob" });
    const read: number[] = [];
    for (;;) {
      const { value, done } = await reader.read(new Uint8Array(777));
      if (done) break;
      read.push(...value);
    }
    expect(new Uint8Array(read)).toEqual(bytes);
  });

  it("is of no bytes for an empty file", async () => {
    writeFileSync(path, "");
    const blob = await openDiskBlob(path);
    expect([blob.size, await blob.text(), (await readAll(blob.stream())).length]).toEqual([0, "", 0]);
  });

  it("is a file's size above four gibibytes, and reads beyond them", async () => {
    // A sparse file takes no room.
    truncateSync(path, 5 * 2 ** 30);
    appendFileSync(path, "the end");
    const blob = await openDiskBlob(path);
    expect(blob.size).toBe(5 * 2 ** 30 + 7);
    expect(await blob.slice(5 * 2 ** 30).text()).toBe("the end");
    expect(await blob.slice(-3).text()).toBe("end");
  });

  it("is what the table reads, and a file that has changed since is its problem", async () => {
    const open = async (blob: Blob) => {
      for await (const opened of openPackage([{ name: "users.csv", blob }], {})) return opened;
      throw new Error("nothing was opened");
    };
    const blob = await openDiskBlob(path);
    expect((await open(blob)).table?.rows).toBe(3000);
    writeFileSync(path, "id,name\n");
    expect((await open(blob)).problems).toMatchObject([{ kind: "file-changed", fatal: true }]);
    rmSync(path);
    expect((await open(blob)).problems).toMatchObject([{ kind: "file-changed", fatal: true }]);
  });

  it("fails as the system says when there is none", async () => {
    await expect(openDiskBlob(join(folder, "none.csv"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});
