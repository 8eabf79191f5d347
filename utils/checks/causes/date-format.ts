import type { Cells } from "../columns.ts";
import { isDateType } from "../spreadsheet-damage.ts";
import { bulk, type Cause, type Explained, eachBulk, type FoundCause, fieldOf, type Open } from "./cause.ts";
import { dateFormats } from "./date-formats.ts";

type Dates = Open & { cells: Cells };

/** Of the values in question so many must be written in one way, or there is no one format. */
const most = 0.95;

const rowsThatFit = ({ column, codes }: Cells, fits: (text: string) => boolean): number => {
  let rows = 0;
  for (const code of codes) if (fits(column.valueOf(code).trim())) rows += column.counts[code] as number;
  return rows;
};

/** The formats that fit most rows of one file's dates: several when the days do not tell. */
const formatsOf = (dates: readonly Dates[]): string[] => {
  const all = dates.reduce((sum, { raised }) => sum + raised.count, 0);
  const fitting = [...dateFormats].map(([name, fits]) => ({
    name,
    rows: dates.reduce((sum, { cells }) => sum + rowsThatFit(cells, fits), 0),
  }));
  const best = Math.max(...fitting.map(({ rows }) => rows));
  return best < all * most || best < bulk
    ? []
    : fitting.flatMap(({ name, rows }) => (rows === best ? [name] : []));
};

/** Columns of one file are written by one program: what one of them proves holds for the others. */
const groupByFile = (open: readonly Open[]): Dates[][] => {
  const files = new Map<string, Dates[]>();
  for (const one of eachBulk(open)) {
    const field = fieldOf(one.cells.file, one.cells.column);
    if (field === undefined || !isDateType(field)) continue;
    files.set(one.cells.file.role, [...(files.get(one.cells.file.role) ?? []), one]);
  }
  return [...files.values()];
};

const fitting = (dates: readonly Dates[], names: readonly string[]): Explained[] =>
  dates.map((open) => ({
    open,
    codes: open.cells.codes.filter((code) =>
      names.some((name) => dateFormats.get(name)?.(open.cells.column.valueOf(code).trim()) === true),
    ),
  }));

/** A value that is a day in this format and in no other of the same look: the proof in one line. */
const decisive = (dates: readonly Dates[], format: string): string => {
  let any = "";
  for (const { cells } of dates) {
    for (const code of cells.codes) {
      const text = cells.column.valueOf(code).trim();
      const names = [...dateFormats].flatMap(([name, fits]) => (fits(text) ? [name] : []));
      if (!names.includes(format)) continue;
      if (names.length === 1) return text;
      any ||= text;
    }
  }
  return any;
};

/** All dates of a file are written in one other way. Where day and month cannot be told apart, it says so. */
export const cause: Cause = {
  id: "date-format",
  *explain(_context, open) {
    const found = new Map<string, { names: string[]; dates: Dates[] }>();
    for (const dates of groupByFile(open)) {
      // One odd column must not hide what the others are: each alone when they do not agree.
      const together = formatsOf(dates);
      for (const group of together.length > 0 ? [dates] : dates.map((one) => [one])) {
        const names = formatsOf(group);
        if (names.length === 0) continue;
        const key = names.join(" ");
        found.set(key, { names, dates: [...(found.get(key)?.dates ?? []), ...group] });
      }
    }
    for (const { names, dates } of found.values()) yield toCause(names, dates);
  },
};

/** The ways of writing a day that leave nothing open: no century, and no epoch of a spreadsheet. */
const plain: ReadonlySet<string> = new Set([
  "M/D/YYYY",
  "D/M/YYYY",
  "M-D-YYYY",
  "D-M-YYYY",
  "D.M.YYYY",
  "YYYY/M/D",
  "YYYY-M-D",
  "YYYYMMDD",
]);
const midnight = /[T ](?:0?0:00|12:00(?::00)? ?AM)/i;

/** Whether a copy can be mended column by column, which asks for the proof in each column by itself. */
const canMend = (dates: readonly Dates[], names: readonly string[]): boolean =>
  names.length === 1 &&
  names.every((name) => plain.has(name)) &&
  dates.every((one) => {
    const { file, column, codes } = one.cells;
    const texts = codes.map((code) => column.valueOf(code));
    return (
      fieldOf(file, column)?.type === "date" &&
      formatsOf([one]).length === 1 &&
      texts.every((text) => !text.includes(":") || midnight.test(text))
    );
  });

const toCause = (names: readonly string[], dates: readonly Dates[]): FoundCause => {
  const explained = fitting(dates, names);
  const [format = ""] = names;
  const repairable = canMend(dates, names);
  return {
    args: {
      format,
      formats: names.join(", "),
      ambiguous: names.length > 1 ? "yes" : "no",
      fit: dates.reduce(
        (sum, { cells }) =>
          sum + rowsThatFit(cells, (text) => names.some((name) => dateFormats.get(name)?.(text) === true)),
        0,
      ),
      of: dates.reduce((sum, { raised }) => sum + raised.count, 0),
      copy: repairable ? "yes" : "no",
      columns: dates.length,
      file: String(dates[0]?.raised.args.file ?? ""),
      column: String(dates[0]?.raised.args.column ?? ""),
      example: decisive(dates, format),
    },
    repairable,
    explained,
  };
};
