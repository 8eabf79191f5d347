import { browser } from "#imports";
import type { Carried } from "../../utils/messages/contracts.ts";
import type { DeskServices } from "../../utils/messages/desk-services.ts";

/** What is under way in the frames of a tab; in memory only, for as long as a page takes to be followed by another. */
type Kept = Record<string, { origin: string /** Milliseconds since 1970. */; at: number; carried: Carried }>;

export const carriedKey = (tabId: number): string => `carried:${tabId}`;

/** Older than this, in milliseconds, a difference may be anybody's. */
const patience = 60_000;

const read = async (tabId: number): Promise<Kept> => {
  const key = carriedKey(tabId);
  return ((await browser.storage.session.get(key))[key] ?? {}) as Kept;
};

const write = async (tabId: number, kept: Kept): Promise<void> => {
  const key = carriedKey(tabId);
  if (Object.keys(kept).length === 0) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: kept });
};

export const writeCarried: DeskServices["writeCarried"] = async ({ tabId, frameId, origin }, carried) => {
  const { [frameId]: _, ...others } = await read(tabId);
  const own = carried.edits.length > 0 && { [frameId]: { origin, at: Date.now(), carried } };
  await write(tabId, { ...others, ...own });
};

export const takeCarried: DeskServices["takeCarried"] = async ({ tabId, frameId, origin }) => {
  const kept = await read(tabId);
  const { [frameId]: own, ...others } = kept;
  if (!own) return null;
  await write(tabId, others);
  return own.origin === origin && Date.now() - own.at < patience ? own.carried : null;
};
