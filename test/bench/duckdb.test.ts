import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findDifferences } from "./compare.ts";
import { openDuckdb } from "./duckdb.ts";
import { addCounts, checkSteps } from "./duckdb-sql.ts";
import { findPackages, packagesFolder } from "./find-packages.ts";
import { generatePackage } from "./generate.ts";
import { checkObvious } from "./obvious.ts";
import { openFiles } from "./open-files.ts";

const folder = mkdtempSync(join(tmpdir(), "rosterguard-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isInstalled = existsSync(join(packagesFolder, "@duckdb", "node-api"));

describe("DuckDB as a peer", () => {
  it.skipIf(!isInstalled)(
    "finds what was planted, and nothing else (skipped where it is not installed)",
    async () => {
      const set = generatePackage(join(folder, "set"), 700);
      const paths = set.files.map((file) => join(folder, "set", file));
      const { check } = await openDuckdb(findPackages(["duckdb"]), 1);
      const [answer, obvious] = [await check(paths), await checkObvious(await openFiles(paths))];
      if (!answer.ok) throw new Error(answer.problem);
      expect(findDifferences(set.planted, answer.counts, obvious.counts)).toEqual([]);
      expect(answer.rows).toBe(set.rows);
    },
  );

  it("needs every file of the package, by its name wherever it lies", () => {
    expect(() => checkSteps(["/sets/M/users.csv"])).toThrow("manifest.csv is missing");
  });

  it("adds what several statements count of one kind, and leaves out what did not occur", () => {
    expect(addCounts([{ rows: 3n, a: 2n, b: 0n }, { rows: 4, a: 1 }, { c: null }])).toEqual({
      rows: 7,
      counts: { a: 3 },
    });
  });

  it("says which command installs what is missing", () => {
    expect(() => findPackages(["duckdb", "duckdb-threads", "duckdb-wasm"], join(folder, "none"))).toThrow(
      /npm install --no-save --prefix \.output\/peers @duckdb\/node-api@\S+ @duckdb\/duckdb-wasm@\S+ \(/,
    );
    expect(findPackages([], join(folder, "none"))).toBe(join(folder, "none"));
  });
});
