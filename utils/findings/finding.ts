/** Findings are data; sentences are put together in words. */

export const outcomes = ["fault", "warning", "note"] as const;
export type Outcome = (typeof outcomes)[number];

/** What the receiver does with what is wrong. */
export const consequences = [
  "file-refused",
  "sync-held",
  "row-dropped",
  "value-dropped",
  "duplicate-made",
  "records-removed",
  "none",
] as const;
export type Consequence = (typeof consequences)[number];

/** Where something is wrong: one cell, one row or one file. `related` is the other side (first row of a duplicate ...). */
export type Place = { file: string; line?: number; column?: string; value?: string; related?: string };

/** One kind of fault in one place of the package: its count is exact, its samples are the first thousand. */
export type Finding = {
  rule: string;
  outcome: Outcome;
  consequence: Consequence;
  count: number;
  /** Facts for the sentence: file, column, expected, ... */
  args: Record<string, string | number>;
  /** Id of the root cause that explains all of it. */
  cause?: string;
  /** Somebody knows of it and has said why, until the end of this day: it does not reject. */
  acknowledged?: Acknowledged;
  /** It was acknowledged once; that is over, and it counts again. */
  acknowledgementExpired?: Acknowledged;
  /** Source and certainty of the very field or file, when they differ from the rule's. */
  source?: string;
  certain?: boolean;
  samples: Place[];
};

export type Acknowledged = { reason: string; until: string; by?: string | undefined };

/** What the LEA's policy says is known: findings of this rule, narrowed by file, column and value. */
export type Acknowledgement = Acknowledged & {
  rule: string;
  file?: string | undefined;
  column?: string | undefined;
  value?: string | undefined;
};

/** What explains findings in bulk, with its proof in numbers; its words are found by `kind`. */
export type RootCause = {
  /** Unique in its report; the kind itself unless a cause of the kind came before. */
  id: string;
  /** Of the catalogue of causes. */
  kind: string;
  /** Rows explained, over all findings. */
  count: number;
  args: Record<string, string | number>;
  /** Whether `repair` can mend it without a guess. */
  repairable: boolean;
  explains: { rule: string; file: string; column?: string; count: number }[];
  samples: Place[];
};

/** A rule that could not run, and what was missing. Silence never means passed. */
export type NotChecked = { rule: string; because: NotCheckedReason };
export type NotCheckedReason =
  | { kind: "file-missing"; file: string }
  | { kind: "file-unreadable"; file: string }
  | { kind: "column-missing"; file: string; column: string }
  | { kind: "no-previous" }
  | { kind: "no-page" }
  | { kind: "no-manifest" }
  /** Files of this format hold no roster that could be compared with one. */
  | { kind: "no-roster"; format: string }
  /** A delta file holds changes only: what is not in it may be at the receiver already. */
  | { kind: "delta-file"; file: string }
  | { kind: "not-configured"; setting: string }
  | { kind: "our-fault"; detail: string };

export const sampleLimit = 1000;
