import { browser, defineContentScript } from "#imports";
import { type ExtensionApi, hearNews } from "../../utils/page/background-link.ts";
import { createEditMemory } from "../../utils/page/edit-memory.ts";
import { startSession } from "../../utils/page/portal-session.ts";

/**
 * A page can forge the event by which WXT's context lets a newer copy of a script retire an older one, and so switch
 * us off: it ends here. Whether a newer copy runs is told by a mark in our own world instead.
 */
const shutOffSwitch = (signal: AbortSignal): void => {
  const started = `${browser.runtime.id}:${import.meta.env.ENTRYPOINT}:wxt:content-script-started`;
  window.addEventListener(started, (event) => event.stopImmediatePropagation(), { capture: true, signal });
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
    shutOffSwitch(context.signal);

    const api = browser as unknown as ExtensionApi;
    const memory = createEditMemory();
    let session = new AbortController();
    const start = () => {
      session.abort();
      session = new AbortController();
      startSession(window, api, AbortSignal.any([context.signal, session.signal]), memory);
    };
    start();
    // Another policy or permission: what this page was told may no longer hold, or may be told at last.
    hearNews(api, start, context.signal);
    // Back from the back/forward cache: ports are dead and the roster may have changed meanwhile.
    window.addEventListener("pageshow", (event) => event.persisted && start(), { signal: context.signal });
  },
});
