import type { Made } from "../packages/index.ts";
import type { NoRoom, Planted, Plot } from "../plot.ts";

export type { NoRoom };

/** What a check must be given, beside the package, for the fault to be found. */
export type Needs = {
  /** The clean package of the same district as the last file. */
  previous?: true;
  /** Settings of the LEA's policy. */
  policy?: Readonly<Record<string, unknown>>;
};

/** Plants one fault; a text says why that cannot be in this format. */
export type Plant = (plot: Plot) => Planted[] | string;

export type Fault = {
  /** Id of the rule that finds it. */
  rule: string;
  /** Why it cannot stand beside other faults; it is then planted only when named. */
  alone?: string;
  needs?: Needs;
  /** Findings that cannot but come with it. */
  brings?: Partial<Record<Made, readonly string[]>>;
  plant: Plant;
};

/** Formats that are told alike. */
export type Family = "oneroster" | "clever" | "sds1" | "sds21" | "workbook" | "nyc" | "ohio";

export const families: Readonly<Record<Made, Family>> = {
  "clever-sftp": "clever",
  "cli-engage": "oneroster",
  "cli-engage-workbook": "workbook",
  "nyc-ats-stars": "nyc",
  "ohio-roster-verification": "ohio",
  "oneroster-1.1": "oneroster",
  "oneroster-1.2": "oneroster",
  "sds-1": "sds1",
  "sds-2.1": "sds21",
};

/** By format first, else by family. */
export type ByFormat<T> = Partial<Record<Made | Family, T>>;

export const pickFor = <T>(table: ByFormat<T>, format: Made): T | undefined =>
  table[format] ?? table[families[format]];
