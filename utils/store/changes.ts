import type { SectionChange } from "../messages/desk-store.ts";
import type { RosterguardDatabase } from "./database.ts";
import { openJson, sealJson } from "./sealed.ts";

export type ChangeLog = {
  add(origin: string, sectionId: string, change: SectionChange): Promise<void>;
  /** Newest first; sealed ones that can no longer be opened are left out. */
  list(origin: string, sectionId: string): Promise<SectionChange[]>;
};

const keptPerSection = 20;

/** Who joined and who left each class between two looks at it. */
export const openChangeLog = (database: RosterguardDatabase, key: CryptoKey): ChangeLog => {
  const rowsOf = async (origin: string, section: string) =>
    (await database.changes.where({ origin, section }).toArray()).sort((a, b) => (a.at < b.at ? 1 : -1));

  return {
    async add(origin, section, change) {
      const rows = await rowsOf(origin, section);
      const sealed = await sealJson(key, change);
      await database.changes.put({ id: crypto.randomUUID(), origin, section, at: change.at, ...sealed });
      await database.changes.bulkDelete(rows.slice(keptPerSection - 1).map(({ id }) => id));
    },
    async list(origin, section) {
      const rows = await rowsOf(origin, section);
      const opened = await Promise.all(rows.map((row) => openJson<SectionChange>(key, row)));
      return opened.filter((change) => change !== null);
    },
  };
};
