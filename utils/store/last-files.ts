import type { Roster } from "../roster/roster.ts";
import type { CheckedFile, RosterguardDatabase } from "./database.ts";
import { type FindKnown, openGenerations } from "./generations.ts";

/** Who checked a file, and which file it was. */
export type CheckOf = {
  /** The check's owner, e.g. `checkOwner(tabId, jobId)`: only its owner puts a file back. */
  by: string;
  /** The same for the same file: checked once more, it is not compared with itself. */
  print: string;
};

/** The last checked file of each receiver, and the one before it. */
export type LastFiles = {
  /**
   * The last checked file that is not this one; null when there is none, or its key is gone. What tells the same as `known`
   * shares its records (see `Generations.read`).
   */
  readBefore(name: string, print: string, known?: FindKnown): Promise<Roster | null>;
  /** Makes a checked file the last one, unless its owner has put it back already. */
  keep(name: string, roster: Roster, of: CheckOf, at: string): Promise<void>;
};

const putBackName = (by: string): string => `put-back:${by}`;

/**
 * Two generations under one pointer: the roster is written first, then one transaction makes it the last and the last
 * one the former, and what was the former goes.
 */
export const openLastFiles = (database: RosterguardDatabase, key: CryptoKey): LastFiles => {
  const { pointers } = database;
  const generations = openGenerations(database, key);
  // It is opened while files are read, not after; what is asked of it says whether that failed.
  database.open().catch(() => undefined);
  return {
    async readBefore(name, print, known) {
      const pointer = await pointers.get(name);
      const file = pointer?.last?.print === print ? pointer.last.former : pointer;
      return file ? generations.read(file.generation, known) : null;
    },

    async keep(name, roster, { by, print }, at) {
      const generation = await generations.write(roster);
      const gone = await database.transaction("rw", pointers, async () => {
        // The verdict does not wait for the disk: a quick person has decided before the roster is written.
        if (await pointers.get(putBackName(by))) {
          await pointers.delete(putBackName(by));
          return [generation];
        }
        const pointer = await pointers.get(name);
        const now = pointer && asChecked(pointer);
        const isAgain = now?.print === print;
        const former = isAgain ? pointer?.last?.former : now;
        await pointers.put({ name, generation, at, last: { by, print, ...(former && { former }) } });
        return [isAgain ? now?.generation : pointer?.last?.former?.generation];
      });
      await generations.drop(gone);
    },
  };
};

const asChecked = ({
  generation,
  at,
  last,
}: Pick<CheckedFile, "generation" | "at"> & {
  last?: Omit<CheckedFile, "generation" | "at">;
}): CheckedFile => ({
  generation,
  at,
  by: last?.by ?? "",
  print: last?.print ?? "",
});

/**
 * A person has put a checked file back: the former one is the last again. Where the check has yet to keep its roster,
 * the mark that is left here stops it (and goes with the purge where there is none to keep).
 */
export const putBackFile = async (database: RosterguardDatabase, by: string, at: string): Promise<void> => {
  const { parts, pointers } = database;
  await database.transaction("rw", pointers, parts, async () => {
    const gone: string[] = [];
    for (const { name, generation, last } of await pointers.toArray()) {
      if (!last) continue;
      const { former, ...own } = last;
      if (own.by === by) {
        gone.push(generation);
        if (!former) await pointers.delete(name);
        else {
          const { generation: back, at: since, ...file } = former;
          await pointers.put({ name, generation: back, at: since, last: file });
        }
      } else if (former?.by === by) {
        gone.push(former.generation);
        await pointers.update(name, { last: own });
      }
    }
    if (gone.length > 0) await parts.where("generation").anyOf(gone).delete();
    else await pointers.put({ name: putBackName(by), generation: "", at });
  });
};
