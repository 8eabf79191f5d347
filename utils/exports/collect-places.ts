import type { Finding, Place } from "../findings/finding.ts";

/** Where in one file what was found, packed: `lines[i]`, `findings[i]` and `columns[i]` belong together. */
export type FilePlaces = {
  readonly size: number;
  /** 1-based line, 0 for the file as a whole. */
  readonly lines: Uint32Array;
  /** Position in `findings` of the collection. */
  readonly findings: Uint32Array;
  /** Position in `columns` of the collection. */
  readonly columns: Uint32Array;
};

export type Places = {
  readonly findings: readonly Finding[];
  readonly columns: readonly string[];
  readonly files: ReadonlyMap<string, FilePlaces>;
  /** By finding: how many places were counted and could not be named. */
  readonly unnamed: readonly number[];
};

type Growing = { -readonly [K in keyof FilePlaces]: FilePlaces[K] };

const grow = (array: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
};

/**
 * Keeps every place of every finding in 12 bytes each, for exports that name all of them. `add` is what a check's
 * `onFinding` calls; values are not kept, since the rows have them.
 */
export const collectPlaces = (): {
  places: Places;
  add: (finding: Finding, all: Iterable<Place>) => void;
} => {
  const findings: Finding[] = [];
  const columns: string[] = [""];
  const unnamed: number[] = [];
  const files = new Map<string, Growing>();
  const columnCodes = new Map<string, number>([["", 0]]);

  const fileOf = (name: string): Growing => {
    const known = files.get(name);
    if (known !== undefined) return known;
    const empty = () => new Uint32Array(16);
    const made: Growing = { size: 0, lines: empty(), findings: empty(), columns: empty() };
    files.set(name, made);
    return made;
  };
  const codeOf = (column: string): number => {
    const known = columnCodes.get(column);
    if (known !== undefined) return known;
    columnCodes.set(column, columns.length);
    return columns.push(column) - 1;
  };

  const add = (finding: Finding, all: Iterable<Place>): void => {
    const number = findings.push(finding) - 1;
    let named = 0;
    for (const { file, line = 0, column = "" } of all) {
      const into = fileOf(file);
      const at = into.size++;
      if (at === into.lines.length) {
        into.lines = grow(into.lines);
        into.findings = grow(into.findings);
        into.columns = grow(into.columns);
      }
      into.lines[at] = line;
      into.findings[at] = number;
      into.columns[at] = codeOf(column);
      named++;
    }
    unnamed.push(Math.max(0, finding.count - named));
  };
  return { places: { findings, columns, files, unnamed }, add };
};

/** Positions of a file's places in the order of their lines; linear in places and lines. */
export const orderByLine = ({ size, lines }: FilePlaces): Uint32Array => {
  let last = 0;
  for (let at = 0; at < size; at++) last = Math.max(last, lines[at] as number);
  const starts = new Uint32Array(last + 2);
  for (let at = 0; at < size; at++) {
    const next = (lines[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let line = 1; line < starts.length; line++) {
    starts[line] = (starts[line] as number) + (starts[line - 1] as number);
  }
  const order = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const line = lines[at] as number;
    order[starts[line] as number] = at;
    starts[line] = (starts[line] as number) + 1;
  }
  return order;
};
