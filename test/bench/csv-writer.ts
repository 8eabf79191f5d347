import { closeSync, openSync, writeSync } from "node:fs";

export type CsvWriter = {
  row: (cells: readonly string[]) => void;
  close: () => { rows: number; bytes: number };
};

const special = /[",\r\n]/;

const quote = (cell: string): string => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Writes RFC 4180 with CRLF, a megabyte at a time; cells are quoted only where they must be. Counts rows without header. */
export const openCsv = (path: string, header: readonly string[], bom: boolean): CsvWriter => {
  const file = openSync(path, "w");
  let text = `${bom ? "\uFEFF" : ""}${header.join(",")}\r\n`;
  let rows = 0;
  let bytes = 0;
  const flush = (): void => {
    const chunk = Buffer.from(text, "utf8");
    for (let from = 0; from < chunk.length; ) from += writeSync(file, chunk, from);
    bytes += chunk.length;
    text = "";
  };
  return {
    row(cells) {
      let line = "";
      for (let at = 0; at < cells.length; at += 1)
        line += at === 0 ? quote(cells[at]!) : `,${quote(cells[at]!)}`;
      text += `${line}\r\n`;
      rows += 1;
      if (text.length > 1_000_000) flush();
    },
    close() {
      flush();
      closeSync(file);
      return { rows, bytes };
    },
  };
};
