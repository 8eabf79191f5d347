import { browser } from "#imports";
import type { Policy } from "../../utils/policy/policy.ts";
import { openDatabase } from "../../utils/store/database.ts";
import type { KeyArea, KeyAreas } from "../../utils/store/key-area.ts";
import { openStore, type Store } from "../../utils/store/open-store.ts";
import { type PolicyAreas, readPolicy } from "../../utils/store/policies.ts";

/** Who we are, for telling our own pages from content scripts. */
export const us = () => ({ id: browser.runtime.id, root: browser.runtime.getURL("/") });

export const keyAreas = (): KeyAreas => ({
  session: browser.storage.session as unknown as KeyArea,
  local: browser.storage.local as unknown as KeyArea,
});

export const policyAreas = (): PolicyAreas => ({
  managed: browser.storage.managed as unknown as KeyArea,
  local: browser.storage.local as unknown as KeyArea,
});

export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

let policy: Promise<Policy> | undefined;
let known: Policy | undefined;

/** The policy in force, read again after any of its layers changed. `known` is for code that may not await. */
export const currentPolicy = {
  async read(): Promise<Policy> {
    policy ??= readPolicy(policyAreas(), timeZone()).then((merged) => {
      known = merged.policy;
      return merged.policy;
    });
    return policy;
  },
  known: () => known,
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
export const forgetStore = () => {
  store = undefined;
};
