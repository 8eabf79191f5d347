import { describe, expect, test } from "vitest";
import { askAgain } from "./ask-again.ts";
import { blobFile } from "./blob-file.ts";
import { type Bytes, readHead } from "./byte-reader.ts";
import type { HeaderPlace } from "./open-options.ts";
import { readCsv } from "./read-csv.ts";
import type { Table } from "./table.ts";

const never = <T>(): Promise<T> => new Promise(() => {});

describe("a question that gets no answer is asked again", () => {
  test("the first answer counts, also a late one", async () => {
    expect(await askAgain(async (attempt) => attempt, 10)).toBe(0);
    expect(await askAgain((attempt) => (attempt < 2 ? never() : Promise.resolve(attempt)), 10)).toBe(2);
    const late = (attempt: number) =>
      attempt === 0 ? new Promise((resolve) => setTimeout(resolve, 40, "late")) : never();
    expect(await askAgain(late, 10)).toBe("late");
  });

  test("a refusal is an answer", async () => {
    await expect(askAgain(() => Promise.reject(new Error("gone")), 10)).rejects.toThrow("gone");
  });
});

/** A blob some of whose reads are never answered, as Chromium now and then does it. */
const forgetful = (bytes: Bytes, silentStreamReads: number, silentSlices: number) => {
  let streamReads = 0;
  let slices = 0;
  const make = (part: Bytes): Blob =>
    ({
      size: part.length,
      slice: (from = 0, to = part.length) => make(part.subarray(from, Math.min(to, part.length))),
      arrayBuffer: () => (++slices <= silentSlices ? never() : Promise.resolve(part.slice().buffer)),
      stream: () => {
        let at = 0;
        return new ReadableStream({
          type: "bytes",
          pull: (controller) => {
            if (++streamReads % 3 === 0 && silentStreamReads-- > 0) return never();
            const view = controller.byobRequest!.view!;
            const given = part.subarray(at, at + Math.min(view.byteLength, 700));
            if (given.length === 0) {
              controller.close();
              controller.byobRequest!.respond(0);
              return;
            }
            new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(given);
            at += given.length;
            controller.byobRequest!.respond(given.length);
          },
        });
      },
    }) as unknown as Blob;
  return make(bytes);
};

const lines = Array.from({ length: 900 }, (_, row) => `${row},name ${row * 7},é${row % 5}\n`).join("");
const textOf = ({ columns, rows }: Table): string[] =>
  Array.from({ length: rows }, (_, row) =>
    columns.map((column) => column.valueOf(column.codes[row]!)).join("|"),
  );
const encode = (text: string) => new TextEncoder().encode(text);

describe("a file of which some reads are never answered", () => {
  const header = ["id", "name", "word"];
  test.each<[string, string, HeaderPlace]>([
    ["a plain file", `${header}\n${lines}`, { row: 0 }],
    ["a file with lines of title", `Roster of a LEA\nmade today\n${header}\n${lines}`, { row: 2 }],
    ["a file without a header", lines, { row: -1, header, like: "users" }],
  ])("%s is read whole and right", async (_, text, place) => {
    const options = { pieceBytes: 4000, findHeader: () => place };
    const plain = await readCsv(blobFile("a.csv", new Blob([text])), options);
    const read = await readCsv(blobFile("a.csv", forgetful(encode(text), 6, 2), 5), options);
    expect(read.table!.rows).toBe(900);
    expect(read.problems).toEqual(plain.problems);
    expect(textOf(read.table!)).toEqual(textOf(plain.table!));
  });

  test("its beginning comes", async () => {
    const head = await readHead(blobFile("a.csv", forgetful(encode("abcdefghij"), 0, 1), 5), 4);
    expect(new TextDecoder().decode(head)).toBe("abcd");
  });
});
