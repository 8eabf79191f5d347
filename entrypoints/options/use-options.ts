import { useCallback, useEffect, useState } from "preact/hooks";
import { browser } from "#imports";
import type { Quiet } from "../../utils/guard/quiet.ts";
import type { MergedPolicy } from "../../utils/policy/merge-policies.ts";
import { currentPolicy, keyAreas, readMergedPolicy } from "../../utils/store/browser-store.ts";
import { readQuiet } from "../../utils/store/quiet.ts";
import { readTaught, type Taught } from "../../utils/store/taught.ts";

/** "https://portal.example.org" to the match pattern a permission is asked with. */
export const patternOf = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

export type OptionsData = {
  merged: MergedPolicy;
  /** Match patterns of the sites that are allowed. */
  granted: string[];
  /** What the person does not want to be told. */
  quiets: Quiet[];
  /** Portals that a person taught here. */
  taught: Taught[];
};

/** The policy in force and the allowed sites, loaded again when either changes. */
export const useOptions = (): OptionsData | null => {
  const [data, setData] = useState<OptionsData | null>(null);
  const load = useCallback(async () => {
    const [merged, { origins = [] }] = await Promise.all([readMergedPolicy(), browser.permissions.getAll()]);
    document.documentElement.lang = merged.policy.language;
    const quiets = await readQuiet(keyAreas().local, new Date().toISOString());
    const taught = await readTaught(keyAreas().local);
    setData({ merged, granted: origins, quiets, taught });
  }, []);
  useEffect(() => {
    const reload = () => {
      currentPolicy.forget();
      void load();
    };
    browser.storage.onChanged.addListener(reload);
    browser.permissions.onAdded.addListener(reload);
    browser.permissions.onRemoved.addListener(reload);
    reload();
    return () => {
      browser.storage.onChanged.removeListener(reload);
      browser.permissions.onAdded.removeListener(reload);
      browser.permissions.onRemoved.removeListener(reload);
    };
  }, [load]);
  return data;
};
