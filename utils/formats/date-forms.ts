import type { DateForm } from "./format.ts";

/** The ways a format may write a date, each read to year, month and day. */
const shapes: Readonly<Record<DateForm, RegExp>> = {
  "YYYY-MM-DD": /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
  YYYYMMDD: /^(?<y>(?:19|20|21)\d{2})(?<m>\d{2})(?<d>\d{2})$/,
  "M/D/YYYY": /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
  "YYYY-MM-DD hh:mm:ss.ffffff":
    /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2}) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{1,6}$/,
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether a month (1 to 12) and a day are in the calendar of a year. */
export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** The day that a text names in the first of these forms it has, as YYYY-MM-DD; `undefined` when it names none. */
export const readDay = (text: string, forms: readonly DateForm[]): string | undefined => {
  for (const form of forms) {
    const { y = "", m = "", d = "" } = shapes[form].exec(text)?.groups ?? {};
    if (y === "" || !isCalendarDay(Number(y), Number(m), Number(d))) continue;
    return `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  }
  return undefined;
};
