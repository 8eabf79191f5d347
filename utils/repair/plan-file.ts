import { blankCodes, columnOf, isBlank } from "../checks/columns.ts";
import { rowsWith } from "../checks/rows.ts";
import type { CheckContext, RoleTable } from "../checks/rule.ts";
import { matchColumns } from "../formats/match-columns.ts";
import type { ProblemKind } from "../table/table.ts";
import type { ColumnChanges } from "./mend-columns.ts";
import { isEncodingProved } from "./prove-encoding.ts";
import type { FileChange, FilePlan, LeftReason } from "./repair.ts";

/** Problems after which the table is not all of the file: writing it anew would lose something. */
const notWhole: ReadonlySet<ProblemKind> = new Set([
  "cell-too-long",
  "file-changed",
  "irregular-quotes",
  "nul-bytes",
  "ragged-rows",
  "truncated-zip",
  "unclosed-quote",
]);

/** Why a file is not written anew, whatever could be mended in it. */
export const whyNotWritten = (context: CheckContext, { table }: RoleTable): LeftReason | undefined => {
  const { name } = table.file;
  const cut = context.problems.some(
    ({ file, kind, fatal }) => file === name && (fatal || notWhole.has(kind)),
  );
  if (cut) return "rows-not-whole";
  if (table.file.headerless === true) return "no-header";
  return isEncodingProved(table) ? undefined : "encoding-not-proved";
};

/** Whether a workbook's sheet may as well be sent as a text file. */
const takesCsv = ({ spec }: RoleTable): boolean => /\.csv$/i.test(spec.fileName);

/** Rows in which every cell is blank. */
const findEmptyRows = (file: RoleTable): number[] => {
  const { columns, rows } = file.table;
  const [first, ...rest] = columns;
  if (first === undefined || rows === 0) return [];
  const codes = blankCodes(first);
  if (codes.length === 0) return [];
  return [...rowsWith(file, first, codes)].filter((row) =>
    rest.every((column) => isBlank(column, column.codes[row] as number)),
  );
};

type Header = Pick<FilePlan, "columns" | "changes">;

const planHeader = ({ spec, table, fieldColumn }: RoleTable): Header => {
  const line = table.file.titleLines === undefined ? 1 : Math.max(1, table.lineOf(0) - 1);
  const changes: FileChange[] = [];
  const fixed = spec.columnOrder === "fixed";
  const names = [...table.header];
  if (fixed) {
    for (const { field, header, by } of matchColumns(table.header, spec).inexact) {
      const index = fieldColumn.get(field) ?? -1;
      if (by !== "spelling" || names[index] !== header) continue;
      names[index] = field;
      changes.push({ kind: "header-spelling", before: header, after: field, line, column: header });
    }
  }
  let width = names.length;
  while (width > 1 && names[width - 1]?.trim() === "") {
    const column = table.columns[width - 1];
    if (column === undefined || blankCodes(column).length < column.size) break;
    width--;
  }
  for (let index = width; index < names.length; index++) {
    changes.push({ kind: "empty-column", before: `column ${index + 1}`, after: "", line });
  }
  const kept = names.slice(0, width).map((header, index) => ({ index, header }));
  if (!fixed) return { columns: kept, changes };
  const places = new Map(spec.fields.map(({ name }, place) => [fieldColumn.get(name) ?? -1, place]));
  const known = kept.filter(({ index }) => places.has(index));
  const sorted = known.toSorted((a, b) => (places.get(a.index) ?? 0) - (places.get(b.index) ?? 0));
  if (sorted.every((column, at) => column === known[at])) return { columns: kept, changes };
  const columns = [...sorted, ...kept.filter(({ index }) => !places.has(index))];
  const say = (list: readonly { header: string }[]) => list.map(({ header }) => header).join(", ");
  return {
    columns,
    changes: [...changes, { kind: "column-order", before: say(kept), after: say(columns), line }],
  };
};

/** What is wrong with the file's bytes; a byte order mark goes with the rest, for by itself every receiver reads it. */
const planBytes = (file: RoleTable): FileChange[] => {
  const { table, spec } = file;
  const { encoding, lineEnding, delimiter, titleLines = [] } = table.file;
  const changes = titleLines.map((before): FileChange => ({ kind: "title-lines", before, after: "" }));
  if (delimiter === "") {
    if (takesCsv(file))
      changes.unshift({ kind: "workbook-to-csv", before: table.file.name, after: spec.fileName });
    return changes;
  }
  if (encoding !== "utf-8" && encoding !== "utf-8-bom") {
    changes.push({ kind: "encoding", before: encoding, after: "utf-8" });
  }
  if (delimiter !== "," && /\.csv$/i.test(table.file.name)) {
    changes.push({ kind: "delimiter", before: delimiter, after: "," });
  }
  if (lineEnding === "cr") changes.push({ kind: "line-ends", before: "cr", after: "crlf" });
  return changes;
};

/** status and dateLastModified of a file that the manifest calls bulk, where every status says "active" already. */
const blankBulkStatus = (context: CheckContext, file: RoleTable): Map<number, ColumnChanges> => {
  const found = new Map<number, ColumnChanges>();
  const hasRule = context.format.id === "oneroster-1.1" || context.format.id === "cli-engage";
  const status = columnOf(file, "status");
  if (!hasRule || status === undefined || context.manifest?.get(file.role) !== "bulk") return found;
  const texts = Array.from({ length: status.size }, (_, code) => status.valueOf(code).trim());
  if (!texts.every((text) => text === "" || text === "active")) return found;
  for (const name of ["status", "dateLastModified"]) {
    const column = columnOf(file, name);
    const index = file.fieldColumn.get(name);
    if (column === undefined || index === undefined) continue;
    const changes: ColumnChanges = new Map();
    for (let code = 0; code < column.size; code++) {
      if (!isBlank(column, code)) changes.set(code, { value: "", kinds: ["bulk-status"] });
    }
    found.set(index, changes);
  }
  return found;
};

/** Everything that changes in one file, given what changes in its cells; undefined when nothing does. */
export const planFile = (
  context: CheckContext,
  file: RoleTable,
  mended: (index: number) => ColumnChanges | undefined,
): FilePlan | undefined => {
  const header = planHeader(file);
  const changes = [...planBytes(file), ...header.changes];
  const emptyRows = findEmptyRows(file);
  const cells = new Map<number, ColumnChanges>();
  for (const index of file.table.columns.keys()) {
    const column = mended(index);
    if (column !== undefined && column.size > 0) cells.set(index, column);
  }
  for (const [index, column] of blankBulkStatus(context, file)) if (column.size > 0) cells.set(index, column);
  const onlyLeavesWorkbook = changes.every(({ kind }) => kind === "workbook-to-csv");
  if (onlyLeavesWorkbook && emptyRows.length === 0 && cells.size === 0) return undefined;
  if (file.table.file.encoding === "utf-8-bom") {
    changes.unshift({ kind: "byte-order-mark", before: "utf-8-bom", after: "utf-8" });
  }
  const onlyListed = file.table.file.delimiter === "" && !takesCsv(file);
  return { file, changes, columns: header.columns, cells, emptyRows, onlyListed };
};
