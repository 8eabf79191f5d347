import type { Column } from "../table/table.ts";
import { nextFlagged } from "./rows.ts";

/** A calendar day as a number that compares: 20260817. 0 stands for no date, or none that can be read. */
export type Day = number;

const digit = (bytes: Uint8Array, at: number): number => (bytes[at] as number) - 48;

/**
 * The day of each code of a date column; wrong dates are another rule's business and count as absent. An absent column
 * has one value, which is none.
 */
export const daysOf = (column: Column | undefined): Int32Array => {
  const days = new Int32Array(column?.size ?? 1);
  if (column === undefined) return days;
  for (let code = 0; code < column.size; code++) {
    const start = column.starts[code] as number;
    if ((column.starts[code + 1] as number) - start !== 10) continue;
    let day = 0;
    let valid = true;
    for (const at of [0, 1, 2, 3, 5, 6, 8, 9]) {
      const value = digit(column.arena, start + at);
      if (value < 0 || value > 9) valid = false;
      day = day * 10 + value;
    }
    if (valid && column.arena[start + 4] === 45 && column.arena[start + 7] === 45 && isDay(day))
      days[code] = day;
  }
  return days;
};

/** Whether a number of the form YYYYMMDD is a day of the calendar; one that is not is another rule's business. */
const isDay = (day: Day): boolean => {
  const [year, month, date] = [Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100];
  if (month < 1 || month > 12 || date < 1) return false;
  if (month === 2) return date <= (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28);
  return date <= ([4, 6, 9, 11].includes(month) ? 30 : 31);
};

/** A day as it is written in a file. */
export const writeDay = (day: Day): string => {
  const text = String(day).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};

/** The begin and (exclusive) end of each row; an absent end is open. */
export type Span = { begin: (row: number) => Day; end: (row: number) => Day };

/** The end of an enrollment that has none. */
export const open: Day = 99999999;

export const spanOf = (begin: Column | undefined, end: Column | undefined): Span => {
  const begins = daysOf(begin);
  const ends = daysOf(end);
  return {
    begin: (row) => (begin === undefined ? 0 : (begins[begin.codes[row] as number] as number)),
    end: (row) => (end === undefined ? 0 : (ends[end.codes[row] as number] as number)) || open,
  };
};

/** Two rows of one group that name different members at the same time. */
export type Clash = { row: number; other: number };

/** Which groups (a student, a class) name two different members at all, whatever the days. */
export const findSeveral = (
  rows: number,
  include: (row: number) => boolean,
  group: Column,
  member: Column,
): Uint8Array => {
  const first = new Int32Array(group.size).fill(-1);
  const several = new Uint8Array(group.size);
  for (let row = 0; row < rows; row++) {
    if (!include(row)) continue;
    const key = group.codes[row] as number;
    const seen = first[key] as number;
    const value = member.codes[row] as number;
    if (seen < 0) first[key] = value;
    else if (seen !== value) several[key] = 1;
  }
  return several;
};

/**
 * For each of the groups flagged in `several` one pair of rows that name different members (two homerooms, two primary
 * teachers) on overlapping days. Which groups clash does not depend on the order of the rows.
 */
export const findClashes = (
  rows: number,
  several: Uint8Array,
  include: (row: number) => boolean,
  group: Column,
  member: Column,
  span: Span,
): Clash[] => {
  if (!several.includes(1)) return [];
  const { codes } = group;
  const candidates = new Map<number, number[]>();
  for (let row = nextFlagged(codes, several, 0, rows); row < rows; ) {
    if (include(row)) {
      const key = codes[row] as number;
      const known = candidates.get(key);
      if (known === undefined) candidates.set(key, [row]);
      else known.push(row);
    }
    row = nextFlagged(codes, several, row + 1, rows);
  }
  const clashes: Clash[] = [];
  for (const inGroup of candidates.values()) {
    const clash = findClash(inGroup, member, span);
    if (clash !== undefined) clashes.push(clash);
  }
  return clashes.sort((a, b) => a.row - b.row);
};

/** Sorted by begin, it is enough to compare each row with the latest end of every other member so far. */
const findClash = (inGroup: readonly number[], member: Column, span: Span): Clash | undefined => {
  const sorted = [...inGroup].sort((a, b) => span.begin(a) - span.begin(b) || a - b);
  const latest = new Map<number, { end: Day; row: number }>();
  for (const row of sorted) {
    const mine = member.codes[row] as number;
    const end = span.end(row);
    if (end <= span.begin(row)) continue;
    for (const [code, before] of latest) {
      if (code !== mine && before.end > span.begin(row)) {
        return { row: Math.max(row, before.row), other: Math.min(row, before.row) };
      }
    }
    const known = latest.get(mine);
    if (known === undefined || known.end < end) latest.set(mine, { end, row });
  }
  return undefined;
};
