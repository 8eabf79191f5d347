import type { PageRoster } from "../messages/contracts.ts";
import type { BackgroundLink } from "../page/background-link.ts";
import { observePage } from "../page/observe.ts";
import { createPace } from "../page/pace.ts";
import { watchTyping } from "../page/watch-typing.ts";
import { writeRoster } from "../page/write-students.ts";
import { detectRosters } from "./detect-rosters.ts";
import { extensionShadow } from "./extension-shadow.ts";
import { mergeSnapshots } from "./merge-snapshots.ts";

/** A reading tells that it comes from no profile: the page id of every roster that was detected. */
export const detectedPage = "detected";

/** Nobody waits for what is seen here: it gets a thirty-first of the thread at most. */
const share = 30;

/** Between two looks at a page that does not come to rest, in milliseconds. */
const pause = 1000;

/**
 * Reads whatever rosters a page without a profile shows, again whenever it has changed, and tells the background what
 * was seen: parts of one list as one. Every frame tells of itself alone. Nothing is shown and no edit is judged.
 */
export const watchUnknown = (
  window: Window,
  link: Pick<BackgroundLink, "ask">,
  signal: AbortSignal,
  shadowOf = extensionShadow(),
): void => {
  const pace = createPace(share);
  const { breathe } = pace;
  const seen = new Map<string, PageRoster>();
  const prints = new Map<string, string>();
  const { held } = watchTyping({ window, page: () => undefined, signal });
  let looking: Promise<void> | undefined;
  let isAskedAgain = false;
  const read = async () => {
    for (const { roster } of await detectRosters(window.document, {
      shadowOf,
      breathe,
      signal,
      wordsIn: held,
    })) {
      const name = roster.sections[0]?.id ?? "";
      const merged = mergeSnapshots(seen.get(name), roster);
      if (name === "") continue;
      const { sent, print } = await writeRoster(merged, breathe);
      if (signal.aborted) return;
      if (prints.get(name) === print) continue;
      seen.set(name, merged);
      prints.set(name, print);
      // A long text is handed to the browser in one piece: in a task of its own.
      await breathe();
      if (signal.aborted) return;
      void link.ask<"portal/roster">({ type: "portal/roster", page: detectedPage, roster: sent });
    }
  };
  const look = (): Promise<void> => {
    if (looking) isAskedAgain = true;
    looking ??= read().finally(() => {
      looking = undefined;
      if (isAskedAgain && !signal.aborted) setTimeout(watch.nudge, pause);
      isAskedAgain = false;
    });
    return looking;
  };
  const watch = observePage(window, look, pace, signal);
  // Rows made while one scrolls inside a shadow root are no mutation of the document.
  window.addEventListener("scroll", watch.nudge, { capture: true, passive: true, signal });
};
