import type { Column } from "../../table/table.ts";
import { countRows } from "../columns.ts";
import type { CheckContext, RoleTable } from "../rule.ts";
import { bulk, type Cause, eachBulk } from "./cause.ts";
import { byTarget, type DanglingOpen, danglingOf } from "./dangling.ts";

/** What a file that ends too early shows of itself. The first two are certain; the others must be borne out. */
type Sign = "reader" | "sheet-limit" | "last-row" | "round-size";

/** Rows, header included, that a spreadsheet can hold: the rest is dropped when it saves. */
const sheetLimits: readonly number[] = [65_536, 1_048_576];
/** Buffers are written in blocks of this many bytes. */
const block = 4096;
const cutting: ReadonlySet<string> = new Set(["truncated-zip", "unclosed-quote", "file-changed"]);

const signOf = ({ problems }: CheckContext, { table }: RoleTable): Sign | undefined => {
  const ours = problems.filter(({ file }) => file === table.file.name);
  if (ours.some(({ kind }) => cutting.has(kind))) return "reader";
  if (sheetLimits.includes(table.rows + 1)) return "sheet-limit";
  const last = table.rows > 0 ? table.lineOf(table.rows - 1) : 0;
  const isShort = ours.some(
    ({ kind, places }) => kind === "ragged-rows" && places.some(({ line }) => line === last),
  );
  if (isShort) return "last-row";
  return table.file.bytes > 0 && table.file.bytes % block === 0 ? "round-size" : undefined;
};

const digits = /^\d+$/;

const isBefore = (a: string, b: string): boolean =>
  digits.test(a) && digits.test(b) && a.length !== b.length ? a.length < b.length : a < b;

/** So many must follow the order for it to be one, and so many of the absent come behind its end. */
const most = 0.95;

/** The last key of a file that lists its keys in ascending order. */
const lastOfSorted = (keys: Column): string | undefined => {
  let ascending = 0;
  let last = "";
  for (let code = 0; code < keys.size; code++) {
    const key = keys.valueOf(code);
    if (code === 0 || isBefore(last, key)) ascending++;
    last = key;
  }
  return keys.size >= bulk && ascending >= keys.size * most ? last : undefined;
};

/** Rows whose absent reference comes behind the last key in the order of ids. */
const behindLastKey = ({ cells, targetColumn }: DanglingOpen): number => {
  const last = lastOfSorted(targetColumn);
  if (last === undefined) return 0;
  const { column, codes } = cells;
  return countRows(
    column,
    codes.filter((code) => isBefore(last, column.valueOf(code))),
  );
};

/** Rows whose absent reference comes behind a point after which nothing is found, where both files have one order. */
const behindLastFound = ({ cells: { column, codes } }: DanglingOpen): number => {
  const cut = codes[Math.floor(codes.length * (1 - most))] ?? 0;
  const absent = codes.filter((code) => code >= cut);
  const isAllAbsent = absent.length >= (column.size - cut) * most;
  const foundBefore = cut - (codes.length - absent.length);
  return isAllAbsent && foundBefore >= bulk ? countRows(column, absent) : 0;
};

/**
 * A file ends too early, and what refers to the rest of it points nowhere. Order is part of this proof, and only of this
 * one: a file is cut at a place.
 */
export const cause: Cause = {
  id: "file-truncated",
  *explain(context, open) {
    for (const dangling of byTarget(danglingOf(context, eachBulk(open))).values()) {
      const [first] = dangling;
      const sign = first && signOf(context, first.target);
      if (first === undefined || sign === undefined) continue;
      const of = dangling.reduce((sum, one) => sum + one.open.raised.count, 0);
      const behind = dangling.reduce(
        (sum, one) => sum + Math.max(behindLastKey(one), behindLastFound(one)),
        0,
      );
      const isCertain = sign === "reader" || sign === "sheet-limit";
      if (!isCertain && behind < of * most) continue;
      const { table } = first.target;
      yield {
        args: {
          file: table.file.name,
          sign,
          behind,
          of,
          rows: table.rows,
          bytes: table.file.bytes,
          line: table.rows > 0 ? table.lineOf(table.rows - 1) : 1,
        },
        repairable: false,
        explained: dangling.map((one) => ({ open: one.open })),
      };
    }
  },
};
