import type { Coverage, Roster, RosterSource, School } from "../roster/roster.ts";
import type { RosterguardDatabase } from "./database.ts";
import { packBySchool, unpackSchool } from "./pack-roster.ts";
import { openBytes, openJson, sealBytes, sealJson } from "./sealed.ts";

/** What is not of one school; stored beside the schools under a name no school id can have. */
const headPart = "\u0000head";
type Head = { source: RosterSource; coverage: Coverage; schools: readonly School[] };

/** Rosters by generation, packed and sealed. A generation counts only once a pointer names it. */
export type Generations = {
  /** Null when it is incomplete, or was sealed with a key that is gone. */
  read(generation: string): Promise<Roster | null>;
  /** Answers the new generation's id. Past the quota nothing is left behind, and it throws. */
  write(roster: Roster): Promise<string>;
  drop(generations: readonly (string | undefined)[]): Promise<void>;
};

/** `key` is the data key; another key reads nothing. */
export const openGenerations = (database: RosterguardDatabase, key: CryptoKey): Generations => {
  const drop = async (generations: readonly (string | undefined)[]): Promise<void> => {
    const gone = generations.filter((generation) => generation !== undefined);
    if (gone.length > 0) await database.parts.where("generation").anyOf(gone).delete();
  };

  return {
    drop,

    async read(generation) {
      const parts = await database.parts.where("generation").equals(generation).toArray();
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

    async write(roster) {
      const generation = crypto.randomUUID();
      const { source, coverage, schools } = roster;
      try {
        const head: Head = { source, coverage, schools };
        await database.parts.put({ generation, school: headPart, ...(await sealJson(key, head)) });
        for (const { school, bytes } of packBySchool(roster)) {
          await database.parts.put({ generation, school, ...(await sealBytes(key, bytes)) });
        }
      } catch (error) {
        await drop([generation]);
        throw error;
      }
      return generation;
    },
  };
};
