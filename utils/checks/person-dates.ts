import { normaliseDate } from "../roster/normalise-value.ts";
import type { Column } from "../table/table.ts";

/** Birth dates as days that compare, and ages on the day of the check. */

/** A date as ISO, whichever way it is written; each text is read once. */
export const makeNormaliseDate = (): ((text: string) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const day = normaliseDate(text) ?? compactDate(text);
    known.set(text, day);
    return day;
  };
};

/** 20180309, which Microsoft takes as well. */
const compactDate = (text: string): string | undefined => {
  const parts = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text);
  return parts === null ? undefined : normaliseDate(`${parts[1]}-${parts[2]}-${parts[3]}`);
};

const toNumber = (iso: string): number => Number(iso.replaceAll("-", ""));

/** By code, the whole years from that date to `date`: negative for a day ahead, NaN for what is no date. */
export const agesOf = (column: Column, date: string): Float64Array => {
  const normalise = makeNormaliseDate();
  const today = toNumber(date);
  return Float64Array.from({ length: column.size }, (_, code) => {
    const iso = normalise(column.valueOf(code));
    return iso === undefined ? Number.NaN : Math.floor((today - toNumber(iso)) / 10_000);
  });
};
