import { browser } from "#imports";

const id = "portal";
const files: "/content-scripts/portal.js"[] = ["/content-scripts/portal.js"];

/** Hosts a person (or the browser's policy) has granted, as match patterns. */
const grantedPatterns = async (): Promise<string[]> => {
  const { origins = [] } = await browser.permissions.getAll();
  // The demo build names loopback in its manifest: registering it again would run the script twice.
  return origins.filter((origin) => import.meta.env.MODE !== "demo" || !isLoopback(origin)).sort();
};

const isLoopback = (pattern: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost)\//.test(pattern);

let turn: Promise<void> = Promise.resolve();

/** Makes the registered content script match the granted hosts exactly; kept across sessions by the browser. */
export const syncPortalScripts = (): Promise<void> => {
  turn = turn.then(sync, sync);
  return turn;
};

const sync = async (): Promise<void> => {
  const matches = await grantedPatterns();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: files,
    matches,
    runAt: "document_start" as const,
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
};

/** A portal that was granted just now is guarded at once, without a reload. */
export const injectInto = async (patterns: string[]): Promise<void> => {
  if (patterns.length === 0) return;
  for (const { id: tabId } of await browser.tabs.query({ url: patterns })) {
    if (tabId === undefined) continue;
    await browser.scripting
      .executeScript({ target: { tabId, allFrames: true }, files })
      .catch(() => undefined);
  }
};
