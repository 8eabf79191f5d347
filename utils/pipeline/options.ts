import type { RoleTable } from "../checks/rule.ts";
import type { Finding, Place } from "../findings/finding.ts";
import type { FormatId } from "../formats/format.ts";
import type { PackedRoster } from "../packed/packed.ts";
import type { Policy } from "../policy/policy.ts";
import type { Roster } from "../roster/roster.ts";
import type { OpenRangeReader } from "../table/range.ts";
import type { SourceFile } from "../table/source.ts";
import type { Table } from "../table/table.ts";
import { mappingOf } from "./mapping-of.ts";

/** What is known while a package is read; faults and warnings are those that single values show so far. */
export type CheckProgress = {
  bytesDone: number;
  bytesTotal: number;
  rows: number;
  file: string;
  faults: number;
  warnings: number;
};

/** Answers the last roster for a receiver, or for a format where there is none. */
export type FindPrevious = (system: string) => Promise<Roster | PackedRoster | undefined>;

export type CheckOptions = {
  /** ISO date the check is made for. */
  date: string;
  /** ISO instant of the check. */
  now: string;
  /** Of Rosterguard, for the report. */
  version: string;
  /** Receiver, e.g. "cli-engage"; without it, the one whose own format the files have. */
  system?: string | undefined;
  /** Detected from headers and names when not given. */
  format?: FormatId | undefined;
  mode?: "partial" | "complete" | undefined;
  policy?: Policy | undefined;
  /** What was seen on the portal's pages. */
  page?: Roster | undefined;
  /** The last file: its roster, the files themselves, or who finds the roster once the receiver or format is known. */
  previous?: Roster | PackedRoster | readonly SourceFile[] | FindPrevious | undefined;
  /** `false` checks only: no roster is made and nothing is compared. */
  plan?: false | undefined;
  /**
   * `false` for who does not keep the roster: where there is nothing to compare with, it is counted and not made. "packed" for
   * who stores it: then objects are made only of what has to be looked at.
   */
  roster?: false | "packed" | undefined;
  /** Hears of the packed roster as soon as there is one, before the rules run. */
  onPacked?: ((packed: PackedRoster) => void) | undefined;
  language?: "en" | "es" | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: CheckProgress) => void) | undefined;
  /** Hears of every finding with all its places, for what names each of them; the report keeps the first thousand. */
  onFinding?: ((finding: Finding, places: Iterable<Place>) => void) | undefined;
  /** Hears of every table that was read, and of those that have a role, before the rules run. */
  onTables?: ((tables: readonly Table[], files: ReadonlyMap<string, RoleTable>) => void) | undefined;
  /** Every cell's text is kept, for whoever writes rows: without it, ids that nothing asks for are only told apart. */
  allText?: boolean | undefined;
  /** Takes files beyond the policy's limit: for the command line, where no page waits. */
  anySize?: boolean | undefined;
  /** Reads a part of a large file on another core. */
  openHelper?: OpenRangeReader | undefined;
  /** Milliseconds from any start. */
  performanceNow?: (() => number) | undefined;
};

/** The part of a policy that a check reads: limits, and the portal whose profile is the receiver, or its only portal. */
export const settingsOf = ({ policy, system }: Pick<CheckOptions, "policy" | "system">) => {
  const portals = policy?.portals ?? [];
  const named = portals.find(({ profile }) => profile === system);
  const portal = system === undefined && portals.length === 1 ? portals[0] : named;
  return {
    acknowledged: policy?.acknowledged ?? [],
    idLengths: policy?.check.idLengths ?? {},
    metadataColumns: portal?.metadataColumns ?? {},
    ...(policy?.check.sizeChange && { sizeChange: policy.check.sizeChange }),
    ...(policy && { calendar: policy.calendar }),
    ...(policy?.check.springTest && { springTest: policy.check.springTest }),
    columns: mappingOf(policy, portal),
  };
};
