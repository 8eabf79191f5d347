import type { Quiet } from "../guard/quiet.ts";
import type { Policy } from "../policy/policy.ts";
import type { Roster } from "../roster/roster.ts";
import type { Carried } from "./contracts.ts";
import { createDesk } from "./desk.ts";
import type { DeskServices, TabNote } from "./desk-services.ts";
import type { DeskStore, KeptEntry } from "./desk-store.ts";

/** The only origin that is granted, and the extension's own address. */
export const origin = "http://127.0.0.1:4173";
export const root = "chrome-extension://us/";

/** Everything the desk can do to the browser and the store, remembered. */
export const makeWorld = (policy: Policy) => {
  const rosters = new Map<string, Roster>();
  const entries = new Map<string, KeptEntry>();
  const tabs = new Map<number, TabNote>();
  const effects: string[] = [];
  const changes: string[] = [];
  const told = new Set<string>();
  const level: { now: Policy["guard"]["level"] } = { now: "inform" };
  const parts: string[] = [];
  const quiet: { list: readonly Quiet[] } = { list: [] };
  const world = { refusesParts: false, frameAnswers: undefined as unknown };
  const frameNews: [tabId: number, frameId: number, news: unknown][] = [];
  const carried = new Map<string, Carried>();
  const clock = { now: "2026-11-19T16:00:00.000Z" };
  let ids = 0;
  const store: DeskStore = {
    digest: async (text) => `digest(${text})`,
    readRoster: async (name) => rosters.get(name) ?? null,
    writeRoster: async (name, roster) => {
      effects.push(`roster ${name}`);
      rosters.set(name, roster);
    },
    putBackFile: async (owner) => {
      effects.push(`put back ${owner}`);
    },
    entriesOf: async (of, section) =>
      [...entries.values()]
        .filter((kept) => kept.origin === of && kept.entry.sectionId === section)
        .reverse(),
    putEntries: async (kept) => {
      for (const one of kept) {
        effects.push(`entry ${one.entry.id}`);
        const readable = one.readable ?? entries.get(one.entry.id)?.readable ?? null;
        entries.set(one.entry.id, { ...one, readable });
      }
    },
    removeEntries: async (gone) => {
      for (const id of gone) entries.delete(id);
    },
    addChange: async (_, sectionId, { joined, left }) => {
      changes.push(`${sectionId} +${joined.map(({ name }) => name)} -${left.map(({ name }) => name)}`);
    },
  };
  const services: DeskServices = {
    us: { id: "us", root },
    now: () => clock.now,
    newId: () => `e${++ids}`,
    isGranted: async (asked) => asked === origin,
    policy: async () => ({ ...policy, guard: { level: level.now } }),
    store: async () => store,
    readTab: async (tabId) => tabs.get(tabId) ?? null,
    writeTab: async (tabId, note) => {
      effects.push(`tab ${tabId}`);
      tabs.set(tabId, note);
    },
    writeCarried: async ({ tabId, frameId }, given) => {
      carried.set(`${tabId} ${frameId}`, given);
    },
    takeCarried: async ({ tabId, frameId }) => carried.get(`${tabId} ${frameId}`) ?? null,
    readQuiet: async () => [...quiet.list],
    writeQuiet: async (list) => {
      effects.push("quiet");
      quiet.list = list;
    },
    tellOnce: async (reason) => !told.has(reason) && told.add(reason) !== undefined,
    told: async () => [...told],
    openPanel: async (tabId) => {
      effects.push(`panel ${tabId}`);
    },
    ensureHost: async () => {
      effects.push("host");
    },
    addPart: async ({ frameId }, part) => {
      if (world.refusesParts) throw new Error("No frame with that id.");
      parts.push(`${part} in ${frameId}`);
    },
    warmHost: () => void effects.push("warm"),
    tellFrame: async (tabId, frameId, news) => {
      frameNews.push([tabId, frameId, news]);
      return world.frameAnswers;
    },
    setBadge: async (_, { count, title }) => {
      effects.push(`badge ${count} ${title ?? ""}`);
    },
    pause: async () => undefined,
  };
  return {
    rosters,
    entries,
    tabs,
    effects,
    changes,
    clock,
    level,
    parts,
    frameNews,
    carried,
    quiet,
    world,
    desk: createDesk(services),
  };
};
