import type { CheckSettings } from "../../utils/checks/rule.ts";

/** Rows by column; columns that are not there are blank. */
export type Row = Readonly<Record<string, string>>;

/** A small package of one format in which nothing is wrong. */
export type Sample = {
  files: Readonly<Record<string, readonly Row[]>>;
  /** The columns that tell which row of the sample an example's row replaces, by file. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** What the LEA's policy must say for every rule of the format to run. */
  settings?: Partial<CheckSettings>;
};
