import type { Repair } from "../repair.ts";
import { undoDoubleEncoding } from "../undo-double-encoding.ts";

/** "NÃºÃ±ez" for "Núñez": UTF-8 that a program took for Windows-1252 and wrote as UTF-8 once more. */
export const repair: Repair = {
  kind: "double-encoded",
  prove: ({ texts }) => (texts.some((text) => /[Ã-ô]/.test(text)) ? undoDoubleEncoding : undefined),
};
