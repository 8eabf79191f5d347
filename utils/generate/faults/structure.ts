import type { DataFile, Row } from "../package.ts";
import type { Planted, Plot } from "../plot.ts";
import { asIs } from "../write-file.ts";
import { byFormat, cell, overwrite } from "./cells.ts";
import { type ByFormat, type Fault, pickFor } from "./fault.ts";
import { firstHeader, leafOf, whole, wholeFault } from "./leaf.ts";

/** Faults of a file as such: what it is, its width, how it is written; and rows that repeat others. */

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

/** A file and a column for a word with an accent. */
const latinTexts: ByFormat<[role: string, column: string]> = {
  "oneroster-1.1": ["courseResources", "title"],
  "oneroster-1.2": ["courseResources", "title"],
  "cli-engage": ["demographics", "cityOfBirth"],
  clever: ["staff", "Department"],
  sds1: ["user", "First Name"],
  sds21: ["users", "givenName"],
  nyc: ["registration", "FirstName"],
  ohio: ["staff", "first_name"],
  workbook: ["roster", "Class_Level"],
};

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/** A cell for text of any kind in some file, for faults in how it is written. */
const anyText = {
  oneroster: cell("classes", "location"),
  clever: cell("teachers", "Title"),
  sds1: cell("Teacher", "Title"),
  sds21: cell("demographics", "birthCity"),
  nyc: cell("registration", "FirstName"),
  ohio: cell("classes", "class_name"),
  workbook: cell("roster", "Class_Level"),
};

type Written = { alone: string; spot: (spot: Planted["spot"]) => Planted["spot"] };

const inText = (rule: string, value: string, { alone, spot }: Written): Fault => ({
  rule,
  alone,
  plant: (plot) => {
    const place = pickFor(anyText, plot.format);
    if (place === undefined) throw new Error(`say where ${rule} goes in ${plot.format}`);
    // A workbook has neither quotation marks nor such bytes.
    plot.file(place.role).lineEnding = "\r\n";
    return overwrite(plot, place, value).map((one) => ({ ...one, spot: spot(one.spot) }));
  },
});

export const structureFaults: readonly Fault[] = [
  wholeFault("empty-file", "the file has no bytes", (file) => {
    file.text = () => "";
    return { file };
  }),
  wholeFault("header-only", "every row was left out", (file) => {
    file.rows = [];
    return { file };
  }),
  wholeFault("wrong-delimiter", "cells are parted by semicolons", (file) => {
    file.delimiter = ";";
    return { file };
  }),
  wholeFault("git-lfs-pointer", "a Git LFS pointer stands in place of the file", (file) => {
    const digest = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393";
    file.text = () => `version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize 12345\n`;
    return { file };
  }),
  wholeFault("wrong-file-type", "a PDF document stands in place of the file", (file) => {
    file.text = () => "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n";
    return { file };
  }),
  {
    rule: "not-utf-8",
    alone: whole,
    plant: (plot) => {
      const [role = "", column = ""] = pickFor(latinTexts, plot.format) ?? [];
      const file = plot.file(role);
      // The reader names the first such cell of the first column that has one.
      const isLatin = (name: string) => (one: Row) => !isAscii(one[name] ?? "");
      if (!file.header.some((name) => file.rows.some(isLatin(name))))
        (file.rows.at(-1) as Row)[column] = "Núñez";
      const first = file.header.find((name) => file.rows.some(isLatin(name))) ?? column;
      const row = file.rows.find(isLatin(first)) as Row;
      file.encode = latin1;
      return [{ spot: { file, row, column: first }, note: "the file is written in Windows-1252" }];
    },
  },
  {
    rule: "example-row",
    alone: whole,
    brings: {
      "clever-sftp": ["dangling-reference"],
      "cli-engage": ["dangling-reference", "identifier-malformed"],
      "nyc-ats-stars": ["pattern-not-met"],
      "ohio-roster-verification": ["dangling-reference"],
      "oneroster-1.1": ["identifier-malformed"],
      "oneroster-1.2": ["identifier-malformed"],
      "sds-1": ["dangling-reference"],
      "sds-2.1": ["dangling-reference"],
    },
    plant: (plot) => {
      const file = leafOf(plot);
      const row = { ...(file.rows[0] as Row), [firstHeader(file)]: "ex: 1001" };
      file.rows.unshift(row);
      return [
        { spot: { file, row, value: "ex: 1001" }, note: "the example of a template was left above the rows" },
      ];
    },
  },
  {
    rule: "line-endings-differ",
    alone: whole,
    plant: (plot) => {
      if (plot.made.files.filter(({ spare }) => !spare).length < 3)
        return "it takes three files to tell which is out of place";
      const file = leafOf(plot);
      file.lineEnding = "\n";
      return [{ spot: { file }, note: "lines end with LF, those of the other files with CRLF" }];
    },
  },
  {
    rule: "ragged-rows",
    alone: whole,
    plant: (plot) => {
      const file = leafOf(plot);
      const at = plot.random.int(1, file.rows.length);
      const width = file.header.length;
      file.cells = (cells) => cells.map((row, index) => (index === at ? [...row, "x"] : row));
      const spot = { file, row: file.rows[at - 1] as Row, value: `${width + 1} of ${width} cells` };
      return [{ spot, note: "the row has a cell too many" }];
    },
  },
  inText("irregular-quotes", `${asIs}"Room "7" B"`, {
    alone: "it has the whole file read in another way",
    spot: ({ file, row }) => ({ file, ...(row && { row }) }),
  }),
  inText("nul-bytes", "Room\u00007", {
    alone: "a file with such bytes may be taken for no text at all",
    spot: ({ file }) => ({ file }),
  }),
  {
    rule: "unclosed-quote",
    alone: "what follows the quote is not read",
    plant: (plot) => {
      const file = leafOf(plot);
      // A copy of the last row is what is lost.
      const row = { ...(file.rows.at(-1) as Row) };
      file.rows.push(row);
      file.cells = (cells) =>
        cells.map((one, at) => (at === cells.length - 1 ? [...one.slice(0, -1), `${asIs}"open`] : one));
      return [{ spot: { file, row }, note: "a quotation mark opens in the last cell and nothing closes it" }];
    },
  },
  {
    rule: "file-not-recognised",
    plant: (plot) => {
      const file: DataFile = {
        role: "",
        name: "notes.csv",
        header: ["Remark", "Written by"],
        rows: [{ Remark: "first export", "Written by": "Luz" }],
        spare: false,
      };
      plot.made.files.push(file);
      return [{ spot: { file }, note: "a file of something else was added" }];
    },
  },
  {
    rule: "receiver-report-in-package",
    plant: (plot) => {
      const file: DataFile = {
        role: "",
        name: "rejected-rows.csv",
        header: ["Line", "Error", "Text"],
        rows: [{ Line: "4", Error: "E17", Text: "a required value is missing" }],
        spare: false,
      };
      plot.made.files.push(file);
      return [
        {
          spot: { file, isHeader: true, column: "Error" },
          note: "a list of errors that came back from a receiver was added",
        },
      ];
    },
  },
  {
    rule: "missing-file",
    alone: whole,
    plant: (plot) => {
      const roles: ByFormat<string> = {
        "oneroster-1.1": "resources",
        "oneroster-1.2": "resources",
        "cli-engage": "demographics",
        clever: "teachers",
        sds1: "TeacherRoster",
        sds21: "roles",
        nyc: "pedagogues",
        ohio: "claims",
      };
      const role = pickFor(roles, plot.format);
      if (role === undefined) return "it is one file: without it there is no package";
      const file = plot.file(role);
      plot.made.files.splice(plot.made.files.indexOf(file), 1);
      const manifest = plot.made.files.find((one) => one.role === "manifest" && !one.spare);
      const line = manifest?.rows.find(({ propertyName }) => propertyName === `file.${role}`);
      if (line !== undefined) line.value = "absent";
      return [{ spot: { file }, note: "the file was left out" }];
    },
  },
  {
    rule: "duplicate-key",
    plant: byFormat(
      {
        oneroster: (plot) => copyRow(plot, "courses", "sourcedId", "title"),
        clever: (plot) => copyRow(plot, "schools", "School_id", "School_city"),
        sds1: (plot) => copyRow(plot, "user", "Email", "Phone"),
        sds21: (plot) => copyRow(plot, "courses", "sourcedId", "title"),
      },
      "no column alone is a key",
    ),
  },
  {
    rule: "joint-key-repeated",
    plant: byFormat(
      {
        clever: (plot) => copyRow(plot, "enrollments", "Section_id"),
        sds1: (plot) => copyRow(plot, "StudentEnrollment", "Section SIS ID"),
        sds21: (plot) => copyRow(plot, "userFlags", "userSourcedId"),
        nyc: (plot) => copyRow(plot, "program", "SchoolDBN"),
        ohio: (plot) => copyRow(plot, "classes", "class_id"),
      },
      "no columns together are a key",
    ),
  },
];

/** Adds a row with the key of another. */
function copyRow(plot: Plot, role: string, key: string, other?: string): Planted[] {
  const source = plot.take(role);
  const row = plot.add(role, { ...source });
  if (other !== undefined) row[other] = `${row[other] ?? ""} B`.trim();
  return [{ spot: { file: plot.file(role), row, column: key }, note: "the row was copied" }];
}
