import type { Place } from "../../findings/finding.ts";
import type { Field } from "../../formats/format.ts";
import type { Column } from "../../table/table.ts";
import type { Cells } from "../columns.ts";
import type { CheckContext, Raised, RoleTable } from "../rule.ts";

/** A finding, or what is left of one, that no cause has explained yet. */
export type Open = {
  rule: string;
  raised: Raised;
  /** Its cells, when it is made of all rows with certain values of a column: only then can a part of it be explained. */
  cells: Cells | undefined;
};

/** A part of a finding: the rows with these ascending codes, or all of it. */
export type Explained = { open: Open; codes?: readonly number[] };

/** A cause that was proved: what it explains, and the numbers that prove it. */
export type FoundCause = {
  args: Record<string, string | number>;
  repairable: boolean;
  explained: readonly Explained[];
  /** Places that show it, when they are not those of what it explains. */
  places?: Iterable<Place>;
};

/** One kind of root cause. Its id is its file's name and its page's; what it explains is never explained again. */
export type Cause = {
  id: string;
  /** Whether the findings of a rule are of interest to it; others are not looked at. */
  explain: (context: CheckContext, open: readonly Open[]) => Iterable<FoundCause>;
};

/** Fewer rows than this are quicker read than explained; in a large file, one in a thousand of its rows. */
export const bulk = 10;
const share = 1000;
/** So many are always explained. */
const surely = 1000;

const isBulk = (count: number, rows: number): boolean =>
  count >= Math.max(bulk, Math.min(surely, Math.floor(rows / share)));

/** The findings in bulk, with their cells. */
export function* eachBulk(open: readonly Open[]): Generator<Open & { cells: Cells }> {
  for (const one of open) {
    const { cells } = one;
    if (cells !== undefined && isBulk(one.raised.count, cells.file.table.rows))
      yield Object.assign(one, { cells });
  }
}

const fields = new WeakMap<RoleTable, ReadonlyMap<Column, Field>>();

/** The format's field that a column holds. */
export const fieldOf = (file: RoleTable, column: Column): Field | undefined => {
  let known = fields.get(file);
  if (known === undefined) {
    known = new Map(
      file.spec.fields.flatMap((field) => {
        const held = file.table.columns[file.fieldColumn.get(field.name) ?? -1];
        return held === undefined ? [] : [[held, field] as const];
      }),
    );
    fields.set(file, known);
  }
  return known.get(column);
};
