import { strToU8 } from "fflate";
import { cellsOf, type DataFile } from "./package.ts";

/** A cell that is written as it is, quotes and all: for faults in the quoting. */
export const asIs = "\u0001";

const writeCell = (cell: string, delimiter: string): string => {
  if (cell.startsWith(asIs)) return cell.slice(asIs.length);
  const needed = cell.includes('"') || cell.includes("\n") || cell.includes("\r") || cell.includes(delimiter);
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** A file as CSV: RFC 4180 in UTF-8 with CRLF, but for what a fault changed. */
export const writeFile = (file: DataFile): Uint8Array => {
  const { delimiter = ",", lineEnding = "\r\n", text, encode = strToU8 } = file;
  const plain = cellsOf(file)
    .map((row) => row.map((cell) => writeCell(cell, delimiter)).join(delimiter) + lineEnding)
    .join("");
  return encode(text === undefined ? plain : text(plain));
};
