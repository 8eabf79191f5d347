import * as z from "zod/mini";
import { consequences, outcomes } from "./finding.ts";

/** The published shape of a check's result: `docs/report.schema.json` is generated from it. */

const count = z.int().check(z.nonnegative());

export const PlaceJson = z.object({
  file: z.string(),
  line: z.optional(z.int()),
  column: z.optional(z.string()),
  value: z.optional(z.string()),
  related: z.optional(z.string()),
});

export const AcknowledgedJson = z.object({
  reason: z.string(),
  /** The last day on which it holds. */
  until: z.string(),
  by: z.optional(z.string()),
});
export type AcknowledgedJson = z.infer<typeof AcknowledgedJson>;

export const FindingJson = z.object({
  rule: z.string(),
  outcome: z.enum(outcomes),
  consequence: z.enum(consequences),
  count,
  /** Id of the entry in `causes` that explains all of it. */
  cause: z.optional(z.string()),
  /** The LEA knows of it: it is counted, and does not reject. */
  acknowledged: z.optional(AcknowledgedJson),
  /** It was acknowledged until a day that is over: it counts again. */
  acknowledgementExpired: z.optional(AcknowledgedJson),
  /** One sentence: what is wrong and where. */
  message: z.string(),
  /** Why it matters at the receiver. */
  why: z.string(),
  fix: z.string(),
  whoCanFix: z.string(),
  /** Named source of the rule; `certain: false` is shown as assumed. */
  source: z.string(),
  certain: z.boolean(),
  samples: z.array(PlaceJson),
});
export type FindingJson = z.infer<typeof FindingJson>;

/** What explains findings in bulk, with its proof in numbers. */
export const CauseJson = z.object({
  /** Unique in the report; findings name it. */
  id: z.string(),
  /** Of the catalogue of causes, each with a page in docs/causes. */
  kind: z.string(),
  title: z.string(),
  /** Rows it explains, over all findings that name it. */
  count,
  proof: z.string(),
  fix: z.string(),
  /** Whether `rosterguard repair` can mend it without a guess. */
  repairable: z.boolean(),
  explains: z.array(z.object({ rule: z.string(), file: z.string(), column: z.optional(z.string()), count })),
  samples: z.array(PlaceJson),
});
export type CauseJson = z.infer<typeof CauseJson>;

/** One person or section in the plan; `from` and `to` are sections, values or ids, as the kind says. */
export const PlanSample = z.object({
  id: z.string(),
  name: z.string(),
  line: z.optional(z.int()),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** Changed fields: name to [before, after]. */
  fields: z.optional(z.record(z.string(), z.tuple([z.string(), z.string()]))),
  because: z.optional(z.string()),
});
export type PlanSample = z.infer<typeof PlanSample>;

export const PlanGroup = z.object({ count, samples: z.array(PlanSample) });
export type PlanGroup = z.infer<typeof PlanGroup>;

/**
 * What the upload will do to one kind of record. `removed` is made inactive in complete mode; `ignored` is what the
 * receiver does not take (not a homeroom); `waiting` needs a second cycle; `rekeyed` is the same person under a new
 * Internal ID; `unmatched` could not be matched with certainty; `notSeen` is outside what was compared.
 */
export const planKinds = [
  "added",
  "removed",
  "moved",
  "changed",
  "unchanged",
  "ignored",
  "waiting",
  "rekeyed",
  "reassigned",
  "renamed",
  "unmatched",
  "notSeen",
] as const;
export type PlanKind = (typeof planKinds)[number];

export const RecordPlan = z.object({
  added: PlanGroup,
  removed: PlanGroup,
  moved: PlanGroup,
  changed: PlanGroup,
  unchanged: PlanGroup,
  ignored: PlanGroup,
  waiting: PlanGroup,
  rekeyed: PlanGroup,
  reassigned: PlanGroup,
  renamed: PlanGroup,
  unmatched: PlanGroup,
  notSeen: PlanGroup,
});
export type RecordPlan = z.infer<typeof RecordPlan>;

export const Plan = z.object({
  /** What the file was compared with. */
  against: z.array(z.object({ kind: z.enum(["page", "previous"]), name: z.string(), at: z.string() })),
  mode: z.enum(["partial", "complete"]),
  /** Sentences about limits: "Only 3 of 40 classes were seen on the portal." */
  limits: z.array(z.string()),
  students: RecordPlan,
  classes: RecordPlan,
  teachers: RecordPlan,
});
export type Plan = z.infer<typeof Plan>;

export const FileJson = z.object({
  name: z.string(),
  /** Role in the format, or "" when not recognised. */
  role: z.string(),
  rows: count,
  columns: count,
  bytes: count,
  encoding: z.string(),
  lineEnding: z.string(),
  delimiter: z.string(),
  /** What stood above the header; absent where the header is the first row. */
  titleLines: z.optional(z.readonly(z.array(z.string()))),
  /** The file has no header: its columns were named by what they hold, or numbered. */
  headerless: z.optional(z.boolean()),
});

export const Report = z.object({
  tool: z.object({ name: z.literal("rosterguard"), version: z.string() }),
  date: z.string(),
  format: z.object({
    id: z.string(),
    /** 0 to 1. */
    confidence: z.number(),
    evidence: z.array(z.string()),
  }),
  system: z.nullable(z.string()),
  verdict: z.enum(["accept", "reject", "could-not-check"]),
  files: z.array(FileJson),
  totals: z.object({
    rows: count,
    faults: count,
    warnings: count,
    notes: count,
    /** How many of them the LEA has acknowledged; absent when it has none. */
    acknowledged: z.optional(count),
  }),
  /** What explains findings in bulk, the largest first; reports of older versions have none. */
  causes: z.optional(z.array(CauseJson)),
  findings: z.array(FindingJson),
  notChecked: z.array(z.object({ rule: z.string(), because: z.string() })),
  plan: z.nullable(Plan),
  /** Milliseconds by phase. */
  timings: z.record(z.string(), z.number()),
});
export type Report = z.infer<typeof Report>;
