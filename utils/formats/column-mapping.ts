import type { FormatId } from "./format.ts";

/** An LEA's own headers to a format's fields. */
export type HeaderNames = Readonly<Record<string, string>>;

/** The headers that hold for one file of a format; a plain record holds for every file of every format. */
export type ColumnMapping = HeaderNames | ((format: FormatId, role: string) => HeaderNames);

const none: HeaderNames = {};

/** The LEA's own headers in one file of a format. */
export const namesFor = (mapping: ColumnMapping | undefined, format: FormatId, role: string): HeaderNames =>
  typeof mapping === "function" ? mapping(format, role) : (mapping ?? none);
