import { recordsOfFiles } from "../utils/checks/package-records.ts";
import type { CheckContext, PackageRecords, PreviousPeople, RecordType } from "../utils/checks/rule.ts";
import type { Field, Format } from "../utils/formats/format.ts";
import { findFormat, unknownFormat } from "../utils/formats/index.ts";
import { makeRoleTables } from "../utils/formats/make-role-tables.ts";
import { readManifest } from "../utils/formats/read-manifest.ts";
import { withoutRole } from "../utils/pipeline/recognise.ts";
import { personKey } from "../utils/roster/person-key.ts";
import type { FileFacts, FileProblem, Table } from "../utils/table/table.ts";
import { tableFromRows } from "../utils/table/table-from-rows.ts";
import { samples } from "./samples/index.ts";
import type { Row } from "./samples/sample.ts";

/**
 * A small package in which nothing is wrong (test/samples). Examples of rules say only what differs from it: a row of an example replaces the sample's row of the same key, or is added; columns it does not show stay as they are.
 */

export type Example = {
  format?: string;
  system?: string;
  /** Rows to change or add, by file. */
  rows?: Readonly<Record<string, readonly Row[]>>;
  /** Files as they are, header first, in place of the sample's. */
  whole?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** What is so of a file as such, by its ordinary name: { "users.csv": { "name": "export/users.csv", "lineEnding": "crlf" } }. */
  facts?: Readonly<Record<string, Partial<FileFacts>>>;
  /** Files of the sample to leave out. */
  without?: readonly string[];
  /** What the format is made to say of fields beside what it says, by file and field. */
  fields?: Readonly<Record<string, Readonly<Record<string, Partial<Field>>>>>;
  problems?: readonly FileProblem[];
  settings?: Partial<CheckContext["settings"]>;
  /** The last file's students. */
  previous?: readonly { id: string; firstName: string; lastName: string; birthDate: string }[];
  /** How many records the last file had by type: this package's own, and as many others as that takes. */
  previousCounts?: Readonly<Partial<Record<RecordType, number>>>;
  /** How many students the last file had by school. */
  previousStudentsPerSchool?: Readonly<Record<string, number>>;
  mode?: CheckContext["mode"];
};

const merge = (sample: readonly Row[], changes: readonly Row[], key: readonly string[]): Row[] => {
  const keyOf = (row: Row) => key.map((column) => row[column]).join(" ");
  const changed = new Set(changes.map(keyOf));
  const filled = changes.map((row) => ({
    ...(sample.find((one) => keyOf(one) === keyOf(row)) ?? sample[0]),
    ...row,
  }));
  return [...sample.filter((row) => !changed.has(keyOf(row))), ...filled];
};

const toPrevious = (people: NonNullable<Example["previous"]>): PreviousPeople => ({
  ids: new Set(people.map(({ id }) => id)),
  idsOfKeys: () => new Map(people.map((person) => [personKey(person) ?? "", person.id])),
});

/** What a last file held that had this package's records and others, or fewer. */
const toRecords = (example: Example, current: PackageRecords): PackageRecords => {
  const counts = example.previousCounts ?? {};
  const ids = Object.fromEntries(
    (["schools", "students", "teachers", "sections"] as const).map((type) => {
      const own = [...(current.ids[type] ?? [])];
      const count = counts[type] ?? own.length;
      const others = Array.from({ length: Math.max(0, count - own.length) }, (_, i) => `${type}-${i}`);
      return [type, new Set([...own.slice(0, count), ...others])];
    }),
  );
  const students = example.previousStudentsPerSchool;
  return {
    ...current,
    ids,
    enrollments: counts.enrollments ?? current.enrollments,
    bySchool: {
      ...current.bySchool,
      ...(students && { students: new Map(Object.entries(students)) }),
    },
  };
};

const previousOf = (example: Example, current: PackageRecords): PreviousPeople | undefined => {
  const hasRecords = example.previousCounts !== undefined || example.previousStudentsPerSchool !== undefined;
  if (example.previous === undefined && !hasRecords) return undefined;
  return {
    ...toPrevious(example.previous ?? []),
    ...(hasRecords && { records: toRecords(example, current) }),
  };
};

const formatOf = (id: string, more: NonNullable<Example["fields"]>): Format => {
  const format = id === "unknown" ? unknownFormat : findFormat(id);
  if (format === undefined) throw new Error(`no format is called ${id}`);
  const files = format.files.map((spec) => {
    const changed = more[spec.fileName];
    if (changed === undefined) return spec;
    return { ...spec, fields: spec.fields.map((field) => ({ ...field, ...changed[field.name] })) };
  });
  return { ...format, files };
};

/** The context of a check of the sample package with an example's differences. */
export const contextOf = (example: Example = {}): CheckContext => {
  const format = formatOf(example.format ?? "oneroster-1.1", example.fields ?? {});
  const sample = samples[format.id];
  if (sample === undefined) throw new Error(`test/samples/index.ts has no sample of ${format.id}`);
  const names = new Set([
    ...Object.keys(sample.files),
    ...Object.keys(example.rows ?? {}),
    ...Object.keys(example.whole ?? {}),
  ]);
  const tables: Table[] = [];
  for (const name of names) {
    if (example.without?.includes(name)) continue;
    const whole = example.whole?.[name];
    if (whole !== undefined) {
      tables.push(
        tableFromRows(
          name,
          [...(whole[0] ?? [])],
          whole.slice(1).map((row) => [...row]),
          example.facts?.[name],
        ),
      );
      continue;
    }
    const rows = merge(sample.files[name] ?? [], example.rows?.[name] ?? [], sample.keys[name] ?? []);
    const spec = format.files.find(({ fileName }) => fileName === name);
    const known = spec?.fields.map((field) => field.name) ?? [];
    const more = new Set(rows.flatMap((row) => Object.keys(row)).filter((column) => !known.includes(column)));
    const header = [...known, ...more];
    tables.push(
      tableFromRows(
        name,
        header,
        rows.map((row) => header.map((column) => row[column] ?? "")),
        example.facts?.[name],
      ),
    );
  }
  const roles = format.files.map(({ role, fileName }) => ({
    role,
    file: example.facts?.[fileName]?.name ?? fileName,
  }));
  const files = makeRoleTables(format, roles, tables);
  return {
    format,
    system: example.system,
    files,
    fileNames: tables.map(({ file }) => file.name),
    others: withoutRole(tables, files),
    problems: example.problems ?? [],
    manifest: readManifest(files.get("manifest")),
    mode: example.mode,
    date: "2026-11-22",
    settings: { idLengths: {}, metadataColumns: {}, ...sample.settings, ...example.settings },
    previous: previousOf(example, recordsOfFiles(format.id, files)),
  };
};
