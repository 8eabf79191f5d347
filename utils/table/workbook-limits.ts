import { fileFault } from "./file-fault.ts";

/**
 * Past these a workbook is refused. Rows are read as they are unpacked and kept as columns of codes, so a sheet may be as long
 * as the program that writes it allows; texts that cells share must be at hand, and are what costs memory.
 */
export const workbookLimits = {
  /** Rows of a sheet in Excel and LibreOffice: a higher number is a claim to make a reader fill in rows. */
  rows: 1_048_576,
  /** No roster is wider; a stray cell far to the right would make every row as wide. */
  columns: 200,
  /** XML of the shared texts. */
  stringBytes: 128 * 1024 * 1024,
  /** XML of the list of sheets, of relations, of styles. */
  partBytes: 16 * 1024 * 1024,
  /** Markup or text without an end, and elements within elements: what Excel writes stays far below. */
  heldChars: 1024 * 1024,
  depth: 64,
} as const;

export const tooLarge = (limit: string) => fileFault("file-too-large", { limit, saveAs: "CSV" });

export const unreadable = (detail: string) => fileFault("unreadable-workbook", { detail });
