import { browser } from "#imports";

/** One in our own world beside the page's; and a small one in the page's, which shows it the dialogs nobody else sees. */
const scripts = [
  { id: "portal", js: ["/content-scripts/portal.js" as const], world: "ISOLATED" as const },
  { id: "page-world", js: ["/page-world.js" as const], world: "MAIN" as const },
];
const ids = scripts.map(({ id }) => id);

/** Hosts a person (or the browser's policy) has granted, as match patterns. */
const grantedPatterns = async (): Promise<string[]> => {
  const { origins = [] } = await browser.permissions.getAll();
  // The demo build names loopback in its manifest: registering it again would run the script twice.
  return origins.filter((origin) => import.meta.env.MODE !== "demo" || !isLoopback(origin)).sort();
};

const isLoopback = (pattern: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost)\//.test(pattern);

let turn: Promise<void> = Promise.resolve();

/** Makes the registered content scripts match the granted hosts exactly; kept across sessions by the browser. */
export const syncPortalScripts = (): Promise<void> => {
  turn = turn.then(sync, sync);
  return turn;
};

const sync = async (): Promise<void> => {
  const matches = await grantedPatterns();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids });
  const known = registered.map(({ id }) => id);
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known });
    return;
  }
  const wanted = scripts.map((script) => ({
    ...script,
    matches,
    runAt: "document_start" as const,
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  }));
  const [old, fresh] = [true, false].map((isOld) => wanted.filter(({ id }) => known.includes(id) === isOld));
  if (old!.length > 0) await browser.scripting.updateContentScripts(old!);
  if (fresh!.length > 0) await browser.scripting.registerContentScripts(fresh!);
};

/** Runs in the page's frames: whether our guest is there already (entrypoints/portal.content leaves this mark). */
const isGuarded = (): boolean => {
  const session = (globalThis as Record<symbol, unknown>)[Symbol.for("rosterguard.session")];
  return (session as AbortSignal | undefined)?.aborted === false;
};

/** A portal that was granted just now is guarded at once, without a reload. */
export const injectInto = async (patterns: string[]): Promise<void> => {
  if (patterns.length === 0) return;
  for (const { id: tabId } of await browser.tabs.query({ url: patterns })) {
    if (tabId !== undefined) await injectIntoTab(tabId).catch(() => undefined);
  }
};

const injectIntoTab = async (tabId: number): Promise<void> => {
  const target = { tabId, allFrames: true };
  const frames = await browser.scripting.executeScript({ target, func: isGuarded });
  const frameIds = frames.filter(({ result }) => result !== true).map(({ frameId }) => frameId);
  if (frameIds.length === 0) return;
  for (const { js, world } of scripts)
    await browser.scripting.executeScript({ target: { tabId, frameIds }, files: js, world });
};
