import type { BenchFile } from "./columns.ts";
import type { Row } from "./obvious-read.ts";

/** What the peer remembers of a package while it reads it: keys of every file, and what rules over several files ask. */

export type Sample = { file: string; line: number; column: string; value: string };
export type Dates = { start: string; end: string };
export type Section = { homeroom: boolean; school: string; dates: Dates | undefined; place: Sample };

export type Context = {
  /** Exact counts by kind, and the first thousand places of each, as Rosterguard keeps them. */
  counts: Record<string, number>;
  samples: Record<string, Sample[]>;
  rows: number;
  keys: Map<BenchFile, Set<string>>;
  sessions: Map<string, Dates>;
  orgTypes: Map<string, string>;
  sections: Map<string, Section>;
  userRoles: Map<string, string>;
  students: Map<string, Sample>;
  homeroomOf: Map<string, string>;
  inTwoHomerooms: Set<string>;
  taught: Set<string>;
  primaryTeacherOf: Map<string, string>;
  withTwoPrimaries: Set<string>;
  /** References of a file to itself, or backwards: looked up when all was read. */
  later: { kind: string; target: BenchFile; id: string; sample: Sample }[];
};

export const newContext = (): Context => ({
  counts: {},
  samples: {},
  rows: 0,
  keys: new Map(),
  sessions: new Map(),
  orgTypes: new Map(),
  sections: new Map(),
  userRoles: new Map(),
  students: new Map(),
  homeroomOf: new Map(),
  inTwoHomerooms: new Set(),
  taught: new Set(),
  primaryTeacherOf: new Map(),
  withTwoPrimaries: new Set(),
  later: [],
});

export const report = (context: Context, kind: string, sample: Sample): void => {
  context.counts[kind] = (context.counts[kind] ?? 0) + 1;
  context.samples[kind] ??= [];
  if (context.samples[kind].length < 1000) context.samples[kind].push(sample);
};

/** A row being looked at; `bad` are its columns that zod refused. */
export type Seen = { row: Row; line: number; bad: ReadonlySet<string> | undefined };

export const placeOf = (file: BenchFile, { row, line }: Seen, column: string): Sample => ({
  file: `${file}.csv`,
  line,
  column,
  value: row[column] ?? "",
});

/** Reports the ids of a cell, one or a list, that are no key of the target file, which was read before. */
export const refer = (
  context: Context,
  file: BenchFile,
  seen: Seen,
  column: string,
  target: BenchFile,
): void => {
  const value = seen.row[column] ?? "";
  if (value === "") return;
  const keys = context.keys.get(target);
  const dangling = value.includes(",") ? value.split(",").some((id) => !keys?.has(id)) : !keys?.has(value);
  if (dangling) report(context, `dangling ${file}.${column}`, placeOf(file, seen, column));
};

/** Keeps the ids of a cell for when its own file was read to the end. */
export const referLater = (context: Context, file: BenchFile, seen: Seen, column: string): void => {
  const value = seen.row[column] ?? "";
  if (value === "") return;
  for (const id of value.split(",")) {
    const sample = placeOf(file, seen, column);
    context.later.push({ kind: `dangling ${file}.${column}`, target: file, id, sample });
  }
};
