import { fromBase64, toBase64 } from "./base64.ts";
import type { KeyArea, KeyAreas } from "./key-area.ts";

/** How long stored rows stay readable: until the browser closes, or a number of days. */
export type Retention = "session" | number;

const dataKeyName = "dataKey";
const digestKeyName = "digestKey";
export const keyNames = [dataKeyName, digestKeyName];
const keyBytes = 32;

const readKey = async (area: KeyArea, name: string): Promise<Uint8Array | null> => {
  const stored = (await area.get(name))[name];
  const raw = typeof stored === "string" ? fromBase64(stored) : null;
  return raw?.length === keyBytes ? raw : null;
};

const makeKey = async (area: KeyArea, name: string): Promise<Uint8Array> => {
  const raw = crypto.getRandomValues(new Uint8Array(keyBytes));
  await area.set({ [name]: toBase64(raw) });
  return raw;
};

/** The background, the panel and the options may open the store at the same moment: only one of them makes a key. */
const alone = <T>(task: () => Promise<T>): Promise<T> =>
  // The DOM types call the result of an async task a promise of a promise.
  navigator.locks.request("rosterguard-keys", task) as Promise<T>;

/**
 * The raw AES key of everything readable, made when there is none. Kept in `storage.session`, the only place from
 * which closing the browser really destroys it (deleted IndexedDB rows and keys stay in its files), unless the
 * policy keeps rows for a number of days: then in `storage.local`, and purge deletes rows by their age.
 * `fresh` says that whatever was stored before can no longer be read.
 */
export const openDataKey = (
  areas: KeyAreas,
  retention: Retention,
): Promise<{ raw: Uint8Array; fresh: boolean }> =>
  alone(async () => {
    const [area, other] =
      retention === "session" ? [areas.session, areas.local] : [areas.local, areas.session];
    const found = await readKey(area, dataKeyName);
    // A key that the other retention left behind would outlive the promise.
    await other.remove(dataKeyName);
    return found ? { raw: found, fresh: false } : { raw: await makeKey(area, dataKeyName), fresh: true };
  });

/** The per-install key of the ledger's digests. It stays on this device: digests say nothing elsewhere. */
export const openDigestKey = (areas: KeyAreas): Promise<Uint8Array> =>
  alone(
    async () => (await readKey(areas.local, digestKeyName)) ?? (await makeKey(areas.local, digestKeyName)),
  );

/** Destroys both keys: what was stored cannot be read or recognised again, even from the disk. */
export const shredKeys = async (areas: KeyAreas): Promise<void> => {
  await areas.session.remove(dataKeyName);
  await areas.local.remove([dataKeyName, digestKeyName]);
};
