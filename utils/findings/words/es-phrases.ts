import { groupDigits as number } from "./group-digits.ts";

/** Partes pequeñas de frases en español. */

export { number };

export const many = (count: number | string | undefined, one: string, more = `${one}s`): string => {
  const value = Number(count ?? 0);
  return `${number(value)} ${value === 1 ? one : more}`;
};

/** "1 fila de users.csv tiene ..." y "12 filas de users.csv tienen ...". */
export const rowsHave = (count: number, file: string | number | undefined): string =>
  `${many(count, "fila")} de ${file} ${count === 1 ? "tiene" : "tienen"}`;

export const isOrAre = (count: number): string => (count === 1 ? "está" : "están");

export const quote = (value: string | number | undefined): string =>
  value === undefined || value === "" ? "un valor vacío" : `«${value}»`;
