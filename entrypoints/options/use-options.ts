import { useCallback, useEffect, useState } from "preact/hooks";
import { browser } from "#imports";
import type { MergedPolicy } from "../../utils/policy/merge-policies.ts";
import { currentPolicy, readMergedPolicy } from "../../utils/store/browser-store.ts";

/** "https://portal.example.org" to the match pattern a permission is asked with. */
export const patternOf = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

export type OptionsData = {
  merged: MergedPolicy;
  /** Match patterns of the sites that are allowed. */
  granted: string[];
};

/** The policy in force and the allowed sites, loaded again when either changes. */
export const useOptions = (): OptionsData | null => {
  const [data, setData] = useState<OptionsData | null>(null);
  const load = useCallback(async () => {
    const [merged, { origins = [] }] = await Promise.all([readMergedPolicy(), browser.permissions.getAll()]);
    document.documentElement.lang = merged.policy.language;
    setData({ merged, granted: origins });
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
