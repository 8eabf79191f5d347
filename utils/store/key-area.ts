/** The part of `browser.storage.session` and `.local` that the store needs; tests pass a Map behind the same shape. */
export type KeyArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string | string[]): Promise<void>;
};

/** Both areas: what is in `session` is never written to disk, what is in `local` is. */
export type KeyAreas = { session: KeyArea; local: KeyArea };
