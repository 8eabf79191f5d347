import type { Field } from "../../formats/format.ts";
import type { DataFile, Row } from "../package.ts";
import { fieldsOf, type Planted, type Plot } from "../plot.ts";
import { asIs } from "../write-file.ts";
import { byFormat, cell, overwrite } from "./cells.ts";
import { type ByFormat, type Fault, pickFor } from "./fault.ts";

/** Faults of a file as such: its header, its width, how it is written. */

/** The file that least depends on; what is wrong with it as a whole leaves the others alone. */
const leaves: ByFormat<string> = {
  "oneroster-1.1": "courseResources",
  "oneroster-1.2": "courseResources",
  "cli-engage": "demographics",
  clever: "staff",
  sds1: "guardianrelationship",
  sds21: "userFlags",
  nyc: "registration",
  ohio: "enrollments",
  workbook: "roster",
};

const leafOf = (plot: Plot): DataFile => plot.file(pickFor(leaves, plot.format) ?? "");
const firstHeader = ({ header }: DataFile): string => header[0] ?? "";

const whole = "it changes the whole file";

/** A fault of the leaf file as a whole. */
const wholeFault = (
  rule: string,
  note: string,
  change: (file: DataFile, plot: Plot) => Planted["spot"],
): Fault => ({
  rule,
  alone: whole,
  plant: (plot) => [{ spot: change(leafOf(plot), plot), note }],
});

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

const names: ByFormat<string> = {
  oneroster: "title",
  "cli-engage": "cityOfBirth",
  clever: "Department",
  sds1: "Role",
  sds21: "flag",
  nyc: "FirstName",
  workbook: "Class_Level",
};

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

const inText = (rule: string, value: string, alone?: string): Fault => ({
  rule,
  ...(alone !== undefined && { alone }),
  plant: (plot) => {
    const place = pickFor(anyText, plot.format);
    return place === undefined ? "" : overwrite(plot, place, value);
  },
});

const isFixed = (plot: Plot, file: DataFile): boolean => plot.spec(file.role)?.columnOrder === "fixed";

/** A column whose header is compared by its letters, and one that nothing depends on. */
const exactField = (plot: Plot, fits: (field: Field) => boolean = () => true) =>
  fieldsOf(plot, (field) => field.key !== true && field.references === undefined && fits(field)).find(
    ({ role }) => {
      const spec = plot.spec(role);
      const file = plot.made.files.find((one) => one.role === role);
      return file?.spare === false && (spec?.headerNames !== undefined || spec?.columnOrder === "fixed");
    },
  );

const renameHeader = (plot: Plot, role: string, from: string, to: string): Planted[] => {
  const file = plot.file(role);
  file.cells = (cells) =>
    cells.map((row, at) => (at === 0 ? row.map((name) => (name === from ? to : name)) : row));
  return [{ spot: { file, isHeader: true, column: to }, note: `the header was ${from}` }];
};

export const structureFaults: readonly Fault[] = [
  wholeFault("empty-file", "the file has no bytes", (file) => {
    file.text = () => "";
    return { file };
  }),
  wholeFault("header-only", "every row was left out", (file) => {
    file.rows = [];
    return { file };
  }),
  wholeFault("header-missing", "the header was left out", (file) => {
    file.cells = (cells) => cells.slice(1);
    return { file, isHeader: true };
  }),
  wholeFault("title-lines-before-header", "a title was put above the header", (file) => {
    file.text = (text) => `Bluebonnet ISD\r\n${text}`;
    return { file, isHeader: true, value: "Bluebonnet ISD" };
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
  wholeFault("duplicate-header", "a column stands there twice", (file) => {
    const first = firstHeader(file);
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? first : ""]);
    return { file, isHeader: true, column: first };
  }),
  wholeFault("empty-header", "a column without a name was added", (file) => {
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? "" : "x"]);
    return { file, isHeader: true };
  }),
  wholeFault("reserved-header", "a column __proto__ was added", (file) => {
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? "__proto__" : "x"]);
    return { file, isHeader: true, column: "__proto__" };
  }),
  wholeFault("unknown-column", "a column was added", (file) => {
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? "Remark" : ""]);
    return { file, isHeader: true, column: "Remark" };
  }),
  wholeFault("not-utf-8", "the file is written in Windows-1252", (file, plot) => {
    const column = pickFor(names, plot.format) ?? firstHeader(file);
    const row = file.rows[file.rows.length - 1] as Row;
    if (plot.format !== "sds-1" && plot.format !== "sds-2.1") row[column] = "Núñez";
    file.encode = latin1;
    return { file, row };
  }),
  wholeFault("example-row", "the example of a template was left above the rows", (file) => {
    file.cells = ([header = [], ...rows]) => [
      header,
      (rows[0] ?? []).map((value, at) => (at === 0 ? "ex: 1001" : value)),
      ...rows,
    ];
    return { file };
  }),
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
      file.cells = (cells) => cells.map((row, index) => (index === at ? [...row, "x"] : row));
      return [{ spot: { file, row: file.rows[at - 1] as Row }, note: "the row has a cell too many" }];
    },
  },
  inText("irregular-quotes", `${asIs}Room "7" B`),
  inText("nul-bytes", "Room\u00007"),
  {
    rule: "unclosed-quote",
    alone: "what follows the quote is not read",
    plant: (plot) => {
      const file = leafOf(plot);
      const row = file.rows.at(-1) as Row;
      const column = file.header.at(-1) ?? "";
      const { cells } = file;
      file.cells = (all) =>
        (cells?.(all) ?? all).map((one, at) =>
          at === all.length - 1 ? [...one.slice(0, -1), `${asIs}"open`] : one,
        );
      return [{ spot: { file, row }, note: `a quotation mark opens in ${column} and nothing closes it` }];
    },
  },
  {
    rule: "missing-column",
    alone: whole,
    plant: (plot) => {
      const columns: ByFormat<[role: string, column: string]> = {
        "oneroster-1.1": ["courseResources", "title"],
        "oneroster-1.2": ["courseResources", "title"],
        "cli-engage": ["demographics", "cityOfBirth"],
        clever: ["staff", "Last_name"],
        sds1: ["guardianrelationship", "Role"],
        sds21: ["userFlags", "flag"],
        nyc: ["registration", "GUID"],
        ohio: ["staff", "last_name"],
        workbook: ["roster", "Assessment_Language"],
      };
      const [role, column] = pickFor(columns, plot.format) ?? ["", ""];
      const file = plot.file(role);
      file.header = file.header.filter((name) => name !== column);
      return [{ spot: { file, isHeader: true, column }, note: "the column was left out" }];
    },
  },
  {
    rule: "column-order",
    alone: whole,
    plant: (plot) => {
      const file = leafOf(plot);
      if (!isFixed(plot, file)) return "columns may stand in any order";
      const [last = "", before = ""] = [...file.header].reverse();
      file.header = [...file.header.slice(0, -2), last, before];
      return [{ spot: { file, isHeader: true, column: last }, note: `${last} stands before ${before}` }];
    },
  },
  {
    rule: "header-case",
    alone: whole,
    plant: (plot) => {
      const found = exactField(plot, ({ required }) => required === "yes");
      if (found === undefined) return "headers are taken in any spelling";
      const { name } = found.field;
      return renameHeader(
        plot,
        found.role,
        name,
        name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase(),
      );
    },
  },
  {
    rule: "header-renamed",
    alone: whole,
    plant: (plot) => {
      const found = exactField(plot, ({ aliases }) => (aliases?.length ?? 0) > 0);
      if (found === undefined) return "no column whose header is exact is known by another name";
      return renameHeader(plot, found.role, found.field.name, found.field.aliases?.[0] ?? "");
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
