import type { HeaderNames } from "./column-mapping.ts";
import type { FileSpec } from "./format.ts";
import { knownHeaders } from "./known-headers.ts";
import { findNearest, foldHeader, matchColumns } from "./match-columns.ts";

export type SeenFile = {
  name: string;
  header: readonly string[];
  rows: number;
  /** The file has no header: these names were given to its columns by what they hold. */
  headerless?: boolean;
};

/** A file with its folded name and headers: they are compared with every file of every format. */
export type FoldedFile = {
  file: SeenFile;
  stem: string;
  keys: readonly string[];
  /** Headers that no format has: only these can be misspelt. */
  strange: ReadonlySet<string>;
};

/** "exact" is the name the format wants, "within" holds it: "export_users_2026-11-20.csv". */
export type Named = "exact" | "within" | "no";

export type Fit = {
  file: SeenFile;
  spec: FileSpec;
  /** 0 to 1. */
  score: number;
  named: Named;
  /** Unknown headers that look like a column the file lacks. */
  misspelt: readonly { header: string; field: string }[];
};

/** A name as it is compared: without folder, ending, a browser's "(1)", case, punctuation and a plural's s. */
const stemOf = (path: string): string =>
  foldHeader(
    (path.split(/[/\\]/).at(-1) ?? "").replace(/\.[a-z0-9]+$/i, "").replace(/ ?\(\d+\)$/, ""),
  ).replace(/s$/, "");

export const foldFile = (file: SeenFile): FoldedFile => {
  const keys = file.header.map(foldHeader);
  const known = knownHeaders();
  const strange = new Set(file.header.filter((_, at) => keys[at] !== "" && !known.has(keys[at] as string)));
  return { file, stem: stemOf(file.name), keys, strange };
};

type Wanted = { index: number; required: boolean; alias: boolean };
type Names = {
  byKey: ReadonlyMap<string, Wanted>;
  stems: readonly string[];
  required: number;
  optional: number;
};

const memo = new WeakMap<FileSpec, Names>();

const namesOf = (spec: FileSpec): Names => {
  const known = memo.get(spec);
  if (known !== undefined) return known;
  const byKey = new Map<string, Wanted>();
  for (const alias of [false, true]) {
    for (const [index, field] of spec.fields.entries()) {
      const required = field.required === "yes";
      for (const name of alias ? (field.aliases ?? []) : [field.name, ...(field.sameAs ?? [])]) {
        const key = foldHeader(name);
        // Where the column's name is ours, nobody's own name for it is the weaker one.
        if (!byKey.has(key)) byKey.set(key, { index, required, alias: alias && field.certain });
      }
    }
  }
  const required = spec.fields.filter((field) => field.required === "yes").length;
  const made: Names = {
    byKey,
    stems: [...new Set([stemOf(spec.role), stemOf(spec.fileName)])],
    required,
    optional: spec.fields.length - required,
  };
  memo.set(spec, made);
  return made;
};

/** How many letters of a file's name are the spec's: the longest wins, "StudentEnrollment" over "Student". */
export const nameFit = ({ stem }: FoldedFile, spec: FileSpec): { named: Named; letters: number } => {
  let letters = 0;
  for (const one of namesOf(spec).stems) {
    if (one === stem) return { named: "exact", letters: one.length };
    if (one.length > letters && one.length >= 3 && stem.includes(one)) letters = one.length;
  }
  return { named: letters > 0 ? "within" : "no", letters };
};

/** Required columns are most of it; the others the rest; headers that the file ought not to have count against it. */
const scoreOf = (
  names: Names,
  required: number,
  optional: number,
  strange: number,
  width: number,
): number => {
  const whole = names.required === 0 ? 0 : required / names.required;
  const rest = names.optional === 0 ? whole : optional / names.optional;
  const found = names.required === 0 ? rest : whole * 0.85 + rest * 0.15;
  return found * (1 - strange / Math.max(1, width) / 2);
};

const folded = new WeakMap<HeaderNames, ReadonlyMap<string, string>>();

const foldNames = (columns: HeaderNames): ReadonlyMap<string, string> => {
  const known = folded.get(columns);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(columns).map(([theirs, ours]) => [foldHeader(theirs), foldHeader(ours)]),
  );
  folded.set(columns, made);
  return made;
};

/** How well a header fits a file of a format, without yet asking which headers are misspelt. */
export const fitOf = (
  seen: Pick<FoldedFile, "file" | "keys">,
  spec: FileSpec,
  columns: HeaderNames,
  named: Named,
): Fit => {
  const names = namesOf(spec);
  const mapped = foldNames(columns);
  const used = new Uint8Array(spec.fields.length);
  let required = 0;
  let optional = 0;
  let strange = 0;
  // A thousand times for a package of ten files, most of them in vain: nothing is made in here.
  for (let at = 0; at < seen.keys.length; at++) {
    const key = seen.keys[at] as string;
    if (key === "") continue;
    const theirs = mapped.size === 0 ? undefined : mapped.get(key);
    const wanted = (theirs === undefined ? undefined : names.byKey.get(theirs)) ?? names.byKey.get(key);
    if (wanted === undefined || used[wanted.index] === 1) {
      if (!isExtra(spec, seen.file.header[at] ?? "")) strange++;
      continue;
    }
    used[wanted.index] = 1;
    const weight = wanted.alias ? 0.5 : 1;
    if (wanted.required) required += weight;
    else optional += weight;
  }
  const sum = required + optional === 0 ? 0 : scoreOf(names, required, optional, strange, seen.keys.length);
  // Columns that were only taken for these by what they hold are less sure.
  const score = seen.file.headerless === true ? sum * 0.8 : sum;
  return { file: seen.file, spec, score, named, misspelt: [] };
};

const isExtra = ({ extensible, extraPrefix = "metadata." }: FileSpec, header: string): boolean =>
  extensible && header.startsWith(extraPrefix);

/** A file with more unknown headers is another file, not a misspelt one. */
const mostMisspelt = 24;

/** The same fit with unknown headers taken for the columns they resemble: dear, so only for files that nearly fit. */
export const fitMisspelt = (fit: Fit, seen: FoldedFile, columns: HeaderNames): Fit => {
  const { spec, file } = fit;
  const match = matchColumns(file.header, spec, columns);
  const { fieldColumn } = match;
  const unknown = match.unknown.filter(({ header }) => seen.strange.has(header));
  if (unknown.length === 0 || unknown.length > mostMisspelt || fieldColumn.size === spec.fields.length)
    return fit;
  const found = new Map(fieldColumn);
  const misspelt: { header: string; field: string }[] = [];
  for (const { header, index } of unknown) {
    const field = findNearest(header, spec, found);
    if (field === undefined) continue;
    found.set(field, index);
    misspelt.push({ header, field });
  }
  if (misspelt.length === 0) return fit;
  const corrected = new Map(misspelt.map(({ header, field }) => [header, field]));
  const header = file.header.map((name) => corrected.get(name) ?? name);
  const better = fitOf({ file, keys: header.map(foldHeader) }, spec, columns, fit.named).score;
  // A correction is worth three quarters of the right word.
  return { ...fit, misspelt, score: fit.score + (better - fit.score) * 0.75 };
};
