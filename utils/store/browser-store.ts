import { Dexie } from "dexie";
import { browser } from "#imports";
import type { Policy } from "../policy/policy.ts";
import { openDatabase } from "./database.ts";
import type { KeyArea, KeyAreas } from "./key-area.ts";
import { keyNames } from "./keys.ts";
import { openStore, type Store } from "./open-store.ts";
import { type PolicyAreas, policyKeys, readPolicy } from "./policies.ts";

/** The store over the real browser, for the background and our own pages. */

export const keyAreas = (): KeyAreas => ({
  session: browser.storage.session as unknown as KeyArea,
  local: browser.storage.local as unknown as KeyArea,
});

export const policyAreas = (): PolicyAreas => ({
  managed: browser.storage.managed,
  local: browser.storage.local as unknown as KeyArea,
});

export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

let policy: Promise<Policy> | undefined;

/** The policy in force, read again after any of its layers changed. */
export const currentPolicy = {
  async read(): Promise<Policy> {
    policy ??= readPolicy(policyAreas(), timeZone()).then((merged) => merged.policy);
    return policy;
  },
  forget() {
    policy = undefined;
    void currentPolicy.read();
  },
};

const database = openDatabase();
let store: Promise<Store> | undefined;

/** The store with the keys in force. */
export const currentStore = async (): Promise<Store> => {
  const { retention } = await currentPolicy.read();
  store ??= openStore(keyAreas(), retention, database);
  return store;
};

/** The next use reads the keys again; what is under way ends with the old ones. */
const forgetStore = () => {
  store = undefined;
};

/** To be told of every change of `browser.storage`: what was read before may no longer hold. True for a policy's. */
export const noticeStorageChange = (
  changes: Readonly<Record<string, { newValue?: unknown }>>,
  area: string,
): boolean => {
  const isPolicy = area === "managed" || policyKeys.some((key) => key in changes);
  if (isPolicy) currentPolicy.forget();
  // "Delete everything" shredded the keys, or another retention keeps them elsewhere.
  if (isPolicy || keyNames.some((key) => key in changes && !changes[key]?.newValue)) forgetStore();
  return isPolicy;
};

/** The policy with what the options page tells about it: which keys the district set, and what is wrong. */
export const readMergedPolicy = () => readPolicy(policyAreas(), timeZone());

/** Calls `listener` when stored rows changed in any context, at most every 200 ms. Returns how to stop. */
export const onStoreChange = (listener: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    }, 200);
  };
  Dexie.on("storagemutated", soon);
  return () => {
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(soon);
  };
};
