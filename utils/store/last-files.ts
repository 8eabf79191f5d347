import type { PackedRoster } from "../packed/packed.ts";
import type { CheckedFile, RosterguardDatabase, RosterPointer } from "./database.ts";
import { openGenerations } from "./generations.ts";

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
   * Begins to read what `readBefore` will be asked for, while the file is still being read. Without a name, which is not known
   * before the receiver is, the file that was checked last is guessed.
   */
  readAhead(print: string, name?: string): void;
  /** The last checked file that is not this one; null when there is none, or its key is gone. */
  readBefore(name: string, print: string): Promise<PackedRoster | null>;
  /** Begins to write a file's roster, which counts for nothing until it is kept. */
  begin(roster: PackedRoster): NewFile;
};

/** A roster on its way to the disk. One of both is called. */
export type NewFile = {
  /** Makes it the last one, unless its owner has put it back already. Throws when it could not be written. */
  keep(name: string, of: CheckOf, at: string): Promise<void>;
  drop(): Promise<void>;
};

const putBackName = (by: string): string => `put-back:${by}`;
/** What names of checked files begin with (`lastFileName`). */
const fileNames = "file:";

/**
 * Two generations under one pointer: the roster is written first, then one transaction makes it the last and the last
 * one the former, and what was the former goes.
 */
export const openLastFiles = (database: RosterguardDatabase, key: CryptoKey): LastFiles => {
  const { pointers } = database;
  const generations = openGenerations(database, key);
  // It is opened while files are read, not after; what is asked of it says whether that failed.
  database.open().catch(() => undefined);

  const generationBefore = (pointer: RosterPointer | undefined, print: string): string | undefined => {
    const file = pointer?.last?.print === print ? pointer.last.former : pointer;
    return file?.generation;
  };
  const pointerOf = async (name: string | undefined): Promise<RosterPointer | undefined> => {
    if (name !== undefined) return pointers.get(name);
    const files = await pointers.where("name").startsWith(fileNames).toArray();
    return files.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
  };
  type Ahead = { generation: string; reading: Promise<PackedRoster | null> };
  let ahead: Promise<Ahead | undefined> | undefined;

  const flip = (name: string, generation: string, { by, print }: CheckOf, at: string) =>
    database.transaction("rw", pointers, async () => {
      // The verdict does not wait for the disk: a quick person has decided before the roster is written.
      if (await pointers.get(putBackName(by))) {
        await pointers.delete(putBackName(by));
        return generation;
      }
      const pointer = await pointers.get(name);
      const now = pointer && asChecked(pointer);
      const isAgain = now?.print === print;
      const former = isAgain ? pointer?.last?.former : now;
      await pointers.put({ name, generation, at, last: { by, print, ...(former && { former }) } });
      return isAgain ? now?.generation : pointer?.last?.former?.generation;
    });

  return {
    readAhead(print, name) {
      const find = async (): Promise<Ahead | undefined> => {
        const generation = generationBefore(await pointerOf(name), print);
        if (generation === undefined) return undefined;
        const reading = generations.read(generation);
        // Whoever asks for it hears of it; the guess may be wrong.
        reading.catch(() => undefined);
        return { generation, reading };
      };
      ahead = find().catch(() => undefined);
    },

    async readBefore(name, print) {
      const generation = generationBefore(await pointers.get(name), print);
      const guessed = await ahead;
      // Read once, it is held by whoever asked.
      ahead = undefined;
      if (generation === undefined) return null;
      return guessed?.generation === generation ? guessed.reading : generations.read(generation);
    },

    begin(roster) {
      const writing = generations.write(roster);
      writing.catch(() => undefined);
      return {
        async keep(name, of, at) {
          const generation = await writing;
          await generations.drop([await flip(name, generation, of, at)]);
        },
        async drop() {
          await generations.drop([await writing.catch(() => undefined)]);
        },
      };
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
