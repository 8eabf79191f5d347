import type { DeskStore } from "../messages/desk-store.ts";
import { type ChangeLog, openChangeLog } from "./changes.ts";
import { openDatabase, type RosterguardDatabase } from "./database.ts";
import { openDigest } from "./digest.ts";
import type { KeyAreas } from "./key-area.ts";
import { openDataKey, openDigestKey, type Retention } from "./keys.ts";
import { putBackFile } from "./last-files.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { dropUnreadable } from "./purge.ts";
import { openReportShelf, type ReportShelf } from "./reports.ts";
import { openRosterShelf, type RosterShelf } from "./rosters.ts";
import { importDataKey } from "./sealed.ts";

export type Store = {
  database: RosterguardDatabase;
  rosters: RosterShelf;
  ledger: Ledger;
  changes: ChangeLog;
  reports: ReportShelf;
  desk: DeskStore;
  /** Raw data key, for the validator's worker. */
  rawKey: Uint8Array;
};

/** The whole store with the keys in force. Any of our pages and the background may open it; content scripts never. */
export const openStore = async (
  areas: KeyAreas,
  retention: Retention,
  database: RosterguardDatabase = openDatabase(),
): Promise<Store> => {
  const [{ raw, fresh }, digestKey] = await Promise.all([
    openDataKey(areas, retention),
    openDigestKey(areas),
  ]);
  if (fresh) await dropUnreadable(database);
  const [key, digest] = await Promise.all([importDataKey(raw), openDigest(digestKey)]);
  const rosters = openRosterShelf(database, key);
  const ledger = openLedger(database, key);
  const changes = openChangeLog(database, key);
  return {
    database,
    rosters,
    ledger,
    changes,
    reports: openReportShelf(database, key),
    rawKey: raw,
    desk: {
      digest,
      readRoster: rosters.read,
      writeRoster: rosters.write,
      putBackFile: (owner, at) => putBackFile(database, owner, at),
      entriesOf: ledger.entriesOf,
      putEntries: ledger.put,
      removeEntries: ledger.remove,
      addChange: changes.add,
    },
  };
};
