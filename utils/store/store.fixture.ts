import { openDatabase, type RosterguardDatabase } from "./database.ts";
import type { KeyArea, KeyAreas } from "./key-area.ts";
import { openDataKey } from "./keys.ts";
import { importDataKey } from "./sealed.ts";

/** Browser storage in memory. */
const memoryArea = (): KeyArea & { held: Map<string, unknown> } => {
  const held = new Map<string, unknown>();
  return {
    held,
    get: async (key) => (held.has(key) ? { [key]: held.get(key) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) held.set(key, value);
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) held.delete(key);
    },
  };
};

export const memoryAreas = () => ({ session: memoryArea(), local: memoryArea() });

/** The data key of these areas, made when there is none. */
export const dataKeyOf = async (where: KeyAreas) => importDataKey((await openDataKey(where, "session")).raw);

let opened = 0;

/** A database that no other test has seen. */
export const openFreshDatabase = (): RosterguardDatabase => {
  opened += 1;
  return openDatabase(`test-${opened}`);
};

/** Every byte at rest, as text, the way a person with the disk would look through it. */
export const everythingAtRest = async (database: RosterguardDatabase): Promise<string> => {
  const decoder = new TextDecoder("latin1");
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(rows, (_, value) =>
    value instanceof ArrayBuffer
      ? decoder.decode(value)
      : ArrayBuffer.isView(value)
        ? decoder.decode(value)
        : value,
  );
};
