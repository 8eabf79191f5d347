import Papa from "papaparse";
import type { LineEnding } from "./table.ts";

export type Dialect = {
  /** One of `, ; | tab`; a comma where the file does not settle it. */
  delimiter: string;
  /** What separates records, as Papa Parse is told. */
  newline: "\r\n" | "\n" | "\r";
  lineEnding: LineEnding;
};

/** How much of a file settles its dialect, in bytes. */
export const dialectBytes = 64 * 1024;

/** Papa Parse's verdict on the beginning of a file. `text` may end anywhere, unless it is the `whole` file. */
export const detectDialect = (text: string, whole: boolean): Dialect => {
  const lastBreak = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  // A row cut short has too few cells and would speak against its own delimiter.
  const sample =
    whole || lastBreak < 0 ? text : text.slice(0, lastBreak + (text[lastBreak] === "\r" ? 0 : 1));
  const { meta } = Papa.parse(sample, {
    preview: 10,
    skipEmptyLines: true,
    delimitersToGuess: [",", "\t", "|", ";"],
  });
  const newline = meta.linebreak === "\r\n" || meta.linebreak === "\r" ? meta.linebreak : "\n";
  const found = sample.includes(newline);
  return {
    delimiter: meta.delimiter,
    newline,
    lineEnding: !found ? "none" : newline === "\r\n" ? "crlf" : newline === "\r" ? "cr" : "lf",
  };
};
