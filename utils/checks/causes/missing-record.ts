import { itemsOf } from "../references.ts";
import { bulk, type Cause, type Explained, eachBulk } from "./cause.ts";
import { byTarget, type DanglingOpen, danglingOf } from "./dangling.ts";

/** More absent records than this are no single record's absence: then a whole file is of another time or selection. */
const few = 5;
/** So much of what points nowhere must hang on them. */
const most = 0.8;

/** Rows by absent item, over every column that refers to one file. */
const rowsByItem = (dangling: readonly DanglingOpen[]): Map<string, number> => {
  const rows = new Map<string, number>();
  for (const { cells, list, targetColumn } of dangling) {
    for (const code of cells.codes) {
      for (const item of itemsOf(cells.column.valueOf(code), list)) {
        if (targetColumn.codeOf(item) >= 0) continue;
        rows.set(item, (rows.get(item) ?? 0) + (cells.column.counts[code] as number));
      }
    }
  }
  return rows;
};

/** No fewer rows than the heaviest few items of a column can have; a list may hide one item in many cells. */
const boundOf = ({ cells: { column, codes }, list, open }: DanglingOpen): number => {
  if (list) return open.raised.count;
  const top: number[] = new Array(few).fill(0);
  for (const code of codes) {
    const count = column.counts[code] as number;
    if (count <= (top[few - 1] as number)) continue;
    top[few - 1] = count;
    top.sort((a, b) => b - a);
  }
  return top.reduce((sum, count) => sum + count, 0);
};

/** Everything that points nowhere hangs on one school, term or other record, or a few, that are not in their file. */
export const cause: Cause = {
  id: "missing-record",
  *explain(context, open) {
    for (const [role, dangling] of byTarget(danglingOf(context, eachBulk(open)))) {
      const of = dangling.reduce((sum, { open: one }) => sum + one.raised.count, 0);
      const bound = dangling.reduce((sum, one) => sum + boundOf(one), 0);
      if (bound < of * most) continue;
      const rows = [...rowsByItem(dangling)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const heavy = rows.slice(0, few).filter(([, count]) => count >= bulk);
      const absent = new Set(heavy.map(([item]) => item));
      const explained: Explained[] = dangling.map(({ open: of, cells, list, targetColumn }) => ({
        open: of,
        codes: cells.codes.filter((code) =>
          itemsOf(cells.column.valueOf(code), list).every(
            (item) => absent.has(item) || targetColumn.codeOf(item) >= 0,
          ),
        ),
      }));
      const hangs = explained.reduce(
        (sum, { codes = [] }, at) =>
          sum + codes.reduce((rowsSum, code) => rowsSum + (dangling[at]?.cells.column.counts[code] ?? 0), 0),
        0,
      );
      const [first] = dangling;
      if (first === undefined || hangs < of * most || hangs < bulk) continue;
      yield {
        args: {
          role,
          file: first.target.table.file.name,
          ids: heavy.map(([item]) => item).join(", "),
          absent: heavy.length,
          rows: hangs,
          of,
          there: first.target.table.rows,
        },
        repairable: false,
        explained: explained.filter(({ codes = [] }) => codes.length > 0),
      };
    }
  },
};
