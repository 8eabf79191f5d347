/**
 * What an upload ought to hold, as data: from one schema follow the checks of required, type, key, reference and
 * unknown column (nobody writes those by hand). Facts and their sources come from published format descriptions.
 */

export type ValueType =
  | "string"
  | "sourcedId"
  | "date"
  | "datetime"
  | "year"
  | "boolean"
  | "float"
  | "email"
  | "userId"
  | "enum"
  | "identifier";

export type Field = {
  /** The header, exactly as the format spells it. */
  name: string;
  type: ValueType;
  /** "lifecycle" is OneRoster's status and dateLastModified: blank when bulk, filled when delta. */
  required: "yes" | "no" | "lifecycle";
  /** Comma-separated list inside one cell. */
  list?: true;
  /** The allowed values of an enum. */
  values?: readonly string[];
  /** Unique in its file. */
  key?: true;
  /** What a filled value must look like, anchored by us, and the same in words: "two letters and seven digits". */
  pattern?: { source: string; says: string };
  /** Digits an identifier always has: one of fewer digits lost its leading zeros. */
  digits?: number;
  /** Most characters (code points) a value may have. */
  maxLength?: number;
  /** Least and greatest value of a number, both allowed. */
  range?: { min?: number; max?: number };
  /** The file role and column whose values this one must be among. */
  references?: { role: string; column: string };
  /** Other headers that mean the same, matched without case and punctuation. */
  aliases?: readonly string[];
  source: string;
  /** false: assumed by us, and labelled so wherever it is reported. */
  certain: boolean;
};

export type FileSpec = {
  /** "users", "enrollments", "roster" ... */
  role: string;
  /** The name the format wants, e.g. "users.csv". */
  fileName: string;
  required: "yes" | "no";
  /** At least one file of the same group must be there. */
  oneOf?: string;
  fields: readonly Field[];
  /** Fields whose values together are unique in the file, beside the fields marked `key`. */
  keys?: readonly (readonly string[])[];
  /** Whether headers must come in exactly this order (a receiver may say otherwise). */
  columnOrder: "fixed" | "free";
  /** Whether columns starting with "metadata." may follow. */
  extensible: boolean;
  source: string;
  /** false: that the receiver wants this file is assumed by us. */
  certain?: false;
};

/** "unknown" is the format of files nothing is known about: only what is wrong with the files themselves is checked. */
export type FormatId =
  | "oneroster-1.1"
  | "oneroster-1.2"
  | "clever-sftp"
  | "sds-1"
  | "sds-2.1"
  | "cli-engage"
  | "cli-engage-workbook"
  | "nyc-ats-stars"
  | "ohio-roster-verification"
  | "unknown";

export type Format = { id: FormatId; title: string; version: string; files: readonly FileSpec[] };
