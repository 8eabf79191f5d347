import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { makeCsv } from "../utils/exports/csv-rows.ts";
import { nameFilesOf } from "../utils/findings/container.ts";
import type { Table } from "../utils/table/table.ts";
import type { Around } from "./command.ts";
import { tryTo } from "./open-paths.ts";
import type { Kept } from "./render.ts";
import { UsageProblem } from "./usage.ts";
import { writeOut } from "./write-out.ts";

type Options = { out: string | undefined; allRows: boolean };

/** A package of no table has a file of its own, with the error columns alone. */
const nowhere: Pick<Table, "file" | "header" | "rows" | "columns" | "lineOf"> = {
  file: { name: "", rows: 0, columns: 0, bytes: 0, encoding: "utf-8", lineEnding: "crlf", delimiter: "," },
  header: [],
  rows: 0,
  columns: [],
  lineOf: () => 0,
};

/**
 * Writes the rows with what is wrong with them: of one file to `out` or stdout, of several each to its own file in the
 * folder `out`. Gives the names of what was written.
 */
export const writeCsv = async (
  { tables, places }: Kept,
  { out, allRows }: Options,
  around: Pick<Around, "root" | "stdout">,
): Promise<string[]> => {
  const names = new Set(tables.map(({ file }) => file.name));
  const elsewhere = [...places.files].flatMap(([file, found]) => (names.has(file) ? [] : [found]));
  if (tables.length <= 1) {
    await writeOut(makeCsv(tables[0] ?? nowhere, places, { allRows, elsewhere }), out, around);
    return out === undefined ? [] : [out];
  }
  if (out === undefined) {
    throw new UsageProblem(
      `--output csv of ${tables.length} files needs --out FOLDER, where each gets a file of its own.`,
    );
  }
  await tryTo("write", out, () => mkdir(resolve(around.root, out), { recursive: true }));
  const nameOf = nameFilesIn([...names]);
  const written: string[] = [];
  const write = async (name: string, pieces: Iterable<string>) => {
    const path = join(out, name);
    await writeOut(pieces, path, around);
    written.push(path);
  };
  for (const table of tables) {
    if (!allRows && !places.files.has(table.file.name)) continue;
    await write(nameOf(table.file.name), makeCsv(table, places, { allRows }));
  }
  if (elsewhere.length > 0) {
    await write("package.findings.csv", makeCsv(nowhere, places, { allRows, elsewhere }));
  }
  return written;
};

/**
 * "export.zip/users.csv" becomes "users.findings.csv": never the name of the file itself, so that nothing is written
 * over, and one part only, so that no name of a zip leads out of the folder.
 */
const nameFilesIn = (names: readonly string[]): ((name: string) => string) => {
  const shorten = nameFilesOf(names);
  const lasts = names.map((name) => name.split(/[/\\]/).at(-1));
  const taken = new Set<string>();
  const made = new Map<string, string>();
  for (const name of names) {
    const last = name.split(/[/\\]/).at(-1) ?? "";
    const isAlone = /\.[a-z]+$/i.test(last) && lasts.filter((other) => other === last).length === 1;
    const base = (isAlone ? last : shorten(name))
      .replace(/\.(csv|txt|tsv)$/i, "")
      .replace(/[/\\:*?"<>|]|\p{Cc}|^\.+/gu, "-");
    let unique = base;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${base}-${number}`;
    taken.add(unique.toLowerCase());
    made.set(name, `${unique}.findings.csv`);
  }
  return (name) => made.get(name) ?? "file.findings.csv";
};
