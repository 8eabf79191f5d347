import type { Field } from "../../formats/format.ts";
import type { DataFile } from "../package.ts";
import { fieldsOf, type Planted, type Plot } from "../plot.ts";
import { type ByFormat, type Fault, pickFor } from "./fault.ts";
import { firstHeader, leafOf, whole, wholeFault } from "./leaf.ts";

/** Faults of the header: missing, misspelt, twice, out of order, not the first line. */

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

export const headerFaults: readonly Fault[] = [
  {
    rule: "header-missing",
    alone: whole,
    plant: (plot) => {
      // Only values of a type tell whose columns they are.
      const file = plot.made.files.find(({ role }) => role === "results") ?? leafOf(plot);
      file.cells = (cells) => cells.slice(1);
      return [{ spot: { file, isHeader: true }, note: "the header was left out" }];
    },
  },
  wholeFault("title-lines-before-header", "a title was put above the header", (file) => {
    file.text = (text) => `Bluebonnet ISD\r\n${text}`;
    return { file, isHeader: true, value: "Bluebonnet ISD" };
  }),
  wholeFault("duplicate-header", "a column stands there twice", (file) => {
    const first = firstHeader(file);
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? first : ""]);
    return { file, isHeader: true, column: first };
  }),
  wholeFault("empty-header", "a column without a name was added", (file) => {
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? "" : "x"]);
    return { file, isHeader: true, value: `column ${file.header.length + 1}` };
  }),
  wholeFault("reserved-header", "a column __proto__ was added", (file) => {
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? "__proto__" : "x"]);
    return { file, isHeader: true, column: "__proto__" };
  }),
  wholeFault("unknown-column", "a column was added", (file) => {
    file.cells = (cells) => cells.map((row, at) => [...row, at === 0 ? "Remark" : ""]);
    return { file, isHeader: true, column: "Remark" };
  }),
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
];
