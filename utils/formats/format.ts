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
  | "identifier"
  /** Digits, perhaps with a minus sign. */
  | "integer"
  /** 8-4-4-4-12 hexadecimal digits. */
  | "guid"
  /** E.164: "+" and 7 to 15 digits. */
  | "phone";

/** How a format writes dates, and STARS its instants. "M/D/YYYY" is read with and without leading zeros. */
export type DateForm = "YYYY-MM-DD" | "YYYYMMDD" | "M/D/YYYY" | "YYYY-MM-DD hh:mm:ss.ffffff";

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
  /** The list of values is not known to be whole: another value is a warning at most. */
  open?: true;
  /** Case does not count in an enum or boolean. */
  anyCase?: true;
  /** The ways a date or datetime may be written; without it OneRoster's own. */
  dateForms?: readonly DateForm[];
  /** Which year names a school year: the one it ends in (2027 for 2026-2027) or the one it begins in. */
  yearIs?: "end" | "start";
  /** The header must be there although values may be blank. */
  headerRequired?: true;
  /** What an enum takes beside its values, anchored by us: OneRoster 1.2's `ext:` tokens. */
  extension?: string;
  /** Unique in its file. */
  key?: true;
  /** What a filled value must look like, anchored by us, and the same in words: "two letters and seven digits". */
  pattern?: { source: string; says: string; saysEs?: string };
  /** Digits an identifier always has: one of fewer digits lost its leading zeros. */
  digits?: number;
  /** Most characters (code points) a value may have. */
  maxLength?: number;
  /** Least and greatest value of a number, both allowed. */
  range?: { min?: number; max?: number };
  /** The file role and column whose values this one must be among; `certain: false` when only that is assumed by us. */
  references?: { role: string; column: string; certain?: false };
  /** Other headers that the format itself gives the column, as good as the name: those of another country. */
  sameAs?: readonly string[];
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
  /**
   * Fields whose values together are unique in the file, beside the fields marked `key`. A blank counts as a value,
   * and so does a column that is not there, but a row without a required part is left out.
   */
  keys?: readonly (readonly string[])[];
  /** A record may have several rows: those of the same `id` agree in these columns. */
  agree?: { id: string; columns: readonly string[]; source: string };
  /** Where `keys` come from, when not from the file's own source; and whether they are assumed by us. */
  keysSource?: string;
  keysCertain?: false;
  /** Whether headers must come in exactly this order (a receiver may say otherwise). */
  columnOrder: "fixed" | "free";
  /**
   * Whether the receiver compares header names letter by letter ("exact"), or takes a blank for an underscore while case
   * counts ("case"). Without it, as `columnOrder` says: "fixed" is exact, and "free" takes any spelling and alias.
   */
  headerNames?: "exact" | "case";
  /** Whether columns of the LEA's own, starting with `extraPrefix`, may follow. */
  extensible: boolean;
  /** "metadata." when not given. */
  extraPrefix?: string;
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

export type Format = {
  id: FormatId;
  title: string;
  version: string;
  files: readonly FileSpec[];
  /** What says how files are written (encoding, quotes, header row), when it is not OneRoster. */
  filesSource?: string;
};
