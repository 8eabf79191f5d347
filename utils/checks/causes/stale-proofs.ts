import type { Column } from "../../table/table.ts";
import { blankCodes, columnOf, countRows, eachFieldColumn } from "../columns.ts";
import { findDangling, joinCodes } from "../references.ts";
import type { CheckContext, RoleTable } from "../rule.ts";
import { bulk, fieldOf } from "./cause.ts";
import type { DanglingOpen } from "./dangling.ts";

/** Proofs that two files are not of one time or one selection. Each gives its numbers, or nothing. */

export type StaleProof = { stale: RoleTable; args: Record<string, string | number> };

const flagsOf = ({ column, codes }: { column: Column; codes: readonly number[] }): Uint8Array => {
  const flags = new Uint8Array(column.size);
  for (const code of codes) flags[code] = 1;
  return flags;
};

/** The share, in percent with one digit: what a sentence says. */
const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;

const filled = (column: Column, rows: number): number => rows - countRows(column, blankCodes(column));

/** Groups beyond which a column is no grouping but an id. */
const mostGroups = 2000;
const clear = 0.95;

/** References of some schools, terms or kinds all point nowhere and those of the others none: a filter did it. */
export const proveByGroups = (_context: CheckContext, one: DanglingOpen): StaleProof | undefined => {
  const { file, column } = one.cells;
  const { rows } = file.table;
  // Too few are found for any group to be whole.
  if (rows - one.open.raised.count < bulk * clear) return undefined;
  const flags = flagsOf(one.cells);
  const { codes } = column;
  let best: StaleProof | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const group of file.table.columns) {
    const field = fieldOf(file, group);
    const groups = field?.references !== undefined || field?.type === "enum" || field?.type === "year";
    if (group === column || !groups || group.size < 2 || group.size > mostGroups) continue;
    const absent = new Uint32Array(group.size);
    const groupOf = group.codes;
    for (let row = 0; row < rows; row++) {
      if (flags[codes[row] as number] === 1) (absent[groupOf[row] as number] as number)++;
    }
    const out: number[] = [];
    let rowsOut = 0;
    for (let code = 0; code < group.size; code++) {
      if ((absent[code] as number) < (group.counts[code] as number) * clear) continue;
      out.push(code);
      rowsOut += absent[code] as number;
    }
    const others = rows - countRows(group, out);
    const absentInOthers = one.open.raised.count - rowsOut;
    const isSplit =
      rowsOut >= one.open.raised.count * clear && others >= bulk && absentInOthers <= others * (1 - clear);
    if (!isSplit || out.length >= fewest) continue;
    fewest = out.length;
    const most = out.reduce((a, b) => ((group.counts[b] as number) > (group.counts[a] as number) ? b : a));
    best = {
      stale: one.target,
      args: {
        proof: "groups",
        by: group.name,
        groups: out.length,
        ofGroups: group.size,
        example: group.valueOf(most),
        inside: percent(rowsOut, countRows(group, out)),
        outside: percent(absentInOthers, others),
      },
    };
  }
  return best;
};

/** The days on which the rows of a file were last changed, by its field for that: first and last, as ISO dates. */
const changesOf = (file: RoleTable) => {
  const column = columnOf(file, "dateLastModified");
  if (column === undefined) return undefined;
  let [first, last] = ["", ""];
  for (let code = 0; code < column.size; code++) {
    const day = column.valueOf(code).trim().slice(0, 10);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) continue;
    if (first === "" || day < first) first = day;
    if (day > last) last = day;
  }
  return last === "" ? undefined : { column, first, last };
};

/** One file knows nothing of what happened after a day, and that is where the references are missing. */
export const proveByDates = (_context: CheckContext, one: DanglingOpen): StaleProof | undefined => {
  const { file, column } = one.cells;
  const [here, there] = [changesOf(file), changesOf(one.target)];
  if (here === undefined || there === undefined) return undefined;
  const args = { proof: "dates", last: there.last, other: here.last };
  // Nothing here is as old as the newest there, or the other way round: two exports far apart.
  if (there.last < here.first) return { stale: one.target, args: { ...args, after: one.open.raised.count } };
  if (here.last < there.first) {
    return {
      stale: file,
      args: { ...args, last: here.last, other: there.last, after: one.open.raised.count },
    };
  }
  if (there.last >= here.last) return undefined;
  const flags = flagsOf(one.cells);
  let [after, afterFound] = [0, 0];
  const isAfter = Uint8Array.from({ length: here.column.size }, (_, code) =>
    here.column.valueOf(code).trim().slice(0, 10) > there.last ? 1 : 0,
  );
  for (let row = 0; row < file.table.rows; row++) {
    if (isAfter[here.column.codes[row] as number] !== 1) continue;
    if (flags[column.codes[row] as number] === 1) after++;
    else afterFound++;
  }
  const found = file.table.rows - one.open.raised.count;
  const isClear = after >= one.open.raised.count * 0.9 && afterFound <= found * 0.5;
  return isClear ? { stale: one.target, args: { ...args, after } } : undefined;
};

/** Hardly any reference is found, and hardly any record there is referred to: two sets that have nothing in common. */
export const proveByDistance = (_context: CheckContext, one: DanglingOpen): StaleProof | undefined => {
  const { file, column } = one.cells;
  const all = filled(column, file.table.rows);
  const { size } = one.targetColumn;
  let named = 0;
  for (const found of joinCodes(column, one.targetColumn)) if (found >= 0) named++;
  if (one.open.raised.count < all * 0.9 || size < bulk || named > size * 0.1) return undefined;
  return { stale: file, args: { proof: "distance", unnamed: size - named, keys: size } };
};

/** The same records are found by every other file that refers to them: this file is the odd one. */
export const proveByOthers = (context: CheckContext, one: DanglingOpen): StaleProof | undefined => {
  const { file, column } = one.cells;
  const all = filled(column, file.table.rows);
  if (one.open.raised.count < all * 0.2) return undefined;
  const dangling = findDangling(context);
  let [others, absent] = [0, 0];
  for (const { file: other, field, column: referring } of eachFieldColumn(context)) {
    if (other === file || field.references?.role !== one.target.role || other.role === one.target.role)
      continue;
    others += filled(referring, other.table.rows);
    const missing = dangling.find((each) => each.column === referring);
    absent += missing === undefined ? 0 : countRows(referring, missing.codes);
  }
  if (others < bulk || absent > others * 0.02) return undefined;
  return { stale: file, args: { proof: "others", others, othersAbsent: absent } };
};

/** Rows of the column that refer to anything at all. */
export const rowsThatRefer = ({ cells: { file, column } }: DanglingOpen): number =>
  filled(column, file.table.rows);
