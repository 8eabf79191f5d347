import type { RosterguardDatabase } from "./database.ts";
import type { KeyAreas } from "./key-area.ts";
import { type Retention, shredKeys } from "./keys.ts";
import { quietKey } from "./quiet.ts";

const dayMilliseconds = 86_400_000;

/** A mark for a check that kept no roster is dropped after a day. */
const isStaleMark = (name: string, at: string, now: Date): boolean =>
  name.startsWith("put-back:") && now.getTime() - Date.parse(at) > dayMilliseconds;

/**
 * Deletes what is older than the retention; with "session", rows nobody can read any more go after 90 days (their
 * fates are counts only until then). Returns how many rows went.
 */
export const purgeOld = async (
  database: RosterguardDatabase,
  retention: Retention,
  now: Date,
): Promise<number> => {
  const days = retention === "session" ? 90 : retention;
  const before = new Date(now.getTime() - days * dayMilliseconds).toISOString();
  const counts = await Promise.all([
    database.ledger.where("at").below(before).delete(),
    database.changes.where("at").below(before).delete(),
    database.reports.where("at").below(before).delete(),
  ]);
  const pointers = await database.pointers.toArray();
  const old = pointers.filter(({ name, at }) => at < before || isStaleMark(name, at, now));
  for (const { name, generation, last } of pointers) {
    const isOld = old.some((one) => one.name === name);
    const former = last?.former;
    const gone = [
      ...(isOld ? [generation] : []),
      ...(former && (isOld || former.at < before) ? [former.generation] : []),
    ];
    if (isOld) await database.pointers.delete(name);
    else if (last && gone.length > 0) {
      await database.pointers.update(name, { last: { by: last.by, print: last.print } });
    }
    await database.parts.where("generation").anyOf(gone).delete();
  }
  return counts.reduce((sum, count) => sum + count, old.length);
};

/** A new key opens nothing that an older one sealed: such rosters, changes and reports go; the ledger's fates stay. */
export const dropUnreadable = async ({
  parts,
  pointers,
  changes,
  reports,
}: RosterguardDatabase): Promise<void> => {
  await Promise.all([parts.clear(), pointers.clear(), changes.clear(), reports.clear()]);
};

/**
 * "Delete everything now": keys first, so that even what the disk still holds cannot be read. Tables are emptied, not
 * dropped, so that other contexts with the database open see it and go on. The LEA's policy is not a student's data.
 */
export const deleteEverything = async (database: RosterguardDatabase, areas: KeyAreas): Promise<void> => {
  await shredKeys(areas);
  await areas.local.remove(quietKey);
  await database.transaction("rw", database.tables, () =>
    Promise.all(database.tables.map((table) => table.clear())),
  );
};
