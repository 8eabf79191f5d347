import type { FormatId } from "./format.ts";

/**
 * What a receiver makes of files, where that differs from the format's own letter: data, so that a new receiver is an entry
 * here and no rule asks for one by name. What it makes of records is reconcile's business.
 */

/** One fact about a receiver, with where it is published; `certain: false` is our assumption and labelled so. */
export type Switch<T> = { value: T; source: string; certain: boolean };

export const systems = ["cli-engage", "clever", "microsoft-sds", "generic"] as const;
export type SystemId = (typeof systems)[number];

export type Receiver = {
  id: SystemId;
  title: string;
  /** Formats of its own: a package in one is meant for it. */
  own: readonly FormatId[];
  /** A file with a header and no rows: wanted in place of a missing file, taken without a word, or refused. */
  headerOnly: Switch<"wanted" | "taken" | "refused">;
  /** TRUE and FALSE are read like true and false. */
  anyCaseBooleans: Switch<boolean>;
  /** Columns may stand in any order, whatever the format says. */
  freeColumnOrder: Switch<boolean>;
  /** Whether it asks for OneRoster's manifest.csv. */
  manifest: Switch<"wanted" | "not used">;
  /** Without a manifest every file is the whole of its kind: what is not in it goes. */
  wholeWithoutManifest: Switch<boolean>;
  /** OneRoster files it reads, by role; the others are passed over. Absent: all of them. */
  oneRosterRoles?: Switch<readonly string[]>;
};

const says = <T>(value: T, source: string): Switch<T> => ({ value, source, certain: true });
const assumed = <T>(value: T, because: string): Switch<T> => ({ value, source: because, certain: false });

const standard = "IMS OneRoster CSV tables, rules of the package";
const unpublished = "Nothing is published about it; the format's own rule is kept";

const generic: Receiver = {
  id: "generic",
  title: "Any receiver",
  own: [],
  headerOnly: says("taken", standard),
  anyCaseBooleans: says(false, standard),
  freeColumnOrder: says(false, standard),
  manifest: says("wanted", standard),
  wholeWithoutManifest: says(false, standard),
};

const requirements = "CLI Engage, What are the requirements for Automated Rostering (pages/141230089)";

const cliEngage: Receiver = {
  id: "cli-engage",
  title: "CLI Engage",
  own: ["cli-engage", "cli-engage-workbook"],
  headerOnly: assumed("taken", unpublished),
  anyCaseBooleans: assumed(false, unpublished),
  freeColumnOrder: assumed(false, unpublished),
  manifest: assumed("not used", `${requirements}: six files of OneRoster, without their names`),
  wholeWithoutManifest: says(true, `${requirements}: files are replaced and processed every night`),
  oneRosterRoles: assumed(
    ["orgs", "users", "classes", "enrollments", "demographics", "academicSessions", "courses"],
    `${requirements}: six files of OneRoster, without their names`,
  ),
};

const clever: Receiver = {
  id: "clever",
  title: "Clever",
  own: ["clever-sftp"],
  headerOnly: assumed("taken", unpublished),
  anyCaseBooleans: assumed(false, unpublished),
  freeColumnOrder: says(true, "support.clever.com 203114867: the order of columns does not matter"),
  manifest: assumed("not used", "Clever's own SFTP format has none"),
  wholeWithoutManifest: says(true, "support.clever.com 203114867: files are overwritten, current data only"),
};

const microsoftSds: Receiver = {
  id: "microsoft-sds",
  title: "Microsoft School Data Sync",
  own: ["sds-1", "sds-2.1"],
  headerOnly: says("refused", "OfficeDev/O365-EDU-Tools, SDS_ADF_ETL_Integrations/OneRoster/README.md"),
  anyCaseBooleans: says(true, "learn.microsoft.com/SchoolDataSync/validation-rules-and-descriptions"),
  freeColumnOrder: assumed(false, unpublished),
  manifest: assumed("not used", "The SDS formats have none"),
  wholeWithoutManifest: says(
    true,
    "learn.microsoft.com/schooldatasync/sds-v2.1-csv-file-format: a file left out means its records are gone",
  ),
};

/** The catalogue of receivers. */
export const receivers: readonly Receiver[] = [cliEngage, clever, microsoftSds, generic];

/** The receiver of this id, or else the one whose own format the files have; any receiver when neither tells. */
export const receiverFor = (system: string | undefined, format?: string): Receiver =>
  receivers.find(({ id }) => id === system) ??
  (system === undefined ? receivers.find(({ own }) => own.some((id) => id === format)) : undefined) ??
  generic;
