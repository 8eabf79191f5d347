import { lineOfRow } from "./lines.ts";
import type { Place } from "./reading.ts";
import type { TableBuilder } from "./table-builder.ts";
import { isUtf8, surveyBytes } from "./utf8.ts";

/**
 * Looks at the values that are new since `proved`, which it brings up to date, once each: cells end at ASCII bytes, so they
 * prove the file. Returns where the first value stands that is no UTF-8.
 */
export const proveUtf8 = (builder: TableBuilder, proved: Uint32Array): Place | undefined => {
  for (const [index, { arena, starts, size, firstRow, name }] of builder.columns.entries()) {
    const from = proved[index]!;
    proved[index] = size;
    const { high, nul } = surveyBytes(arena, starts[from]!, starts[size]!);
    if (nul) builder.mayHoldNul = true;
    if (!high) continue;
    for (let code = from; code < size; code++) {
      if (isUtf8(arena, starts[code]!, starts[code + 1]!)) continue;
      const value = new TextDecoder("windows-1252").decode(arena.subarray(starts[code]!, starts[code + 1]!));
      return { line: lineOfRow(builder.lines, firstRow[code]!), column: name, value };
    }
  }
  return undefined;
};
