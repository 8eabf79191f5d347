export type CsvFile = { name: string; text: string };

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** RFC 4180 text: CRLF after every line, quotes only where needed. */
export const writeCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => `${row.map(quote).join(",")}\r\n`).join("");

/** Writes rows given by column name; a column that a row does not tell is blank. */
export const writeRecords = (
  header: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string =>
  writeCsv(
    header,
    rows.map((row) => header.map((column) => row[column] ?? "")),
  );
