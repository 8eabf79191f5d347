import type { Column } from "../table/table.ts";
import { columnOf, isBlank } from "./columns.ts";
import { isDeleted } from "./enrollments.ts";
import { type RecordLayout, type RecordPlace, recordLayouts } from "./record-layouts.ts";
import type { CheckContext, PackageRecords, RecordType, RoleTable } from "./rule.ts";

export const layoutOfRecords = (format: string): RecordLayout | undefined =>
  Object.hasOwn(recordLayouts, format) ? recordLayouts[format] : undefined;

type Files = CheckContext["files"];
type Found = { file: RoleTable; id: Column; school: Column | undefined; counts: (row: number) => boolean };

const find = (files: Files, place: RecordPlace | undefined): Found | undefined => {
  const file = files.get(place?.role ?? "");
  const id = columnOf(file, place?.id ?? "");
  if (place === undefined || file === undefined || id === undefined) return undefined;
  const isGone = isDeleted(file);
  const isWanted = readWhere(file, place);
  return {
    file,
    id,
    school: columnOf(file, place.school ?? ""),
    counts: (row) => isWanted(row) && !isGone(row),
  };
};

const readWhere = (file: RoleTable, { where }: RecordPlace): ((row: number) => boolean) => {
  const column = columnOf(file, where?.column ?? "");
  // Without the column every row counts: that it is missing is a finding of its own.
  if (where === undefined || column === undefined) return () => true;
  const wanted = Uint8Array.from({ length: column.size }, (_, code) =>
    column.valueOf(code).trim().toLowerCase() === where.is ? 1 : 0,
  );
  return (row) => wanted[column.codes[row] as number] === 1;
};

/** By id code, whether a row that counts has it. */
const liveCodes = ({ file, id, counts }: Found): Uint8Array => {
  const live = new Uint8Array(id.size);
  for (let row = 0; row < file.table.rows; row++) if (counts(row)) live[id.codes[row] as number] = 1;
  for (let code = 0; code < id.size; code++) if (live[code] === 1 && isBlank(id, code)) live[code] = 0;
  return live;
};

const idsOf = (found: Found): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const [code, is] of liveCodes(found).entries()) if (is === 1) ids.add(found.id.valueOf(code));
  return ids;
};

const countBySchool = (found: Found | undefined): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  const { file, id, school } = found ?? {};
  if (found === undefined || file === undefined || id === undefined || school === undefined) return counted;
  const seen = new Set<number>();
  const perSchool = new Uint32Array(school.size);
  for (let row = 0; row < file.table.rows; row++) {
    if (!found.counts(row)) continue;
    const at = school.codes[row] as number;
    const pair = at * id.size + (id.codes[row] as number);
    if (seen.has(pair)) continue;
    seen.add(pair);
    perSchool[at] = (perSchool[at] as number) + 1;
  }
  for (const [code, count] of perSchool.entries()) {
    if (count > 0 && !isBlank(school, code)) counted.set(school.valueOf(code), count);
  }
  return counted;
};

const countRowsOf = (found: Found): number => {
  let count = 0;
  for (let row = 0; row < found.file.table.rows; row++) if (found.counts(row)) count++;
  return count;
};

/** Columns that change without the record changing. */
const lifecycle = new Set(["status", "dateLastModified"]);

/** Rows as text by id; a record of several rows is all of them, in the order of the texts. */
const contentOf = (found: Found | undefined): ReadonlyMap<string, string> => {
  const content = new Map<string, string>();
  if (found === undefined) return content;
  const { file, id } = found;
  const columns = file.spec.fields
    .filter(({ name }) => !lifecycle.has(name))
    .flatMap(({ name }) => columnOf(file, name) ?? []);
  const rows = new Map<string, string[]>();
  for (let row = 0; row < file.table.rows; row++) {
    if (!found.counts(row)) continue;
    const key = id.valueOf(id.codes[row] as number);
    const text = columns.map((column) => column.valueOf(column.codes[row] as number)).join("\u001f");
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [text]);
    else known.push(text);
  }
  for (const [key, texts] of rows) content.set(key, texts.sort().join("\u001e"));
  return content;
};

/** What the files of a package hold, by type; a type whose file is missing is absent. */
export const recordsOfFiles = (format: string, files: Files): PackageRecords => {
  const layout = layoutOfRecords(format) ?? {};
  const at = (type: RecordType) => find(files, layout[type]);
  const ids: Partial<Record<RecordType, ReadonlySet<string>>> = {};
  for (const type of ["schools", "students", "teachers", "sections"] as const) {
    const found = at(type);
    if (found !== undefined) ids[type] = idsOf(found);
  }
  const enrollments = at("enrollments");
  return {
    basis: "files",
    ids,
    enrollments: enrollments && countRowsOf(enrollments),
    bySchool: { students: countBySchool(at("students")), sections: countBySchool(at("sections")) },
    contentOf: (type) => contentOf(at(type)),
  };
};

const memo = new WeakMap<CheckContext, PackageRecords>();

/** What this package holds: as it was counted for the comparison, or from its files. */
export const currentRecords = (context: CheckContext): PackageRecords => {
  if (context.records !== undefined) return context.records;
  const known = memo.get(context);
  if (known !== undefined) return known;
  const made = recordsOfFiles(context.format.id, context.files);
  memo.set(context, made);
  return made;
};

/** How many of a type; undefined where the package does not tell. */
export const countOf = (records: PackageRecords, type: RecordType): number | undefined =>
  type === "enrollments" ? records.enrollments : records.ids[type]?.size;
