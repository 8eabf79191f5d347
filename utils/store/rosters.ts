import type { Coverage, Roster, RosterSource, School } from "../roster/roster.ts";
import type { RosterguardDatabase } from "./database.ts";
import { packBySchool, unpackSchool } from "./pack-roster.ts";
import { openBytes, openJson, sealBytes, sealJson } from "./sealed.ts";

/** What is not of one school; stored beside the schools under a name no school id can have. */
const headPart = "\u0000head";
type Head = { source: RosterSource; coverage: Coverage; schools: readonly School[] };

/** Stored rosters, packed and sealed. `key` is the data key; another key reads nothing. */
export type RosterShelf = {
  /** Null when there is none, or when it was sealed with a key that is gone. */
  read(name: string): Promise<Roster | null>;
  /** Replaces the roster of that name in one step: a reader sees the old one or the new one, never a mixture. */
  write(name: string, roster: Roster, at: string): Promise<void>;
  /** Gives a stored roster another name, replacing what had it. False when there is no such roster. */
  rename(name: string, to: string): Promise<boolean>;
  forget(name: string): Promise<void>;
};

/**
 * A write puts a new generation first, flips the pointer in one small transaction, and deletes the old generation
 * after: past the quota IndexedDB may have committed half of the parts, and half a roster must never be read.
 */
export const openRosterShelf = (database: RosterguardDatabase, key: CryptoKey): RosterShelf => {
  const dropGeneration = (generation: string) =>
    database.parts.where("generation").equals(generation).delete();

  const pointTo = (name: string, generation: string, at: string): Promise<string | undefined> =>
    database.transaction("rw", database.pointers, async () => {
      const old = await database.pointers.get(name);
      await database.pointers.put({ name, generation, at });
      return old?.generation;
    });

  return {
    async read(name) {
      const pointer = await database.pointers.get(name);
      if (!pointer) return null;
      const parts = await database.parts.where("generation").equals(pointer.generation).toArray();
      const head = parts.find(({ school }) => school === headPart);
      const opened = head && (await openJson<Head>(key, head));
      if (!opened) return null;
      const schools = [];
      for (const part of parts) {
        if (part === head) continue;
        const bytes = await openBytes(key, part);
        if (!bytes) return null;
        schools.push(unpackSchool(part.school, bytes));
      }
      return {
        ...opened,
        sections: schools.flatMap(({ sections }) => sections),
        teachers: schools.flatMap(({ teachers }) => teachers),
        students: schools.flatMap(({ students }) => students),
      };
    },

    async write(name, roster, at) {
      const generation = crypto.randomUUID();
      const { source, coverage, schools } = roster;
      try {
        const head: Head = { source, coverage, schools };
        await database.parts.put({ generation, school: headPart, ...(await sealJson(key, head)) });
        for (const { school, bytes } of packBySchool(roster)) {
          await database.parts.put({ generation, school, ...(await sealBytes(key, bytes)) });
        }
      } catch (error) {
        await dropGeneration(generation);
        throw error;
      }
      const old = await pointTo(name, generation, at);
      if (old !== undefined) await dropGeneration(old);
    },

    async rename(name, to) {
      const replaced = await database.transaction("rw", database.pointers, async () => {
        const pointer = await database.pointers.get(name);
        if (!pointer) return null;
        const old = await database.pointers.get(to);
        await database.pointers.put({ ...pointer, name: to });
        await database.pointers.delete(name);
        return { generation: old?.generation };
      });
      if (replaced?.generation !== undefined) await dropGeneration(replaced.generation);
      return replaced !== null;
    },

    async forget(name) {
      const pointer = await database.pointers.get(name);
      if (!pointer) return;
      await database.pointers.delete(name);
      await dropGeneration(pointer.generation);
    },
  };
};

/** Parts that no pointer names: what a crash or a full disk left behind. Called when the extension starts. */
export const dropOrphans = (database: RosterguardDatabase): Promise<number> =>
  database.transaction("rw", database.parts, database.pointers, async () => {
    const kept = (await database.pointers.toArray()).map(({ generation }) => generation);
    return database.parts.where("generation").noneOf(kept).delete();
  });
