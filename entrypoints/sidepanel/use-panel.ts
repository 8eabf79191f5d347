import { useCallback, useEffect, useState } from "preact/hooks";
import { browser } from "#imports";
import { noticeStorageChange, onStoreChange } from "../../utils/store/browser-store.ts";
import { findActiveTab, loadPanel, type PanelData } from "./panel-data.ts";

/** The panel's data, loaded again whenever the active tab, the store, the policy or a permission changes. */
export const usePanel = (): { data: PanelData | null; failed: boolean } => {
  const [data, setData] = useState<PanelData | null>(null);
  const [failed, setFailed] = useState(false);

  const load = useCallback(async () => {
    try {
      const tabId = await findActiveTab();
      if (tabId !== undefined) setData(await loadPanel(tabId));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }, []);

  useEffect(() => {
    const reload = () => void load();
    const stored = (...[changes, area]: Parameters<typeof noticeStorageChange>) => {
      noticeStorageChange(changes, area);
      reload();
    };
    const events = [
      browser.tabs.onActivated,
      browser.tabs.onUpdated,
      browser.permissions.onAdded,
      browser.permissions.onRemoved,
    ] as unknown as { addListener(listener: () => void): void; removeListener(listener: () => void): void }[];
    for (const event of events) event.addListener(reload);
    browser.storage.onChanged.addListener(stored);
    const stop = onStoreChange(reload);
    reload();
    return () => {
      for (const event of events) event.removeListener(reload);
      browser.storage.onChanged.removeListener(stored);
      stop();
    };
  }, [load]);

  return { data, failed };
};
