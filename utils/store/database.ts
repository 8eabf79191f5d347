import { Dexie, type EntityTable, type Table } from "dexie";
import type { LedgerEntry } from "../messages/desk-store.ts";
import type { Sealed } from "./sealed.ts";

/** One school of one generation of a roster; "" for what names no school. */
export type RosterPart = Sealed & { generation: string; school: string };

/** A file that was checked: its roster, when, by which check, and a digest that tells the file from another. */
export type CheckedFile = { generation: string; at: string; by: string; print: string };

/**
 * Which generation of a roster counts. Written last: a generation without a pointer never happened.
 * Names: "page:ORIGIN" (seen on a portal), "file:LEA SYSTEM" (checked last), "put-back:CHECK" (its file is not to be kept).
 */
export type RosterPointer = {
  name: string;
  generation: string;
  /** ISO instant. */
  at: string;
  /** Of a checked file: the rest of it, and the one that was the last before. */
  last?: { by: string; print: string; former?: CheckedFile };
};

/** One edit or report: keyed digests and dates in the open, what a person reads of it sealed. */
export type LedgerRow = Sealed & {
  id: string;
  origin: string;
  section: string;
  at: string;
  /** ISO instant, or "". */
  remindedAt: string;
  entry: LedgerEntry;
};

/** Who joined and who left a class between two looks at it; names sealed. */
export type ChangeRow = Sealed & { id: string; origin: string; section: string; at: string };

/** The last report of a tab or of the checker, sealed. `counts` are shown when it can no longer be opened. */
export type ReportRow = Sealed & { id: string; jobId: string; at: string };

/** The extension's own database. Content scripts never open it: their IndexedDB is the page's. */
export type RosterguardDatabase = Dexie & {
  parts: Table<RosterPart, [string, string]>;
  pointers: EntityTable<RosterPointer, "name">;
  ledger: EntityTable<LedgerRow, "id">;
  changes: EntityTable<ChangeRow, "id">;
  reports: EntityTable<ReportRow, "id">;
};

export const openDatabase = (name = "rosterguard"): RosterguardDatabase => {
  const database = new Dexie(name) as RosterguardDatabase;
  database.version(1).stores({
    parts: "[generation+school], generation",
    pointers: "name, generation",
    ledger: "id, [origin+section], at",
    changes: "id, [origin+section], at",
    reports: "id, at",
  });
  return database;
};
