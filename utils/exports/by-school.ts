import type { RoleTable } from "../checks/rule.ts";
import type { FileSpec } from "../formats/format.ts";
import type { Column, Table } from "../table/table.ts";
import type { FilePlaces, Places } from "./collect-places.ts";

/** `acknowledged` are the faults and warnings that the LEA knows of; the others do not hold them. */
export type SchoolCounts = {
  id: string;
  name: string;
  rows: number;
  faults: number;
  warnings: number;
  acknowledged: number;
};

const schoolRoles: ReadonlySet<string> = new Set(["orgs", "schools", "school"]);
const namesSchool = /^(school|campus)[ _]?(internal|sis)?[ _]?(id|number|code)$/i;

/** The field of a file that tells which school a row is of. */
const schoolField = ({ role, fields }: FileSpec): FileSpec["fields"][number] | undefined =>
  schoolRoles.has(role)
    ? fields.find(({ key }) => key)
    : (fields.find(({ references }) => references !== undefined && schoolRoles.has(references.role)) ??
      fields.find(({ name }) => namesSchool.test(name)));

/**
 * Rows, faults and warnings by school, the most faults first. A row of several schools counts for each; rows of files
 * that name no school (demographics) count for none.
 */
export const countBySchool = (files: ReadonlyMap<string, RoleTable>, places: Places): SchoolCounts[] => {
  const schools = new Map<string, SchoolCounts>();
  const names = readNames(files);
  const countsOf = (id: string): SchoolCounts => {
    const known = schools.get(id);
    if (known !== undefined) return known;
    const made = { id, name: names.get(id) ?? "", rows: 0, faults: 0, warnings: 0, acknowledged: 0 };
    schools.set(id, made);
    return made;
  };
  for (const file of files.values()) {
    const field = schoolField(file.spec);
    const column = field && columnOf(file, field.name);
    if (field === undefined || column === undefined) continue;
    // Once per distinct value; rows then only look their code up.
    const schoolsOf = Array.from({ length: column.size }, (_, code) =>
      splitIds(column.valueOf(code), field.list === true).map(countsOf),
    );
    schoolsOf.forEach((each, code) => {
      for (const school of each) school.rows += column.counts[code] as number;
    });
    const found = places.files.get(file.table.file.name);
    if (found !== undefined) addPlaces(file.table, column, found, places, schoolsOf);
  }
  return [...schools.values()].sort(
    (a, b) => b.faults - a.faults || b.warnings - a.warnings || b.rows - a.rows || (a.id < b.id ? -1 : 1),
  );
};

const addPlaces = (
  table: Table,
  column: Column,
  found: FilePlaces,
  { findings }: Places,
  schoolsOf: readonly SchoolCounts[][],
): void => {
  for (let at = 0; at < found.size; at++) {
    const row = rowAt(table, found.lines[at] as number);
    const finding = findings[found.findings[at] as number];
    if (row < 0 || finding === undefined || finding.outcome === "note") continue;
    const kind = finding.acknowledged ? "acknowledged" : finding.outcome === "fault" ? "faults" : "warnings";
    for (const school of schoolsOf[column.codes[row] as number] ?? []) school[kind] += 1;
  }
};

const columnOf = ({ table, fieldColumn }: RoleTable, field: string): Column | undefined => {
  const index = fieldColumn.get(field);
  return index === undefined ? undefined : table.columns[index];
};

const splitIds = (value: string, isList: boolean): string[] => [
  ...new Set((isList ? value.split(",") : [value]).map((id) => id.trim()).filter((id) => id !== "")),
];

/** The row that starts on a line, or -1; lines ascend with rows. */
const rowAt = (table: Table, line: number): number => {
  let [low, high] = [0, table.rows - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = table.lineOf(middle);
    if (here === line) return middle;
    if (here < line) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

const readNames = (files: ReadonlyMap<string, RoleTable>): Map<string, string> => {
  const names = new Map<string, string>();
  for (const file of files.values()) {
    const field = schoolField(file.spec);
    const ids = field && columnOf(file, field.name);
    const title = file.spec.fields.find(({ name }) =>
      schoolRoles.has(file.role) ? /^(school[ _]?)?name$/i.test(name) : /^school[ _]?name$/i.test(name),
    );
    const texts = title && columnOf(file, title.name);
    if (ids === undefined || texts === undefined) continue;
    for (let code = 0; code < ids.size; code++) {
      const row = ids.firstRow[code] as number;
      const id = ids.valueOf(code).trim();
      if (!names.has(id)) names.set(id, texts.valueOf(texts.codes[row] as number));
    }
  }
  return names;
};
