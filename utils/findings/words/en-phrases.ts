import { groupDigits as number } from "./group-digits.ts";

/** Small parts of English sentences. */

export { number };

export const many = (count: number | string | undefined, one: string, more = `${one}s`): string => {
  const value = Number(count ?? 0);
  return `${number(value)} ${value === 1 ? one : more}`;
};

/** "1 row of users.csv has ..." and "12 rows of users.csv have ...". */
export const rowsHave = (count: number, file: string | number | undefined): string =>
  `${many(count, "row")} of ${file} ${count === 1 ? "has" : "have"}`;

export const isOrAre = (count: number): string => (count === 1 ? "is" : "are");

/** A value as it stands in the file; an empty one would vanish between quotes. */
export const quote = (value: string | number | undefined): string =>
  value === undefined || value === "" ? "a blank" : `“${value}”`;
