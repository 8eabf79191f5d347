import type { EditPlace } from "../guard/answer-intent.ts";
import type { Quiet } from "../guard/quiet.ts";
import type { Policy } from "../policy/policy.ts";
import type { CardNews } from "./card-contracts.ts";
import type { Carried, PartName } from "./contracts.ts";
import type { DeskStore } from "./desk-store.ts";

export type PanelView = "today" | "check" | "edits";

/** What is known of a tab for as long as the browser runs. Class names, never a student. */
export type TabNote = {
  origin: string;
  /** Id of the portal's profile. */
  profile: string;
  /** Sections whose roster the tab showed last. */
  sectionIds: string[];
  /** Names of places the tab has shown, by section id. */
  places: Record<string, EditPlace>;
  /** ISO instant the page gives for the last feed. */
  lastSync?: string;
  /** Why the guard rests on this page, in the content script's code (utils/guard/say-resting.ts). */
  resting?: string;
  /** A file went to the portal unchecked, because it was chosen where nothing of ours can be shown. */
  unseenFile?: true;
  /** Id of the profile's page the tab showed last. */
  page?: string;
  /** The view somebody asked for from the page, and when. */
  view?: { name: PanelView; at: string };
};

/** Where it is kept for the browser session that a person did not allow the site in this tab: its origin. */
export const deniedKey = (tabId: number): string => `denied:${tabId}`;

/** Where it is kept for the browser session what people were told once: reasons, see `tellOnce`. */
export const toldKey = "told";

/** A frame of a tab; `documentId` where the browser tells which of the documents it has shown. */
export type PageFrame = {
  tabId: number;
  /** 0 is the tab's own document. */
  frameId: number;
  documentId?: string;
};

/** Effects, passed in: what the desk does to the browser. */
export type DeskServices = {
  us: { id: string /** "chrome-extension://abc/" */; root: string };
  /** ISO instant. */
  now(): string;
  newId(): string;
  isGranted(origin: string): Promise<boolean>;
  policy(): Promise<Policy>;
  store(): Promise<DeskStore>;
  readTab(tabId: number): Promise<TabNote | null>;
  writeTab(tabId: number, note: TabNote): Promise<void>;
  /** Keeps what is under way in a frame for the page that comes next there; nothing of it where it has no edits. */
  writeCarried(page: PageFrame & { origin: string }, carried: Carried): Promise<void>;
  /** Gives what was kept for this page, once: of the same frame and site, and no older than a minute. */
  takeCarried(page: PageFrame & { origin: string }): Promise<Carried | null>;
  /** People's wishes not to be told that still hold. */
  readQuiet(): Promise<Quiet[]>;
  writeQuiet(quiets: readonly Quiet[]): Promise<void>;
  /** True the first time it is asked of a reason since the browser was opened. */
  tellOnce(reason: string): Promise<boolean>;
  /** The reasons that `tellOnce` was asked of. */
  told(): Promise<string[]>;
  /** Must be called in the task of the click's message: browsers forget a click across an await. */
  openPanel(tabId: number): Promise<void>;
  ensureHost(): Promise<void>;
  /** A file is likely to be chosen soon: lets the host get ready; its failing is of no interest. */
  warmHost(): void;
  /** Runs a part of the guest in the frame; rejects where the browser does not let it. */
  addPart(frame: PageFrame, part: PartName): Promise<void>;
  /** Tells the guest in a frame of a tab (0: the tab's own document); what it answers, undefined where nobody does. */
  tellFrame(tabId: number, frameId: number, news: CardNews): Promise<unknown>;
  setBadge(
    tabId: number,
    badge: { count: number; title: string | undefined; resting?: boolean },
  ): Promise<void>;
  pause(milliseconds: number): Promise<void>;
};
