/** Arithmetic on plain dates (YYYY-MM-DD), without any time zone: a day is a day. */

const dayLength = 86_400_000;

const toDays = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength;

export const addDays = (date: string, days: number): string =>
  new Date((toDays(date) + days) * dayLength).toISOString().slice(0, 10);

/** 0 = Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: string): number => (((toDays(date) + 4) % 7) + 7) % 7;

export const laterDate = (one: string, other: string): string => (one > other ? one : other);
