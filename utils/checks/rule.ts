import type {
  Acknowledgement,
  Consequence,
  Finding,
  NotCheckedReason,
  Outcome,
  Place,
  RootCause,
} from "../findings/finding.ts";
import type { FileSpec, Format } from "../formats/format.ts";
import type { Receiver } from "../formats/receiver.ts";
import type { SchoolDays } from "../roster/school-months.ts";
import type { FileProblem, Table } from "../table/table.ts";

/** A file of the package that was recognised: which role it plays and how its columns map to the format's fields. */
export type RoleTable = {
  role: string;
  spec: FileSpec;
  table: Table;
  /** Index of the table's column for a field of the format, by the format's name; absent when the file lacks it. */
  fieldColumn: ReadonlyMap<string, number>;
};

/** Everything a rule may look at. Tables are complete; the clock and the settings are arguments. */
export type CheckContext = {
  format: Format;
  /** Receiver, e.g. "cli-engage"; undefined means the format alone. */
  system: string | undefined;
  /** What that receiver makes of files; `receiverOf(context)` where it is not given. */
  receiver?: Receiver;
  /** By role; absent when the package has no such (readable) file. */
  files: ReadonlyMap<string, RoleTable>;
  /** Names of all files in the package, recognised or not, readable or not. */
  fileNames: readonly string[];
  /** Files that were read and play no role: their names and headers. */
  others?: readonly { file: string; header: readonly string[] }[];
  problems: readonly FileProblem[];
  /** OneRoster manifest as given: file role to "absent" | "bulk" | "delta"; undefined without a manifest. */
  manifest: ReadonlyMap<string, string> | undefined;
  mode: "partial" | "complete" | undefined;
  /** ISO date the check is made for; rules never read a clock. */
  date: string;
  /** From the LEA policy. */
  settings: CheckSettings;
  /** The last file's people, for rules that compare: by internal id. */
  previous: PreviousPeople | undefined;
  /** What this package holds, where it was counted as the last one was; otherwise it is counted from the files. */
  records?: PackageRecords;
};

export type CheckSettings = {
  /** Length an identifier has at this LEA, by field: lets lost leading zeros be proved. */
  idLengths: Readonly<Record<string, number>>;
  /** metadata.* columns the receiver needs, by file role. */
  metadataColumns: Readonly<Record<string, readonly string[]>>;
  /** The LEA's school year, when it gave one. */
  calendar?: SchoolDays;
  /** ISO date on which the state's spring tests began. */
  springTest?: string;
  /** From which change on a size is unusual, where the LEA says otherwise than the defaults. */
  sizeChange?: Readonly<
    Partial<Record<SizeOf, { [key in keyof SizeLimit]?: number | undefined } | undefined>>
  >;
  /** What the LEA knows of already. */
  acknowledged?: readonly Acknowledgement[];
};

/** Ids, each once, as far as rules ask; a Set is one. */
export type IdSet = Iterable<string> & {
  readonly size: number;
  has(id: string): boolean;
  /** Whether `is` holds for one, of which it is shown the UTF-8, bytes[start .. end): for sets that make no text for it. */
  someBytes?: (is: (bytes: Uint8Array, start: number, end: number) => boolean) => boolean;
};

/** The people of the last file. */
export type PreviousPeople = {
  /** The internal ids of those of the keys (`personKey`: folded names and birth date) that exactly one person had. */
  idsOfKeys: (keys: ReadonlySet<string>) => ReadonlyMap<string, string>;
  ids: IdSet;
  /** What the last file held of each type, for rules about size; absent where only people are known. */
  records?: PackageRecords;
};

export const recordTypes = ["schools", "students", "teachers", "sections", "enrollments"] as const;
export type RecordType = (typeof recordTypes)[number];

/** What a package holds, by type of record: for comparing one package with the last. */
export type PackageRecords = {
  /** How it was counted: two packages compare by school, by enrollment and by content only when counted alike. */
  basis: "roster" | "files";
  /** Ids of each type; a type the source does not tell is absent, and enrollments have no id. */
  ids: Readonly<Partial<Record<Exclude<RecordType, "enrollments">, IdSet>>>;
  enrollments: number | undefined;
  /** How many students and sections each school has, by its id. */
  bySchool: Readonly<Record<"students" | "sections", ReadonlyMap<string, number>>>;
  /** By id, all that is told of a record as one text: equal when nothing of it changed. Made when asked for. */
  contentOf: (type: "students" | "teachers" | "sections") => ReadonlyMap<string, string>;
};

/** What sizes are compared of: each type in all, and two of them school by school. */
export const sizesOf = [...recordTypes, "studentsPerSchool", "sectionsPerSchool"] as const;
export type SizeOf = (typeof sizesOf)[number];

/** A change in number that is large in percent and in number, of a population large enough to tell: all three. */
export type SizeLimit = { percent: number; count: number; population: number };

/** What a rule gives back: exact count, facts, and places made lazily (at most `sampleLimit` are read). */
export type Raised = {
  count: number;
  args: Record<string, string | number>;
  places: Iterable<Place>;
  /** When it differs from the rule's own. */
  outcome?: Outcome;
  consequence?: Consequence;
  cause?: string;
  /** When it is the field's or file's own, not the rule's. */
  source?: string;
  certain?: boolean;
};

export type WhoCanFix = "lea-data-team" | "registrar" | "school" | "sis-vendor" | "person-uploading";

export type Rule = {
  /** Worded as the fault; the file name; never renamed silently. */
  id: string;
  outcome: Outcome;
  consequence: Consequence;
  whoCanFix: WhoCanFix;
  /** Named public source, or "Rosterguard" when the rule is ours. */
  source: string;
  certain: boolean;
  /** Formats the rule is about; undefined means all. */
  formats?: readonly string[];
  systems?: readonly string[];
  /** What must be there for the rule to run; an unmet need is listed as not checked. */
  needs: (context: CheckContext) => NotCheckedReason | undefined;
  /** What of it could not be looked at although the rest ran, e.g. references into a file that is not there. */
  partly?: (context: CheckContext) => Iterable<NotCheckedReason>;
  check: (context: CheckContext) => Iterable<Raised>;
};

export type CheckResult = {
  findings: Finding[];
  causes?: RootCause[];
  notChecked: { rule: string; because: NotCheckedReason }[];
};
