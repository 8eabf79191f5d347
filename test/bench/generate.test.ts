import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { columns } from "./columns.ts";
import { generatePackage } from "./generate.ts";
import { spread } from "./plants.ts";

const folder = mkdtempSync(join(tmpdir(), "rosterguard-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const digest = (name: string): string => {
  const hash = createHash("sha256");
  for (const file of Object.keys(columns)) hash.update(readFileSync(join(folder, name, `${file}.csv`)));
  return hash.digest("hex");
};

describe("generatePackage", () => {
  const first = generatePackage(join(folder, "one"), 300);

  it("writes the same bytes every time, and others for another size", () => {
    expect(generatePackage(join(folder, "two"), 300)).toEqual(first);
    generatePackage(join(folder, "other"), 301);
    expect(digest("two")).toBe(digest("one"));
    expect(digest("other")).not.toBe(digest("one"));
  });

  it("writes what it says: rows, bytes, headers, CRLF, and a mark on some files", () => {
    let [rows, bytes] = [0, 0];
    for (const name of first.files) {
      const raw = readFileSync(join(folder, "one", name));
      const lines = raw
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .split("\r\n");
      expect(lines[0]).toBe(columns[name.replace(".csv", "") as keyof typeof columns].join(","));
      expect(lines.at(-1)).toBe("");
      rows += lines.length - 2;
      bytes += raw.length;
    }
    expect({ rows, bytes }).toEqual({ rows: first.rows, bytes: first.bytes });
    expect([...readFileSync(join(folder, "one", "users.csv")).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readFileSync(join(folder, "one", "orgs.csv"))[0]).toBe("s".charCodeAt(0));
  });

  it("plants what can be seen in the text", () => {
    const enrollments = readFileSync(join(folder, "one", "enrollments.csv"), "utf8");
    const count = (part: string): number => enrollments.split(part).length - 1;
    expect(count(",8/17/2026,")).toBe(first.planted["invalid enrollments.beginDate"]);
    expect(count("-left,")).toBe(first.planted["dangling enrollments.userSourcedId"]);
    expect(count(",,,student,")).toBe(0);
    expect(count(",active,")).toBe(first.planted["filled enrollments.status"]);
    expect(readFileSync(join(folder, "one", "users.csv"), "utf8")).toMatch(/"[^"]+, Jr\."/);
  });
});

describe("spread", () => {
  it.each([
    [3, 5, 15],
    [4, 7, 100],
    [1, 1, 1],
  ])("gives %i kinds %i places each among %i, none twice", (kinds, each, slots) => {
    const names = Array.from({ length: kinds }, (_, at) => `kind ${at}`);
    const places = spread(names, each, slots);
    expect(places.size).toBe(kinds * each);
    for (const name of names) expect([...places.values()].filter((kind) => kind === name)).toHaveLength(each);
    for (const place of places.keys()) expect(place).toBeLessThan(slots);
  });

  it("refuses more plants than places", () => {
    expect(() => spread(["a", "b"], 3, 5)).toThrow("No room");
  });
});
