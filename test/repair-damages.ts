import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8 } from "fflate";
import Papa from "papaparse";
import type { SourceFile } from "../utils/table/source.ts";

/** A package in which nothing is wrong, and ways of damaging it of which what was there can be proved. */

const folder = join(import.meta.dirname, "files", "good");
/** The good package, with organisations whose numbers begin with zeros. */
export const good = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), "utf8")
    .replace(/(?<=^|,)D1(?=,|\r)/gm, "00227900")
    .replace(/(?<=^|,)S1(?=,|\r)/gm, "000101"),
}));
export const sourceOf = (name: string, content: BlobPart): SourceFile => ({
  name,
  blob: new Blob([content]),
});

export const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

type Damaged = { rows: string[][]; delimiter: string; newline: string; encode: (text: string) => Uint8Array };

/** Damages of which what was there can be proved, each applied to the rows that `pick` says. */
export const damages: Record<string, { file: string; damage: (file: Damaged, pick: () => boolean) => void }> =
  {
    booleans: {
      file: "users.csv",
      damage: ({ rows }, pick) =>
        changeColumn(rows, "enabledUser", pick, (cell) => (cell === "true" ? "YES" : "0")),
    },
    blanks: {
      file: "users.csv",
      damage: ({ rows }, pick) => changeColumn(rows, "familyName", pick, (cell) => ` ${cell}\u00a0`),
    },
    twice: {
      file: "users.csv",
      damage: ({ rows }, pick) =>
        changeColumn(rows, "givenName", pick, (cell) =>
          new TextDecoder("windows-1252").decode(strToU8(cell)),
        ),
    },
    zeros: {
      file: "users.csv",
      damage: ({ rows }, pick) => changeColumn(rows, "orgSourcedIds", pick, (id) => id.replace(/^0+/, "")),
    },
    keys: {
      file: "orgs.csv",
      damage: ({ rows }) =>
        changeColumn(
          rows,
          "sourcedId",
          () => true,
          (id) => id.replace(/^0+/, ""),
        ),
    },
    dates: {
      file: "demographics.csv",
      damage: ({ rows }) =>
        changeColumn(
          rows,
          "birthDate",
          () => true,
          (iso) => iso.replace(/^(\d+)-(\d+)-(\d+)$/, "$2/$3/$1"),
        ),
    },
    cases: {
      file: "demographics.csv",
      damage: ({ rows }, pick) => changeColumn(rows, "sex", pick, (cell) => cell.toUpperCase()),
    },
    delimiter: {
      file: "classes.csv",
      damage: (file) => {
        file.delimiter = ";";
      },
    },
    old: {
      file: "enrollments.csv",
      damage: (file) => {
        file.newline = "\r";
      },
    },
    western: {
      file: "users.csv",
      damage: (file) => {
        file.encode = (text) => new Uint8Array(Buffer.from(text, "latin1"));
      },
    },
    wide: {
      file: "orgs.csv",
      damage: (file) => {
        file.encode = (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
      },
    },
    headers: {
      file: "classes.csv",
      damage: ({ rows }) => {
        rows[0] = rows[0]!.map((name) => name.toUpperCase());
      },
    },
    titles: {
      file: "academicSessions.csv",
      damage: (file) => {
        file.rows = [["Pecan Valley ISD, terms"], ["Exported 2026-11-16"], ...file.rows];
      },
    },
    order: {
      file: "courses.csv",
      damage: (file) => {
        file.rows = file.rows.map((row) => row.toReversed());
      },
    },
    empty: {
      file: "enrollments.csv",
      damage: (file, pick) => {
        const [header = [], ...rows] = file.rows;
        const blank = ["", ...header.map(() => ""), ""];
        file.rows = [header, ...rows].flatMap((row) =>
          pick() ? [[...row, "", ""], blank] : [[...row, "", ""]],
        );
      },
    },
  };

const changeColumn = (
  rows: string[][],
  name: string,
  pick: () => boolean,
  change: (cell: string) => string,
) => {
  const index = rows[0]!.indexOf(name);
  for (const row of rows.slice(1)) if (pick() && row[index] !== "") row[index] = change(row[index]!);
};

/** The package with these damages; `seed` picks the rows. */
export const spoil = (names: readonly string[], seed: number): SourceFile[] => {
  let state = seed;
  const pick = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % 5 === 0;
  };
  return good.map(({ name, text }) => {
    const mine = names.filter((one) => damages[one]?.file === name);
    if (mine.length === 0) return sourceOf(name, text);
    const file: Damaged = {
      rows: rowsOf(text),
      delimiter: ",",
      newline: "\r\n",
      encode: (all) => strToU8(all),
    };
    for (const one of mine) damages[one]?.damage(file, pick);
    const { rows, delimiter, newline } = file;
    return sourceOf(name, file.encode(Papa.unparse(rows, { delimiter, newline })) as Uint8Array<ArrayBuffer>);
  });
};
