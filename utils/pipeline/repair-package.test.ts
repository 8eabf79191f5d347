import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it, test } from "vitest";
import { writeFlatWorkbook } from "../../test/district/flat-roster.ts";
import { makeDistrict } from "../../test/district/make-district.ts";
import { damages, good, rowsOf, sourceOf, spoil } from "../../test/repair-damages.ts";
import { RepairReport } from "../repair/repair-report.ts";
import type { SourceFile } from "../table/source.ts";
import type { CheckOptions } from "./options.ts";
import { collect } from "./repair-copies.ts";
import { concludeRepair, prepareRepair, writeChangeLog, zipRepair } from "./repair-package.ts";

const options: CheckOptions = { date: "2026-11-16", now: "2026-11-16T08:00:00Z", version: "0.0.0" };

const repair = async (sources: readonly SourceFile[], more: Partial<CheckOptions> = {}) => {
  const prepared = await prepareRepair(sources, { ...options, ...more });
  const copies = await Promise.all(
    prepared.copies.map(async ({ name, pieces }) => sourceOf(name, await collect(pieces()))),
  );
  const { repair: report } = await concludeRepair(prepared, copies, { ...options, ...more });
  expect(RepairReport.safeParse(report).error?.issues).toBeUndefined();
  const log = await new Blob([...writeChangeLog(prepared.plan, "en")]).text();
  const changes = Papa.parse<Record<string, string>>(log, { header: true, skipEmptyLines: true }).data;
  return { prepared, copies, report, changes };
};

const textOf = (sources: readonly SourceFile[], name: string): Promise<string> =>
  sources.find((source) => source.name === name)!.blob.text();

const compatible = (names: readonly string[]): boolean =>
  // In Windows-1252 letters encoded twice come out as bytes of which some are undefined.
  !(names.includes("western") && names.includes("twice"));

describe("a clean package", () => {
  it("stays byte for byte what it was, with an empty log", async () => {
    const { copies, changes, report, prepared } = await repair(
      good.map(({ name, text }) => sourceOf(name, text)),
    );
    for (const { name, text } of good) expect(await textOf(copies, name)).toBe(text);
    expect([changes, report.changes, report.left]).toEqual([[], [], []]);
    expect(prepared.copies.some(({ changed }) => changed)).toBe(false);
  });
});

describe("proved damage", () => {
  it.each(Object.keys(damages))(
    "%s: the copy holds what was there, is accepted, and mends no further",
    async (name) => {
      const { copies, report, changes } = await repair(spoil([name], 7));
      expect(changes.length).toBeGreaterThan(0);
      for (const { name: file, text } of good) {
        expect(rowsOf(await textOf(copies, file)), file).toEqual(rowsOf(text));
      }
      expect(report.after).toMatchObject({ verdict: "accept", faults: 0 });
    },
  );

  test("of any mixture is mended once, and the log is all that changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(Object.keys(damages), { minLength: 1 }).filter(compatible),
        fc.nat(),
        async (names, seed) => {
          const damaged = spoil(names, seed);
          const { copies, changes } = await repair(damaged);
          for (const { name, text } of good) {
            expect(rowsOf(await textOf(copies, name)), `${names} ${name}`).toEqual(rowsOf(text));
          }
          const again = await repair(copies);
          expect(again.changes).toEqual([]);
          for (const { name } of good)
            expect(await textOf(again.copies, name)).toBe(await textOf(copies, name));

          // Undone, the changes of cells that the log lists give the damaged cells again.
          const cells = changes.filter(({ line, column }) => Number(line) > 1 && column !== "");
          expect(cells.every(({ before, after }) => before !== after)).toBe(true);
          const differing = await countDiffering(damaged, names);
          expect(cells.length).toBe(differing);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

/** Cells of the damaged files, read as what they are, that differ from the good ones. */
const countDiffering = async (damaged: readonly SourceFile[], names: readonly string[]): Promise<number> => {
  let count = 0;
  for (const { name, text } of good) {
    const { blob } = damaged.find((source) => source.name === name)!;
    const label =
      names.includes("western") && name === "users.csv"
        ? "windows-1252"
        : name === "orgs.csv" && names.includes("wide")
          ? "utf-16le"
          : "utf-8";
    const rows = Papa.parse<string[]>(new TextDecoder(label).decode(await blob.arrayBuffer()), {
      delimiter: names.includes("delimiter") && name === "classes.csv" ? ";" : ",",
      skipEmptyLines: true,
    }).data.filter((row) => row.some((cell) => cell !== ""));
    if (names.includes("titles") && name === "academicSessions.csv") rows.splice(0, 2);
    const expected = rowsOf(text);
    for (const [at, row] of rows.entries()) {
      if (at === 0) continue;
      const cells = names.includes("order") && name === "courses.csv" ? row.toReversed() : row;
      count += expected[at]!.filter((cell, index) => cell !== cells[index]).length;
    }
  }
  return count;
};

describe("containers", () => {
  it("puts the copy and its log in one zip, for a browser", async () => {
    const prepared = await prepareRepair(spoil(["booleans", "keys"], 3), options);
    const { zip, repair: report } = await zipRepair(prepared, { ...options, language: "es" });
    const files = unzipSync(await zip.bytes());
    expect(Object.keys(files)).toEqual([...good.map(({ name }) => name), "changes.csv", "changes.json"]);
    const text = (name: string) => Buffer.from(files[name]!).toString();
    for (const { name, text: expected } of good) expect(rowsOf(text(name))).toEqual(rowsOf(expected));
    expect(JSON.parse(text("changes.json"))).toEqual(report);
    expect(text("changes.csv")).toContain("El valor se escribe true o false");
  });

  it("gives a zip for a zip, with the files that do not change as they were", async () => {
    const spoiled = spoil(["booleans"], 3);
    const entries = await Promise.all(
      spoiled.map(async ({ name, blob }) => [`export/${name}`, await blob.bytes()] as const),
    );
    const zip = zipSync({ ...Object.fromEntries(entries), "export/readme.txt": strToU8("hello") });
    const { copies, report } = await repair([sourceOf("feed.zip", zip as Uint8Array<ArrayBuffer>)]);
    expect(copies.map(({ name }) => name)).toEqual(["feed.zip"]);
    const files = unzipSync(await copies[0]!.blob.bytes());
    expect(Object.keys(files).sort()).toEqual(
      [...good.map(({ name }) => `export/${name}`), "export/readme.txt"].sort(),
    );
    expect(Buffer.from(files["export/readme.txt"]!).toString()).toBe("hello");
    expect(Buffer.from(files["export/orgs.csv"]!).toString()).toBe(
      good.find(({ name }) => name === "orgs.csv")!.text,
    );
    expect(report.gone.map(({ rule }) => rule)).toEqual(["boolean-malformed"]);
  });

  it("writes the sheet of a workbook as CSV where something in it is mended", async () => {
    const district = makeDistrict({ students: 40, classesPerSchool: [2] });
    const spoiled = {
      ...district,
      students: district.students.map((one, at) =>
        at === 0 ? { ...one, lastName: ` ${one.lastName} ` } : one,
      ),
    };
    const book = (of: typeof district) =>
      sourceOf("roster.xlsx", writeFlatWorkbook(of) as Uint8Array<ArrayBuffer>);
    const clean = await repair([book(district)]);
    expect(clean.copies.map(({ name }) => name)).toEqual(["roster.xlsx"]);
    const { copies, changes, report } = await repair([book(spoiled)]);
    expect(copies.map(({ name }) => name)).toEqual(["roster.csv"]);
    expect(changes.filter(({ column }) => column !== "")).toHaveLength(1);
    expect(report.after.verdict).toBe(clean.report.after.verdict);
    expect(rowsOf(await textOf(copies, "roster.csv"))).toHaveLength(
      district.students.filter(Boolean).length + 1,
    );
  });
});

it("says what remains and why, and changes nothing it cannot prove", async () => {
  const sources = good.map(({ name, text }) =>
    sourceOf(
      name,
      name === "demographics.csv"
        ? Papa.unparse(
            rowsOf(text)
              .slice(0, 2)
              .map((row, at) => row.map((cell, i) => (at === 1 && i === 3 ? "4/5/2021" : cell))),
          )
        : text,
    ),
  );
  const { report, changes, copies } = await repair(sources);
  expect(changes).toEqual([]);
  expect(await textOf(copies, "demographics.csv")).toBe(await textOf(sources, "demographics.csv"));
  expect(report.left).toMatchObject([{ file: "demographics.csv", column: "birthDate", rows: 1 }]);
  expect(report.remaining).toContainEqual(
    expect.objectContaining({ rule: "date-malformed", because: expect.stringContaining("month first") }),
  );
});

it("keeps a spreadsheet from running what it finds in the log", async () => {
  const spoiled = good.map(({ name, text }) =>
    sourceOf(name, name === "users.csv" ? text.replace(/^([^\r]*\r\n(?:[^,]*,){8})[^,]*/, "$1 =1+1 ") : text),
  );
  const { changes } = await repair(spoiled);
  expect(changes.map(({ before, after }) => [before, after])).toEqual([[" =1+1 ", "'=1+1"]]);
});
