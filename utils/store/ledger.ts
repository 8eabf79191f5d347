import type { KeptEntry, LedgerReadable } from "../messages/desk-store.ts";
import type { LedgerRow, RosterguardDatabase } from "./database.ts";
import { openJson, type Sealed, sealJson } from "./sealed.ts";

export type Ledger = {
  /** Newest first. */
  entriesOf(origin: string, sectionId: string): Promise<KeptEntry[]>;
  list(): Promise<KeptEntry[]>;
  /** Adds or replaces by id; `readable: null` leaves what is sealed as it is. */
  put(entries: readonly KeptEntry[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  markReminded(id: string, at: string): Promise<void>;
};

/** Edits and reports: digests and dates in the open, names sealed with the data key. */
export const openLedger = (database: RosterguardDatabase, key: CryptoKey): Ledger => {
  const toKept = async ({ origin, entry, remindedAt, iv, data }: LedgerRow): Promise<KeptEntry> => ({
    origin,
    entry,
    readable: await openJson<LedgerReadable>(key, { iv, data }),
    ...(remindedAt && { remindedAt }),
  });
  const newestFirst = async (rows: LedgerRow[]): Promise<KeptEntry[]> =>
    Promise.all(rows.sort((a, b) => (a.at < b.at ? 1 : -1)).map(toKept));

  return {
    async entriesOf(origin, section) {
      return newestFirst(await database.ledger.where({ origin, section }).toArray());
    },
    async list() {
      return newestFirst(await database.ledger.toArray());
    },
    async put(entries) {
      const old = await database.ledger.bulkGet(entries.map(({ entry }) => entry.id));
      // Sealed before the write: IndexedDB commits a transaction while WebCrypto is awaited.
      const rows = await Promise.all(
        entries.map(async ({ origin, entry, readable, remindedAt }, i): Promise<LedgerRow> => {
          const before = old[i];
          const sealed: Sealed =
            readable === null && before
              ? { iv: before.iv, data: before.data }
              : await sealJson(key, readable);
          return {
            id: entry.id,
            origin,
            section: entry.sectionId,
            at: entry.at,
            remindedAt: remindedAt ?? before?.remindedAt ?? "",
            entry,
            ...sealed,
          };
        }),
      );
      await database.ledger.bulkPut(rows);
    },
    async remove(ids) {
      await database.ledger.bulkDelete([...ids]);
    },
    async markReminded(id, at) {
      await database.ledger.update(id, { remindedAt: at });
    },
  };
};
