/** Types of Rosterguard's library (docs/library.md). The report's whole shape is docs/report.schema.json. */

export type Outcome = "fault" | "warning" | "note";
export type Consequence =
  | "file-refused"
  | "sync-held"
  | "row-dropped"
  | "value-dropped"
  | "duplicate-made"
  | "records-removed"
  | "none";

/**
 * A file to check: a name for people, and what `fs.openAsBlob` or a browser's `File` gives. Files above 4 GiB come from
 * `openPaths`: Node's own blobs count in 32 bits.
 */
export type SourceFile = { name: string; blob: Blob };

export type Sample = {
  file: string;
  /** 1-based. */
  line?: number | undefined;
  column?: string | undefined;
  value?: string | undefined;
  related?: string | undefined;
};

export type Finding = {
  rule: string;
  outcome: Outcome;
  consequence: Consequence;
  /** Exact; `samples` are the first thousand. */
  count: number;
  /** Id of the entry of `causes` that explains all of it. */
  cause?: string | undefined;
  /** The LEA knows of it: it is counted, and does not reject. */
  acknowledged?: Acknowledged | undefined;
  acknowledgementExpired?: Acknowledged | undefined;
  message: string;
  why: string;
  fix: string;
  whoCanFix: string;
  source: string;
  /** `false`: assumed by Rosterguard. */
  certain: boolean;
  samples: Sample[];
};

export type Acknowledged = { reason: string; until: string; by?: string | undefined };

/** What explains findings in bulk, with its proof in numbers. */
export type Cause = {
  id: string;
  kind: string;
  title: string;
  count: number;
  proof: string;
  fix: string;
  repairable: boolean;
  explains: { rule: string; file: string; column?: string | undefined; count: number }[];
  samples: Sample[];
};

export type Report = {
  tool: { name: "rosterguard"; version: string };
  date: string;
  format: { id: string; confidence: number; evidence: string[] };
  system: string | null;
  verdict: "accept" | "reject" | "could-not-check";
  files: {
    name: string;
    role: string;
    rows: number;
    columns: number;
    bytes: number;
    encoding: string;
    lineEnding: string;
    delimiter: string;
  }[];
  totals: { rows: number; faults: number; warnings: number; notes: number };
  causes?: Cause[] | undefined;
  findings: Finding[];
  notChecked: { rule: string; because: string }[];
  /** What the upload will do; see the schema. */
  plan: object | null;
  /** Milliseconds by phase. */
  timings: Record<string, number>;
};

export type CheckOptions = {
  /** ISO day the check is made for; today when not given. */
  date?: string;
  /** Id of a format; told from headers and names when not given. */
  format?: string;
  /** Receiver, e.g. "cli-engage". */
  system?: string;
  mode?: "partial" | "complete";
  /** A policy from `parsePolicyText`. */
  policy?: Policy;
  /** The last file, to tell what changes. */
  previous?: readonly SourceFile[];
  language?: "en" | "es";
  signal?: AbortSignal;
  onProgress?: (progress: {
    bytesDone: number;
    bytesTotal: number;
    rows: number;
    file: string;
    faults: number;
    warnings: number;
  }) => void;
};

/** What the LEA has configured; made by `parsePolicyText` only. */
export type Policy = { readonly version: number };

export type Rule = {
  readonly id: string;
  readonly outcome: Outcome;
  readonly consequence: Consequence;
  readonly whoCanFix: string;
  readonly source: string;
  readonly certain: boolean;
  readonly formats?: readonly string[];
  readonly systems?: readonly string[];
};

export type Format = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly files: readonly { readonly role: string; readonly fileName: string }[];
};

/** Data that is wrong is in the report and never throws; an aborted signal rejects. */
export function checkPackage(
  files: readonly SourceFile[],
  options?: CheckOptions,
): Promise<{ report: Report }>;

/** Files of folders, zips, workbooks and .csv paths; rejects with one sentence for what cannot be read. */
export function openPaths(paths: readonly string[], root?: string): Promise<SourceFile[]>;

/** Values are masked in sarif, junit and html unless `showNames`. */
export function renderReport(
  output: "text" | "json" | "sarif" | "junit" | "html",
  report: Report,
  options?: { failOn?: "fault" | "warning" | "never"; showNames?: boolean },
): string;

/** The report with the files' values replaced by their shape. */
export function maskReport(report: Report): Report;

export function describeRule(
  id: string,
  language?: "en" | "es",
): { id: string; title: string; why: string; fix: string } | undefined;

export function parsePolicyText(
  text: string,
): { ok: true; policy: Policy } | { ok: false; problems: string[] };

/** JSON Schema of the report. */
export function reportSchema(): object;

export const rules: readonly Rule[];
export const formats: readonly Format[];
