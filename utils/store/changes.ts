import type { RosterguardDatabase } from "./database.ts";
import type { Digest } from "./digest.ts";
import { openJson, sealJson } from "./sealed.ts";

/** A person as the side panel names them. */
export type NamedStudent = { id: string; name: string };

/** Who came and who went between two looks at a class whose whole roster was seen both times. */
export type SectionChange = {
  at: string;
  /** ISO instant of the look it is compared with. */
  since: string;
  sectionTitle: string;
  joined: NamedStudent[];
  left: NamedStudent[];
};

export type ChangeLog = {
  add(origin: string, sectionId: string, change: SectionChange): Promise<void>;
  /** Newest first; sealed ones that can no longer be opened are left out. */
  list(origin: string, sectionId: string): Promise<SectionChange[]>;
};

const keptPerSection = 20;

export const openChangeLog = (database: RosterguardDatabase, key: CryptoKey, digest: Digest): ChangeLog => {
  const rowsOf = async (origin: string, sectionId: string) => {
    const section = await digest(sectionId);
    const rows = await database.changes.where({ origin, section }).toArray();
    return { section, rows: rows.sort((a, b) => (a.at < b.at ? 1 : -1)) };
  };

  return {
    async add(origin, sectionId, change) {
      const { section, rows } = await rowsOf(origin, sectionId);
      const sealed = await sealJson(key, change);
      await database.changes.put({ id: crypto.randomUUID(), origin, section, at: change.at, ...sealed });
      await database.changes.bulkDelete(rows.slice(keptPerSection - 1).map(({ id }) => id));
    },
    async list(origin, sectionId) {
      const { rows } = await rowsOf(origin, sectionId);
      const opened = await Promise.all(rows.map((row) => openJson<SectionChange>(key, row)));
      return opened.filter((change) => change !== null);
    },
  };
};
