import type { FileSpec } from "./format.ts";

/** How a header's columns map to a format's fields. */
export type ColumnMatch = {
  /** Field name to column index. */
  fieldColumn: ReadonlyMap<string, number>;
  /** Headers matched otherwise than letter for letter. */
  inexact: readonly { field: string; header: string; by: "spelling" | "alias" | "mapping" }[];
  /** Columns that match no field; blank headers are left to the reader's own report. */
  unknown: readonly { header: string; index: number }[];
};

/** Letters and digits in lower case: what is left of a header without case, blanks and punctuation. */
export const foldHeader = (header: string): string => {
  const known = foldedHeaders.get(header);
  if (known !== undefined) return known;
  const folded = ascii.test(header)
    ? header.toLowerCase().replace(/[^0-9a-z]/g, "")
    : header
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
  // The catalogue has a thousand names; more come from files, which may be anything.
  if (foldedHeaders.size < 4096) foldedHeaders.set(header, folded);
  return folded;
};

const foldedHeaders = new Map<string, string>();
const ascii = /^[ -~]*$/;

type Names = {
  /** Headers that are a field's own, letter for letter. */
  names: ReadonlyMap<string, string>;
  folded: ReadonlyMap<string, string>;
  aliases: ReadonlyMap<string, string>;
};

const memo = new WeakMap<FileSpec, Names>();

/** A file's fields by name, by folded name and by folded alias; a spec never changes. */
const namesOf = (spec: FileSpec): Names => {
  const known = memo.get(spec);
  if (known !== undefined) return known;
  const made: Names = {
    names: new Map(
      spec.fields.flatMap(({ name, sameAs = [] }) => [name, ...sameAs].map((one) => [one, name])),
    ),
    folded: new Map(
      spec.fields.flatMap(({ name, sameAs = [] }) => [name, ...sameAs].map((one) => [foldHeader(one), name])),
    ),
    aliases: new Map(
      spec.fields.flatMap((field) => (field.aliases ?? []).map((alias) => [foldHeader(alias), field.name])),
    ),
  };
  memo.set(spec, made);
  return made;
};

/** Levenshtein distance, given up beyond `limit`. */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
};

/** The name nearest to a header, within a third of its letters, of the fields that the file lacks. */
export const findNearest = (
  header: string,
  spec: FileSpec,
  fieldColumn: ReadonlyMap<string, number>,
): string | undefined => {
  const folded = foldHeader(header);
  let best: string | undefined;
  let bestDistance = Math.floor(folded.length / 3) + 1;
  for (const { name } of spec.fields) {
    if (fieldColumn.has(name)) continue;
    const found = distance(folded, foldHeader(name), bestDistance);
    if (found < bestDistance) [best, bestDistance] = [name, found];
  }
  return best;
};

/**
 * Maps columns to fields: letter for letter, then through the LEA's own mapping (their header to ours), then without
 * case and punctuation, then by alias. The first column that fits a field has it.
 */
export const matchColumns = (
  header: readonly string[],
  spec: FileSpec,
  columns: Readonly<Record<string, string>> = {},
): ColumnMatch => {
  const fieldColumn = new Map<string, number>();
  const taken = new Set<number>();
  const inexact: ColumnMatch["inexact"][number][] = [];

  const take = (
    by: "exact" | "spelling" | "alias" | "mapping",
    key: (header: string, folded: string) => string | undefined,
  ) =>
    header.forEach((name, index) => {
      const field = taken.has(index) ? undefined : key(name, keys[index] ?? "");
      if (field === undefined || fieldColumn.has(field)) return;
      fieldColumn.set(field, index);
      taken.add(index);
      if (by !== "exact") inexact.push({ field, header: name, by });
    });

  const { names, folded, aliases } = namesOf(spec);
  const keys = header.map(foldHeader);
  const mapped = new Map(
    Object.entries(columns).flatMap(([theirs, ours]) => {
      const field = names.get(ours) ?? folded.get(foldHeader(ours));
      return field === undefined ? [] : [[foldHeader(theirs), field] as const];
    }),
  );
  if (mapped.size > 0) take("mapping", (_name, key) => mapped.get(key));
  take("exact", (name) => names.get(name));
  take("spelling", (_name, key) => folded.get(key));
  take("alias", (_name, key) => aliases.get(key));

  const unknown = header.flatMap((name, index) => {
    if (
      taken.has(index) ||
      keys[index] === "" ||
      (spec.extensible && name.startsWith(spec.extraPrefix ?? "metadata."))
    )
      return [];
    return [{ header: name, index }];
  });
  return { fieldColumn, inexact, unknown };
};
