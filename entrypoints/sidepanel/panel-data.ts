import { browser } from "#imports";
import type { LedgerItem } from "../../components/LedgerList.tsx";
import { evaluationInstant } from "../../utils/guard/evaluation-instant.ts";
import type { Quiet } from "../../utils/guard/quiet.ts";
import { sayDrift } from "../../utils/guard/say-drift.ts";
import { sayNotice } from "../../utils/guard/say-notice.ts";
import { sayOutcome } from "../../utils/guard/say-outcome.ts";
import { sayResting } from "../../utils/guard/say-resting.ts";
import { summarise } from "../../utils/guard/summarise.ts";
import { activeStudentsOf } from "../../utils/messages/compare-sections.ts";
import { deniedKey, type PanelView, type TabNote, toldKey } from "../../utils/messages/desk-services.ts";
import { type KeptEntry, pageRosterName, type SectionChange } from "../../utils/messages/desk-store.ts";
import { findPortal } from "../../utils/messages/find-portal.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { statementsOf } from "../../utils/portals/say-certainty.ts";
import { taughtPrefix } from "../../utils/portals/taught-portal.ts";
import { lastSyncBefore, nextSync } from "../../utils/procedures/sync-calendar.ts";
import { wallTimeAt } from "../../utils/procedures/zoned-time.ts";
import { currentPolicy, currentStore, keyAreas } from "../../utils/store/browser-store.ts";
import { readQuiet } from "../../utils/store/quiet.ts";
import { type StoredReport, tabReportId } from "../../utils/store/reports.ts";
import type { RosterShelf } from "../../utils/store/rosters.ts";
import { inOrder, planAll, toLedgerItem } from "./ledger-items.ts";
import { isNamed } from "./save-taught.ts";

/** What stands between this tab and its guard, or the guard's view of it. */
export type PageState =
  | { kind: "no-page" }
  | { kind: "not-in-policy" }
  /** A site that is allowed and that no policy names: a person may teach it. */
  | { kind: "teachable"; origin: string }
  | { kind: "not-granted"; origin: string /** The browser asked, and the answer was no. */; denied: boolean }
  | { kind: "reload" }
  | {
      kind: "guarded";
      /** The origin, where a person taught this portal. */
      taught?: string;
      notice: { title: string; lines: string[] };
      /** What became of the edits and reports of these classes since the last sync, as the page and the badge say it. */
      summary?: string;
      /** What the next sync will undo, and when. */
      drift?: string;
      resting?: { title: string; because: string };
      /** A file passed where no check could be shown. */
      unseenFile?: true;
      /** What the portal's profile rests on and nobody has confirmed: ask the LEA. */
      assumed: string[];
      sections: { id: string; title: string; seen: number }[];
      changes: SectionChange[];
      items: LedgerItem[];
    };

export type PanelData = {
  tabId: number;
  policy: Policy;
  page: PageState;
  /** What the person does not want to be told. */
  quiets: Quiet[];
  /** How many warnings were given once and are not repeated. */
  said: number;
  items: LedgerItem[];
  /** All of these that have a day, as one file. */
  calendar: ReturnType<typeof planAll>;
  report: StoredReport | null;
  /** What the page asked to be shown, and when. */
  view: { name: PanelView; at: string } | undefined;
};

/** Tab addresses are known for granted sites, and for the tab on which the icon was pressed. */
export const patternOf = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/** Everything the panel shows of a tab. */
export const loadPanel = async (tabId: number): Promise<PanelData> => {
  const [policy, { ledger, reports }] = await Promise.all([currentPolicy.read(), currentStore()]);
  const key = `tab:${tabId}`;
  const note = (await browser.storage.session.get(key))[key] as TabNote | undefined;
  const now = new Date().toISOString();
  const kept = await ledger.list();
  const items = inOrder(
    kept.map((one) => toLedgerItem(one, policy, now, lastSyncOf(one, note, policy, now))),
  );
  const calendar = planAll(items, wallTimeAt(now, policy.timeZone).date);
  return {
    tabId,
    policy,
    items,
    calendar,
    page: await loadPage(tabId, note, policy, now, (origin, sections) =>
      kept.filter((one) => one.origin === origin && sections.includes(one.entry.sectionId)),
    ),
    quiets: await readQuiet(keyAreas().local, now),
    said: await countSaid(),
    report: await reports.read(tabReportId(tabId)),
    view: note?.view,
  };
};

/** Saves that were held once are no warnings. */
const countSaid = async (): Promise<number> => {
  const told = ((await browser.storage.session.get(toldKey))[toldKey] ?? []) as string[];
  return told.filter((reason) => !reason.startsWith("held ")).length;
};

/** The last sync of an entry's portal: as its page says where the tab shows it, else as planned. */
const lastSyncOf = (
  { origin }: KeptEntry,
  note: TabNote | undefined,
  policy: Policy,
  now: string,
): string | undefined => {
  if (note?.origin === origin && note.lastSync !== undefined) return note.lastSync;
  const sync = findPortal(policy, origin)?.settings.sync;
  return sync && lastSyncBefore(now, sync, policy.calendar, policy.timeZone);
};

/** So many classes are read one by one, however large their roster is; with more of them it is read whole. */
const fewClasses = 6;

/** How many active students each class was seen to have. */
const countSeen = async (
  rosters: RosterShelf,
  name: string,
  sectionIds: readonly string[],
): Promise<Map<string, number>> => {
  const whole = sectionIds.length > fewClasses ? await rosters.read(name) : undefined;
  const counts = sectionIds.map(async (id): Promise<[string, number]> => {
    const seen = whole === undefined ? await rosters.readSection(name, id) : whole;
    return [id, seen ? activeStudentsOf(seen, id).length : 0];
  });
  return new Map(await Promise.all(counts));
};

const loadPage = async (
  tabId: number,
  note: TabNote | undefined,
  policy: Policy,
  now: string,
  entriesOf: (origin: string, sectionIds: readonly string[]) => KeptEntry[],
): Promise<PageState> => {
  const { url } = await browser.tabs.get(tabId);
  const address = url !== undefined && URL.canParse(url) ? new URL(url) : null;
  // Without an address this is a site we may not look at, whatever the tab showed before.
  if (!address || !/^https?:$/.test(address.protocol)) return { kind: "no-page" };
  const { origin } = address;
  const portal = findPortal(policy, origin);
  const isGranted = await browser.permissions.contains({ origins: [patternOf(origin)] });
  if (!portal)
    return isGranted && !isNamed(policy, origin) ? { kind: "teachable", origin } : { kind: "not-in-policy" };
  if (!isGranted) {
    const key = deniedKey(tabId);
    return { kind: "not-granted", origin, denied: (await browser.storage.session.get(key))[key] === origin };
  }
  if (note?.origin !== origin) return { kind: "reload" };
  const { rosters, changes } = await currentStore();
  const seenIn = await countSeen(rosters, pageRosterName(origin), note.sectionIds);
  const lastSync = note.lastSync === undefined ? {} : { lastSync: note.lastSync };
  const shown = note.page === undefined ? {} : { page: note.page };
  const entries = entriesOf(origin, note.sectionIds);
  const summary = sayOutcome(
    summarise(
      entries.map(({ entry }) => entry),
      note.lastSync,
    ),
    wallTimeAt(evaluationInstant(now, note.lastSync), policy.timeZone).date,
    policy.language,
  );
  const at = evaluationInstant(now, note.lastSync);
  const next = nextSync(at, portal.settings.sync, policy.calendar, policy.timeZone);
  const drift = sayDrift(
    entries.map(({ entry }) => entry),
    { next, now: at, timeZone: policy.timeZone },
    policy.language,
  );
  return {
    kind: "guarded",
    ...(portal.profile.id.startsWith(taughtPrefix) && { taught: origin }),
    notice: sayNotice({ ...portal, policy, now, ...lastSync, ...shown }, policy.language),
    assumed: statementsOf(portal.profile, policy.language).assumed.map(({ text }) => text),
    ...(summary === undefined ? {} : { summary }),
    ...(drift === undefined ? {} : { drift }),
    ...(note.resting === undefined ? {} : { resting: sayResting(note.resting, policy.language) }),
    ...(note.unseenFile && { unseenFile: true }),
    sections: note.sectionIds.map((id) => ({
      id,
      title: note.places[id]?.className ?? id,
      seen: seenIn.get(id) ?? 0,
    })),
    changes: (await Promise.all(note.sectionIds.map((id) => changes.list(origin, id)))).flat(),
    items: inOrder(entries.map((one) => toLedgerItem(one, policy, now, note.lastSync))),
  };
};

/** The tab that the panel was opened for in a window of its own; else the active tab of the panel's window. */
export const findActiveTab = async (): Promise<number | undefined> => {
  const own = /^#tab=(\d+)$/.exec(location.hash)?.[1];
  if (own !== undefined) return Number(own);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
};
