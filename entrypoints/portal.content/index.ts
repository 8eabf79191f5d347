import { browser, defineContentScript } from "#imports";
import { type ExtensionApi, hearNews } from "../../utils/page/background-link.ts";
import { createEditMemory } from "../../utils/page/edit-memory.ts";
import { meetPageWorld } from "../../utils/page/page-world-link.ts";
import { startSession } from "../../utils/page/portal-session.ts";

/**
 * A page can forge the event by which WXT's context lets a newer copy of a script retire an older one, and so switch
 * us off: it ends here. Whether a newer copy runs is told by a mark in our own world instead.
 */
const shutOffSwitch = (signal: AbortSignal): void => {
  const started = `${browser.runtime.id}:${import.meta.env.ENTRYPOINT}:wxt:content-script-started`;
  window.addEventListener(started, (event) => event.stopImmediatePropagation(), { capture: true, signal });
};

/**
 * A page that writes its document anew (document.open) takes every listener off it and off its window, ours too. A
 * mutation of the document itself is the sign; whether we are deaf is tried with an event of a name nobody knows.
 */
const keepHearing = (listen: () => void, signal: AbortSignal): void => {
  const name = crypto.getRandomValues(new Uint32Array(4)).join("-");
  let isHeard = false;
  const listenToSelf = () =>
    window.addEventListener(
      name,
      () => {
        isHeard = true;
      },
      { signal },
    );
  listenToSelf();
  const observer = new MutationObserver(() => {
    isHeard = false;
    window.dispatchEvent(new Event(name));
    if (isHeard || signal.aborted) return;
    listenToSelf();
    listen();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener("abort", () => observer.disconnect());
};

/** A symbol, because a page's element may answer to any name on the window. */
const mark = Symbol.for("rosterguard.session");

export default defineContentScript({
  // Registered at run time for granted origins only: the extension has no host permission at install.
  registration: "runtime",
  runAt: "document_start",
  allFrames: true,
  matchOriginAsFallback: true,
  noScriptStartedPostMessage: true,
  main(context) {
    const world = globalThis as { [mark]?: AbortSignal };
    if (world[mark] && !world[mark].aborted) return;
    world[mark] = context.signal;

    const api = browser as unknown as ExtensionApi;
    const memory = createEditMemory();
    const pageWorld = meetPageWorld(window);
    let session = new AbortController();
    const start = () => {
      session.abort();
      session = new AbortController();
      startSession(window, api, AbortSignal.any([context.signal, session.signal]), memory, pageWorld);
    };
    // Back from the back/forward cache: ports are dead and the roster may have changed meanwhile.
    const onShow = (event: PageTransitionEvent) => event.persisted && start();
    const listen = () => {
      shutOffSwitch(context.signal);
      window.addEventListener("pageshow", onShow, { signal: context.signal });
      start();
    };
    listen();
    keepHearing(listen, context.signal);
    // Another policy or permission: what this page was told may no longer hold, or may be told at last.
    hearNews(api, start, context.signal);
  },
});
