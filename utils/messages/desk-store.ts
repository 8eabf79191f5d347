import type { Fate } from "../guard/edit.ts";
import type { LedgerFacts } from "../guard/ledger.ts";
import type { Roster } from "../roster/roster.ts";

/** What the background's desk keeps, in terms of what it needs; utils/store is how. */

/** One edit or report: no name, id or value of a student, only keyed digests. */
export type LedgerEntry = LedgerFacts & {
  id: string;
  schoolId: string;
  sectionId: string;
  /** A StudentField or "id". */
  field?: string;
  /** Digest of the Internal ID; of the typed name for a new row without one. */
  student: string;
  /** How a report was sent: "mail", "phone", "copy" ... */
  channel?: string;
  fate: Fate;
  /** ISO instant at which the fate was found. */
  fateAt?: string;
};

/** What a person reads of a ledger entry; sealed at rest, and gone with the data key. */
export type LedgerReadable = {
  studentId: string;
  /** "Ana Peña"; "" when the page did not tell. */
  name: string;
  sectionTitle: string;
  schoolName: string;
  before?: string;
  after?: string;
};

export type KeptEntry = {
  origin: string;
  entry: LedgerEntry;
  /** Null when the browser was closed since: what became of it is still known, about whom is not. */
  readable: LedgerReadable | null;
  /** ISO instant of the last reminder. */
  remindedAt?: string;
};

/** `elsewhere`: titles of the other classes the student was, or now is, in, as far as they were seen. */
export type NamedStudent = { id: string; name: string; elsewhere?: string[] };

/** Who came and who went between two looks at a class whose whole roster was seen both times. */
export type SectionChange = {
  /** ISO instants of this look and of the one it is compared with. */
  at: string;
  since: string;
  sectionTitle: string;
  joined: NamedStudent[];
  left: NamedStudent[];
};

export type DeskStore = {
  digest(text: string): Promise<string>;
  readRoster(name: string): Promise<Roster | null>;
  writeRoster(name: string, roster: Roster, at: string): Promise<void>;
  /** A checked file was put back: it is not the last one, and will not be when its check has yet to keep it. */
  putBackFile(owner: string, at: string): Promise<void>;
  /** Entries of one section, newest first. */
  entriesOf(origin: string, sectionId: string): Promise<KeptEntry[]>;
  /** Adds or replaces by the entry's id. `readable: null` leaves what is sealed as it is. */
  putEntries(entries: readonly KeptEntry[]): Promise<void>;
  removeEntries(ids: readonly string[]): Promise<void>;
  addChange(origin: string, sectionId: string, change: SectionChange): Promise<void>;
};

/** Names on the roster shelf. */
export const pageRosterName = (origin: string): string => `page:${origin}`;
/** `system` is the receiver, or the format where a file is checked for none. */
export const lastFileName = (lea: { name: string; id?: string | undefined }, system: string): string =>
  `file:${lea.id ?? lea.name} ${system}`;

/** Whose check it is: another tab's file cannot be put back. */
export const checkOwner = (tabId: number | "ours", jobId: string): string => `${tabId}:${jobId}`;
