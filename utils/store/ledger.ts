import type { Fate } from "../guard/edit.ts";
import type { Edit } from "../messages/contracts.ts";
import type { ChangeKind } from "../policy/change-kinds.ts";
import { foldName } from "../roster/fold-name.ts";
import type { LedgerRow, RosterguardDatabase } from "./database.ts";
import type { Digest } from "./digest.ts";
import { openJson, sealJson } from "./sealed.ts";

/** What a person reads of an entry; sealed at rest, and gone with the data key. */
export type LedgerReadable = {
  studentId: string;
  /** "Ana Peña"; "" when the page did not tell. */
  name: string;
  sectionId: string;
  sectionTitle: string;
  schoolId: string;
  before?: string;
  after?: string;
  /** How it was reported: "mail", "phone", "copy" ... */
  channel?: string;
};

export type LedgerEntry = {
  id: string;
  kind: "edit" | "report";
  origin: string;
  change: ChangeKind;
  field?: string;
  at: string;
  syncAt?: string;
  expectedBy?: string;
  remindedAt?: string;
  fate: Fate;
  fateAt?: string;
  /** Null when the browser was closed since: what became of it is still known, about whom is not. */
  readable: LedgerReadable | null;
};

export type NewEntry = Pick<LedgerEntry, "id" | "kind" | "origin" | "at" | "fate"> & {
  edit: Edit;
  syncAt?: string;
  expectedBy?: string;
  readable: LedgerReadable;
};

/** Keyed digests of an entry; "" where there is nothing to compare. */
export type EntryDigests = Pick<LedgerRow, "student" | "person" | "before" | "after">;

export type Ledger = {
  add(entries: readonly NewEntry[]): Promise<void>;
  /** Newest first. */
  list(origin?: string): Promise<LedgerEntry[]>;
  /** Asks `judge` about every entry of a section and keeps the fates that are new. Returns the section's entries. */
  evaluate(
    origin: string,
    sectionId: string,
    judge: (entry: LedgerEntry, digests: EntryDigests) => Promise<Fate>,
    now: string,
  ): Promise<LedgerEntry[]>;
  markReminded(id: string, at: string): Promise<void>;
};

export const openLedger = (database: RosterguardDatabase, key: CryptoKey, digest: Digest): Ledger => {
  const digestOf = (text: string | undefined) => (text ? digest(text) : Promise.resolve(""));

  const toRow = async (entry: NewEntry): Promise<LedgerRow> => ({
    id: entry.id,
    kind: entry.kind,
    origin: entry.origin,
    change: entry.edit.change,
    field: entry.edit.field ?? "",
    section: await digestOf(entry.edit.sectionId),
    student: await digestOf(entry.edit.studentId),
    person: await digestOf(entry.edit.name && foldName(entry.edit.name)),
    before: await digestOf(entry.edit.before),
    after: await digestOf(entry.edit.after),
    at: entry.at,
    syncAt: entry.syncAt ?? "",
    expectedBy: entry.expectedBy ?? "",
    remindedAt: "",
    fate: entry.fate,
    fateAt: "",
    ...(await sealJson(key, entry.readable)),
  });

  const toEntry = async (row: LedgerRow): Promise<LedgerEntry> => ({
    id: row.id,
    kind: row.kind,
    origin: row.origin,
    change: row.change as ChangeKind,
    at: row.at,
    fate: row.fate as Fate,
    readable: await openJson<LedgerReadable>(key, row),
    ...(row.field && { field: row.field }),
    ...(row.syncAt && { syncAt: row.syncAt }),
    ...(row.expectedBy && { expectedBy: row.expectedBy }),
    ...(row.remindedAt && { remindedAt: row.remindedAt }),
    ...(row.fateAt && { fateAt: row.fateAt }),
  });

  return {
    async add(entries) {
      // Rows are made before the transaction: IndexedDB commits while WebCrypto is awaited.
      const rows = await Promise.all(entries.map(toRow));
      await database.ledger.bulkPut(rows);
    },

    async list(origin) {
      const rows = await (origin === undefined
        ? database.ledger.toArray()
        : database.ledger.where("origin").equals(origin).toArray());
      rows.sort((a, b) => (a.at < b.at ? 1 : -1));
      return Promise.all(rows.map(toEntry));
    },

    async evaluate(origin, sectionId, judge, now) {
      const section = await digestOf(sectionId);
      const rows = await database.ledger.where({ section }).toArray();
      const entries = [];
      for (const row of rows) {
        if (row.origin !== origin) continue;
        const entry = await toEntry(row);
        const fate = await judge(entry, row);
        if (fate !== entry.fate) {
          await database.ledger.update(row.id, { fate, fateAt: now });
        }
        entries.push(fate === entry.fate ? entry : { ...entry, fate, fateAt: now });
      }
      return entries;
    },

    async markReminded(id, at) {
      await database.ledger.update(id, { remindedAt: at });
    },
  };
};
