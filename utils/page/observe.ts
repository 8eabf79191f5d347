import type { Pace } from "./pace.ts";
import { parentOf } from "./safe-dom.ts";

/** Quiet time after the last change before the page is read again, in milliseconds. */
const settling = 250;
/** A page that never comes to rest is read this often all the same. */
const patience = 2000;

const attributes = ["value", "title", "selected", "hidden", "class", "datetime", "aria-rowcount"];

export type PageWatch = {
  /** Watches this element closely and the rest of the page not at all; without one, waits for any to appear. */
  focus: (root: Element | undefined) => void;
  /** Asks for a reading once the page has settled. */
  nudge: () => void;
};

/**
 * Calls `onSettle` when the page has loaded, when what is watched has changed and come to rest, and when a single-page
 * application has moved on. One observer, whose callback only sets a timer and looks at no record; the work waits for an
 * idle moment, and for its turn after the work before (pace.ts).
 */
export const observePage = (
  window: Window,
  onSettle: () => Promise<void>,
  pace: Pace,
  signal: AbortSignal,
): PageWatch => {
  const { document } = window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstNudge = 0;
  let watched: Element | undefined | null = null;

  const settle = () => {
    const rest = pace.rest();
    timer = rest > 0 ? setTimeout(settle, rest) : undefined;
    if (rest > 0) return;
    const run = () => {
      if (signal.aborted) return;
      pace.begin();
      void onSettle().finally(pace.end);
    };
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 500 });
    else run();
  };
  const nudge = () => {
    if (signal.aborted) return;
    const now = performance.now();
    if (timer === undefined) firstNudge = now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(settling, firstNudge + patience - now)));
  };
  const observer = new MutationObserver(() => {
    pace.noteChange();
    nudge();
  });

  const focus = (root: Element | undefined) => {
    if (watched === root || signal.aborted) return;
    watched = root;
    observer.disconnect();
    if (!root) {
      // The document, not its root element: a page may put another in its place.
      observer.observe(document, { childList: true, subtree: true });
      return;
    }
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: attributes,
    });
    // The removal of the root, or of anything around it, is seen on its ancestors; what else they hold is not.
    for (let above = parentOf(root); above; above = parentOf(above))
      observer.observe(above, { childList: true });
  };

  const listen = { signal, capture: true, passive: true } as const;
  const moveOn = () => {
    pace.restart();
    nudge();
  };
  for (const type of ["popstate", "hashchange"]) window.addEventListener(type, moveOn, listen);
  window.addEventListener("load", nudge, listen);
  document.addEventListener("DOMContentLoaded", nudge, listen);
  // A class picked, a box ticked: values change without any mutation.
  window.addEventListener("change", (event) => event.isTrusted && nudge(), listen);
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener("currententrychange", moveOn, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  // While a page is parsed every element is a mutation: a grid of thousands would be told of one by one.
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => watched === null && focus(undefined), listen);
    timer = setTimeout(settle, patience);
  } else {
    focus(undefined);
    nudge();
  }
  return { focus, nudge };
};

/** When a roster is looked at once more after an edit of it, in milliseconds. */
const afterEdit = [1000, 5000];
/** And when nothing more will show of it (edit-diary.ts). */
const lastLook = 16_000;

/**
 * A nudge after the last of several edits, when what has not shown is told as far as it is known; and one or two before,
 * where the page may draw what nobody sees: inside shadow roots.
 */
export const nudgeAfterEdit = (nudge: () => void, isNeeded: () => boolean): (() => void) => {
  let coming: ReturnType<typeof setTimeout>[] = [];
  return () => {
    for (const timer of coming) clearTimeout(timer);
    coming = [...(isNeeded() ? afterEdit : []), lastLook].map((pause) => setTimeout(nudge, pause));
  };
};
