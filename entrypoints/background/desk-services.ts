import { browser } from "#imports";
import { type DeskServices, deniedKey, type TabNote, toldKey } from "../../utils/messages/desk-services.ts";
import { ensureHost } from "../../utils/messages/ensure-host.ts";
import { warmHost } from "../../utils/messages/warm-host.ts";
import { currentPolicy, currentStore, keyAreas } from "../../utils/store/browser-store.ts";
import { readQuiet, writeQuiet } from "../../utils/store/quiet.ts";
import { tabReportId } from "../../utils/store/reports.ts";
import { addPart } from "./add-part.ts";
import { carriedKey, takeCarried, writeCarried } from "./carried.ts";
import { openSidePanel } from "./open-side-panel.ts";
import { us } from "./us.ts";

const tabKey = (tabId: number): string => `tab:${tabId}`;

/** Reasons that are remembered; the oldest make room. */
const toldLimit = 2000;

const readTold = async (): Promise<string[]> =>
  ((await browser.storage.session.get(toldKey))[toldKey] ?? []) as string[];

/** Changes what is remembered to have been said in this session. */
export const changeTold = async (change: (told: readonly string[]) => string[]): Promise<void> =>
  browser.storage.session.set({ [toldKey]: change(await readTold()) });

/** A closed tab's note and report: its number may be another tab's one day. */
export const forgetTab = async (tabId: number): Promise<void> => {
  await browser.storage.session.remove([tabKey(tabId), deniedKey(tabId), carriedKey(tabId)]);
  await (await currentStore()).reports.forget(tabReportId(tabId));
};

/** Tabs are numbered anew when the browser starts: no report belongs to any of them. */
export const forgetReports = async (): Promise<void> => (await currentStore()).database.reports.clear();

/** The desk's effects in a real browser. */
export const makeDeskServices = (): DeskServices => ({
  us: us(),
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
  isGranted: (origin) => {
    const { protocol, hostname } = new URL(origin);
    // Match patterns name no port: a host is granted with all of them.
    return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  },
  policy: () => currentPolicy.read(),
  store: async () => (await currentStore()).desk,
  readTab: async (tabId) =>
    ((await browser.storage.session.get(tabKey(tabId)))[tabKey(tabId)] as TabNote | undefined) ?? null,
  writeTab: (tabId, note) => browser.storage.session.set({ [tabKey(tabId)]: note }),
  writeCarried,
  takeCarried,
  told: readTold,
  tellOnce: async (reason) => {
    const told = await readTold();
    if (told.includes(reason)) return false;
    await browser.storage.session.set({ [toldKey]: [...told, reason].slice(-toldLimit) });
    return true;
  },
  openPanel: openSidePanel,
  ensureHost,
  warmHost: () => void warmHost(),
  addPart,
  tellFrame: (tabId, frameId, news) =>
    browser.tabs.sendMessage(tabId, news, { frameId }).catch(() => undefined),
  readQuiet: () => readQuiet(keyAreas().local, new Date().toISOString()),
  writeQuiet: (quiets) => writeQuiet(keyAreas().local, quiets),
  setBadge: async (tabId, { count, title, resting = false }) => {
    const text = resting ? "–" : count === 0 ? "" : count > 99 ? "99+" : String(count);
    const name = browser.i18n.getMessage("extName");
    try {
      await Promise.all([
        browser.action.setBadgeText({ tabId, text }),
        browser.action.setBadgeBackgroundColor({ tabId, color: resting ? "#555555" : "#8a3b00" }),
        browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
        browser.action.setTitle({ tabId, title: title === undefined ? name : `${name}: ${title}` }),
      ]);
    } catch {
      // The tab was closed meanwhile.
    }
  },
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});
