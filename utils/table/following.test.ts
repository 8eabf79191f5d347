import { describe, expect, test } from "vitest";
import { good, openAll } from "./open-all.fixture.ts";
import { type Opened, openPackage } from "./open-package.ts";

describe("reading can be followed and stopped", () => {
  const long = `id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},n${index % 7}\n`).join("")}`;

  test("the table so far holds whole rows, and is the one given at the end", async () => {
    const seen: unknown[] = [];
    let rows = 0;
    const [opened] = await openAll([["a.csv", long]], {
      pieceBytes: 10_000,
      onPiece: (live, file) => {
        expect(file).toBe("a.csv");
        expect(live.rows).toBeGreaterThan(rows);
        rows = live.rows;
        const id = live.columns[0]!;
        expect(id.size).toBe(rows);
        expect(id.counts.subarray(0, id.size).every((count) => count === 1)).toBe(true);
        expect(id.valueOf(rows - 1)).toBe(String(rows - 1));
        seen.push(live);
      },
    });
    expect(new Set(seen)).toEqual(new Set([opened!.table]));
    expect(seen.length).toBeGreaterThan(10);
    expect(opened!.table!.rows).toBe(20_000);
  });

  test("progress ends with all bytes", async () => {
    const bytesDone: number[] = [];
    await openAll([["a.csv", long]], {
      pieceBytes: 10_000,
      onProgress: (each) => bytesDone.push(each.bytesDone),
    });
    expect(bytesDone.at(-1)).toBe(long.length);
    expect(bytesDone).toEqual([...bytesDone].sort((a, b) => a - b));
  });

  test("a cancel throws the signal's reason", async () => {
    const controller = new AbortController();
    const reading = openAll([["a.csv", long]], {
      pieceBytes: 10_000,
      signal: controller.signal,
      onPiece: () => controller.abort(new Error("stopped by hand")),
    });
    await expect(reading).rejects.toThrow("stopped by hand");
  });

  test("a file that changes while it is read is a problem of that file", async () => {
    const gone = {
      size: 10,
      slice: () => gone,
      arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")),
      stream: () =>
        new ReadableStream({
          type: "bytes",
          pull: (controller) => controller.error(new DOMException("gone", "NotReadableError")),
        }),
    } as unknown as Blob;
    const all: Opened[] = [];
    const sources = [
      { name: "a.csv", blob: gone },
      { name: "b.csv", blob: new Blob([good]) },
    ];
    for await (const opened of openPackage(sources)) all.push(opened);
    expect(all[0]).toMatchObject({ file: "a.csv", problems: [{ kind: "file-changed", fatal: true }] });
    expect(all[1]!.table!.rows).toBe(1);
  });

  test("bytes lost on the way are our fault, and thrown", async () => {
    const short = new Blob(["id,name\n1,a\n"]);
    Object.defineProperty(short, "size", { value: 99 });
    const reading = async () => {
      for await (const _ of openPackage([{ name: "a.csv", blob: short }]));
    };
    await expect(reading()).rejects.toThrow("lost some");
  });

  test("quotes, doubled ones too, are no reason to read a file twice", async () => {
    const bytesDone: number[] = [];
    const text = 'id,name\n1,"Ann ""Bo"" Lee"\n2,""""\n';
    await openAll([["a.csv", text]], { onProgress: (each) => bytesDone.push(each.bytesDone) });
    expect(bytesDone).toEqual([text.length]);
  });
});
