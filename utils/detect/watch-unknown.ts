import type { PageRoster } from "../messages/contracts.ts";
import type { BackgroundLink } from "../page/background-link.ts";
import { observePage } from "../page/observe.ts";
import { writeStudents } from "../page/write-students.ts";
import { detectRosters } from "./detect-rosters.ts";
import { extensionShadow } from "./extension-shadow.ts";
import { mergeSnapshots } from "./merge-snapshots.ts";

/** A reading tells that it comes from no profile: the page id of every roster that was detected. */
export const detectedPage = "detected";

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

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
  const seen = new Map<string, PageRoster>();
  const prints = new Map<string, string>();
  let isLooking = false;
  let isAskedAgain = false;
  const look = async () => {
    if (isLooking) {
      isAskedAgain = true;
      return;
    }
    isLooking = true;
    try {
      for (const { roster } of await detectRosters(window.document, { shadowOf, breathe, signal })) {
        const name = roster.sections[0]?.id ?? "";
        const merged = mergeSnapshots(seen.get(name), roster);
        const print = JSON.stringify(merged);
        if (name === "" || signal.aborted || prints.get(name) === print) continue;
        seen.set(name, merged);
        prints.set(name, print);
        const students = await writeStudents(merged.students, breathe);
        if (signal.aborted) return;
        void link.ask<"portal/roster">({
          type: "portal/roster",
          page: detectedPage,
          roster: { ...merged, students },
        });
      }
    } finally {
      isLooking = false;
    }
    if (isAskedAgain && !signal.aborted) {
      isAskedAgain = false;
      setTimeout(() => void look(), pause);
    }
  };
  const watch = observePage(window, () => void look(), signal);
  // Rows made while one scrolls inside a shadow root are no mutation of the document.
  window.addEventListener("scroll", watch.nudge, { capture: true, passive: true, signal });
};
