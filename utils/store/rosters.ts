import { unpackRoster } from "../packed/unpack-roster.ts";
import type { Roster } from "../roster/roster.ts";
import type { RosterguardDatabase } from "./database.ts";
import { openGenerations, type StoredSection } from "./generations.ts";

/** Stored rosters by name. `key` is the data key; another key reads nothing. */
export type RosterShelf = {
  /** Null when there is none, or when it was sealed with a key that is gone. */
  read(name: string): Promise<Roster | null>;
  /** One class of it, in milliseconds however large the roster is; null as above. */
  readSection(name: string, sectionId: string): Promise<StoredSection | null>;
  /** Replaces the roster of that name in one step: a reader sees the old one or the new one, never a mixture. */
  write(name: string, roster: Roster, at: string): Promise<void>;
};

/**
 * A write puts a new generation first, flips the pointer in one small transaction, and deletes the old generation
 * after: past the quota IndexedDB may have committed half of the parts, and half a roster must never be read.
 */
export const openRosterShelf = (database: RosterguardDatabase, key: CryptoKey): RosterShelf => {
  const generations = openGenerations(database, key);
  return {
    async read(name) {
      const pointer = await database.pointers.get(name);
      const packed = pointer ? await generations.read(pointer.generation) : null;
      return packed && unpackRoster(packed);
    },

    async readSection(name, sectionId) {
      const pointer = await database.pointers.get(name);
      return pointer ? generations.readSection(pointer.generation, sectionId) : null;
    },

    async write(name, roster, at) {
      const generation = await generations.write(roster);
      const old = await database.transaction("rw", database.pointers, async () => {
        const pointer = await database.pointers.get(name);
        await database.pointers.put({ name, generation, at });
        return pointer?.generation;
      });
      await generations.drop([old]);
    },
  };
};

/** Parts that no pointer names: what a crash or a full disk left behind. Called when the extension starts. */
export const dropOrphans = (database: RosterguardDatabase): Promise<number> =>
  database.transaction("rw", database.parts, database.pointers, async () => {
    const pointers = await database.pointers.toArray();
    const kept = pointers.flatMap(({ generation, last }) => [
      generation,
      last?.former?.generation ?? generation,
    ]);
    return database.parts.where("generation").noneOf(kept).delete();
  });
