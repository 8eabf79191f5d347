import { normaliseDate } from "../roster/normalise-value.ts";
import type { Column } from "../table/table.ts";

/** Birth dates as days that compare, and ages on the day of the check. */

/** 20180309, which Microsoft takes as well. */
const compactDate = (text: string): string | undefined => {
  const parts = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text);
  return parts === null ? undefined : normaliseDate(`${parts[1]}-${parts[2]}-${parts[3]}`);
};

const toNumber = (iso: string): number => Number(iso.replaceAll("-", ""));

const memo = new WeakMap<Column, Int32Array>();

/** By code, the day as the number YYYYMMDD, however it is written; 0 for what is no day. Worked out once a column. */
export const daysOf = (column: Column): Int32Array => {
  const known = memo.get(column);
  if (known !== undefined) return known;
  const days = new Int32Array(column.size);
  for (let code = 0; code < column.size; code++) {
    const plain = plainDay(column, code);
    if (plain > 0) {
      days[code] = plain;
      continue;
    }
    const text = column.valueOf(code);
    const iso = normaliseDate(text) ?? compactDate(text);
    days[code] = iso === undefined ? 0 : toNumber(iso);
  }
  memo.set(column, days);
  return days;
};

/** 2018-03-09, as almost all are written, read from its bytes; 0 for anything else, and for the end of a month. */
const plainDay = ({ arena, starts }: Column, code: number): number => {
  const start = starts[code] as number;
  if ((starts[code + 1] as number) - start !== 10) return 0;
  let number = 0;
  for (let at = 0; at < 10; at++) {
    const byte = arena[start + at] as number;
    if (at === 4 || at === 7) {
      if (byte !== 45) return 0;
      continue;
    }
    if (byte < 48 || byte > 57) return 0;
    number = number * 10 + byte - 48;
  }
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  return month >= 1 && month <= 12 && day >= 1 && day <= 28 ? number : 0;
};

/** By code, the whole years from that date to the ISO date `date`: negative for a day ahead, NaN for what is no date. */
export const agesOf = (column: Column, date: string): Float64Array => {
  const today = toNumber(date);
  const days = daysOf(column);
  const ages = new Float64Array(days.length);
  for (let code = 0; code < days.length; code++) {
    const day = days[code] as number;
    ages[code] = day === 0 ? Number.NaN : Math.floor((today - day) / 10_000);
  }
  return ages;
};
