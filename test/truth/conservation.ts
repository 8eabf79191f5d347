import Papa from "papaparse";
import { expect } from "vitest";
import type { Place } from "../../utils/findings/finding.ts";
import type { MadeFile } from "../../utils/generate/generate.ts";
import type { CheckOptions } from "../../utils/pipeline/options.ts";
import { checkPackage } from "../../utils/pipeline.ts";
import type { FileFacts, Table } from "../../utils/table/table.ts";
import { asSources, date } from "./check-made.ts";

/**
 * No row is lost: the rows in the bytes, as Papa Parse counts them, are the rows the report says were read; and a row is
 * either accepted or named by a finding, on a line where one of the file's rows begins. Only where a finding says that
 * reading stopped may rows be missing.
 */

const encodings: Readonly<Record<FileFacts["encoding"], string>> = {
  "utf-8": "utf-8",
  "utf-8-bom": "utf-8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "windows-1252": "windows-1252",
};
const newlines = { crlf: "\r\n", lf: "\n", cr: "\r", none: "\n" } as const;

/** Rows with anything in them below the header, counted without any of our own reading. */
const countRows = (bytes: Uint8Array, facts: FileFacts): number => {
  const text = new TextDecoder(encodings[facts.encoding]).decode(bytes);
  const { data } = Papa.parse<string[]>(text, {
    delimiter: facts.delimiter,
    newline: newlines[facts.lineEnding],
  });
  const filled = data.filter((row) => row.length > 1 || row[0] !== "").length;
  return filled - (facts.titleLines?.length ?? 0) - (facts.headerless === true ? 0 : 1);
};

/** Findings after which the rest of a file was not read, or nothing of it. */
const stops = new Set([
  "cell-too-long",
  "empty-file",
  "encrypted-file",
  "file-too-large",
  "git-lfs-pointer",
  "irregular-quotes",
  "nul-bytes",
  "unclosed-quote",
  "wrong-file-type",
]);

/** Checks files and holds the report to the law; gives the report and how many rows each finding's places named. */
export const expectConserved = async (files: readonly MadeFile[], options: Partial<CheckOptions> = {}) => {
  const named: Place[] = [];
  let tables: readonly Table[] = [];
  const { report } = await checkPackage(asSources(files), {
    date,
    now: `${date}T06:00:00.000Z`,
    version: "0.0.0",
    plan: false,
    onTables: (all) => {
      tables = all;
    },
    onFinding: (_finding, places) => {
      for (const place of places) named.push(place);
    },
    ...options,
  });
  expect(report.notChecked.filter(({ because }) => /Rosterguard itself|our fault/i.test(because))).toEqual(
    [],
  );
  expect(report.totals.rows).toBe(report.files.reduce((sum, { rows }) => sum + rows, 0));
  const stopped = new Set(
    report.findings
      .filter(({ rule }) => stops.has(rule))
      .flatMap(({ samples }) => samples.map(({ file }) => file)),
  );
  for (const { name, bytes } of files) {
    const table = tables.find(({ file }) => file.name === name);
    if (table === undefined) {
      expect([...stopped], `${name} was not read, and no finding says why`).toContain(name);
      continue;
    }
    expect(table.file.bytes, `bytes scanned of ${name}`).toBe(bytes.length);
    const there = countRows(bytes, table.file);
    if (stopped.has(name)) expect(table.rows, name).toBeLessThanOrEqual(there);
    else expect(table.rows, `rows of ${name}`).toBe(there);

    const starts = new Set(Array.from({ length: table.rows }, (_, row) => table.lineOf(row)));
    expect(starts.size, `each row of ${name} begins on a line of its own`).toBe(table.rows);
    const first = table.rows > 0 ? table.lineOf(0) : Number.POSITIVE_INFINITY;
    const lines = new Set(named.filter(({ file }) => file === name).flatMap(({ line }) => line ?? []));
    // Above the first row are the header and its titles; a row that was stopped in was not read.
    const rows = [...lines].filter((line) => line >= first);
    const stray = stopped.has(name) ? [] : rows.filter((line) => !starts.has(line));
    expect(stray, `lines of ${name} that findings name and no row begins on`).toEqual([]);
    const accepted = [...starts].filter((line) => !lines.has(line)).length;
    const faulty = [...starts].filter((line) => lines.has(line)).length;
    expect(accepted + faulty).toBe(table.rows);
  }
  return { report, named };
};
