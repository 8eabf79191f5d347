import { accepterOf } from "./accept.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { foldFile, nameFit } from "./detect-fit.ts";
import type { Field, FileSpec, Format, ValueType } from "./format.ts";
import { formats } from "./index.ts";
import { knownHeaders, theirHeaders } from "./known-headers.ts";
import { foldHeader } from "./match-columns.ts";
import { cellSchema } from "./values.ts";

/**
 * Where a file's header stands, by what headers and values of the catalogue look like: on the row given, or nowhere. Then
 * `header` holds the names its columns appear to have, or numbers, and `like` the file whose columns they are.
 */
export type HeaderPlace = { row: number } | { row: -1; header: readonly string[]; like: string };

/** Types whose values are told from a header's words; anything might be a string. */
const telling: ReadonlySet<ValueType> = new Set<ValueType>([
  "date",
  "datetime",
  "year",
  "boolean",
  "float",
  "integer",
  "email",
  "userId",
  "enum",
  "guid",
  "phone",
]);

/** How many of a row's filled cells are headers that some format, or the LEA, knows. */
const countKnown = (row: readonly string[], theirs: ReadonlySet<string>) => {
  const keys = row.map(foldHeader).filter((key) => key !== "");
  const known = knownHeaders();
  return { filled: keys.length, known: keys.filter((key) => known.has(key) || theirs.has(key)).length };
};

/** Looks like a value rather than the name of a column: a number, a date, an address, or `{type:id}`. */
const isValue = (cell: string): boolean =>
  /^(?:[-+]?[\d.,]+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|[^\s@]+@[^\s@]+\.[^\s@]+|\{[^{}]+:[^{}]+\})$/.test(
    cell.trim(),
  );

const fits = (field: Field, cell: string): boolean => {
  if (cell.trim() === "") return field.required !== "yes";
  const bytes = encode(cell);
  return accepterOf(field)(bytes, 0, bytes.length) || cellSchema(field).safeParse(cell).success;
};

/** UTF-8 by hand: the pure rooms have no TextEncoder. Other letters make the byte checks pass the value on. */
const encode = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => Math.min(letter.codePointAt(0) ?? 0, 255));

/** Whether the rows may be those of a file, its columns in the format's own order; and how many columns tell. */
const countTelling = (spec: FileSpec, rows: readonly (readonly string[])[]): number => {
  const width = spec.fields.length;
  if (rows.some((row) => row.length !== width)) return 0;
  if (!spec.fields.every((field, at) => rows.every((row) => fits(field, row[at] ?? "")))) return 0;
  return spec.fields.filter(
    (field, at) => telling.has(field.type) && rows.some((row) => (row[at] ?? "").trim() !== ""),
  ).length;
};

type Candidate = { format: Format; spec: FileSpec; named: boolean; telling: number };

/** The files of the catalogue whose columns the rows may hold, those of the file's name first. */
const findCandidates = (name: string, rows: readonly (readonly string[])[]): Candidate[] => {
  const seen = foldFile({ name, header: [], rows: 0 });
  // CLI Engage's files have OneRoster's columns.
  return formats
    .filter(({ id }) => id !== "cli-engage")
    .flatMap((format) =>
      format.files.map((spec) => ({
        format,
        spec,
        named: nameFit(seen, spec).named !== "no",
        telling: countTelling(spec, rows),
      })),
    )
    .filter(({ named, telling: count }) => count >= (named ? 1 : 3))
    .sort((a, b) => Number(b.named) - Number(a.named) || b.telling - a.telling);
};

/** Types of which every value is in a list: a word in such a column that is on its list is no header. */
const closed: ReadonlySet<ValueType> = new Set<ValueType>(["boolean", "enum"]);
const yesOrNo: ReadonlySet<string> = new Set(["true", "false", "y", "n", "yes", "no"]);

/** Whether a first row of words only is the named file's data all the same: words of its own lists, and none of its headers. */
const isItsData = ({ spec, named }: Candidate, head: readonly string[]): boolean => {
  const names = new Set(spec.fields.map(({ name }) => foldHeader(name)));
  if (!named || head.some((cell) => names.has(foldHeader(cell)))) return false;
  return spec.fields.some(({ type, values }, at) => {
    const word = (head[at] ?? "").trim().toLowerCase();
    const listed = values?.some((value) => value.toLowerCase() === word) ?? yesOrNo.has(word);
    return word !== "" && closed.has(type) && listed;
  });
};

/**
 * Whether several words of a row stand again below, each in its own column: no column bears the name of a value it holds.
 * A header that a report repeats on every page stands there again whole.
 */
const recursBelow = (head: readonly string[], below: readonly (readonly string[])[]): boolean => {
  if (below.length < 2 || below.some((row) => row.join("\u0000") === head.join("\u0000"))) return false;
  const filled = head.filter((cell) => cell.trim() !== "").length;
  const again = head.filter((cell, at) => cell.trim() !== "" && below.some((row) => row[at] === cell)).length;
  return again >= 2 && again * 3 >= filled;
};

/** The names of one candidate, unless another with other names is as likely. */
const settle = (candidates: readonly Candidate[]): Candidate | undefined => {
  const [best] = candidates;
  const namesOf = ({ spec }: Candidate) => spec.fields.map(({ name }) => name).join();
  const equal = candidates.filter(
    (one) => best !== undefined && one.named === best.named && one.telling === best.telling,
  );
  return equal.every((one) => best !== undefined && namesOf(one) === namesOf(best)) ? best : undefined;
};

/**
 * Finds the header among a file's first rows. Without a sign to the contrary it is the first row: lines above a known
 * header are a title, and a row of values where nobody knows a single header is no header.
 */
export const placeHeader = (
  rows: readonly (readonly string[])[],
  fileName: string,
  columns?: ColumnMapping,
): HeaderPlace => {
  const theirs = theirHeaders(columns);
  const first = countKnown(rows[0] ?? [], theirs);
  const sure = first.known * 2 >= Math.max(1, first.filled);
  // A row of few cells may be a title or the names of groups, even of a word that is a header elsewhere.
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length === 0 || (sure && first.filled * 2 >= width)) return { row: 0 };
  let best = { row: 0, known: sure ? Math.max(3, first.known * 3 - 1) : Math.max(1, first.known) };
  for (const [row, cells] of rows.entries()) {
    const { known, filled } = countKnown(cells, theirs);
    if (row > 0 && known * 2 >= filled && known > best.known) best = { row, known };
  }
  if (sure || best.row > 0) return { row: best.row };
  const head = rows[0] ?? [];
  const values = head.filter(isValue).length;
  // Values are words too: a school's type is "school".
  if (values > 0 && first.known * 4 > first.filled) return { row: 0 };
  const candidates = findCandidates(fileName, rows);
  const like = settle(values > 0 ? candidates : candidates.filter((one) => isItsData(one, head)));
  if (like !== undefined) {
    const title = `${like.spec.fileName} of ${like.format.title}`;
    return { row: -1, header: like.spec.fields.map(({ name }) => name), like: title };
  }
  // One number may be the name of a year's column; two values and every row alike is data.
  const alike = rows.length >= 2 && values >= 2 && rows.every((row) => row.filter(isValue).length >= 2);
  if (first.known > 0 || (!alike && !recursBelow(head, rows.slice(1)))) return { row: 0 };
  return { row: -1, header: head.map((_, index) => `Column ${index + 1}`), like: "" };
};
