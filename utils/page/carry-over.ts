import type { SentCarried } from "../messages/contracts.ts";

/** Between two messages about the same page, and after which what was sent may be out of date, in milliseconds. */
const pause = 500;
const stale = 16_000;

/**
 * Sends what is under way whenever that may have changed: at once, since a press may be what the page is left by, and then
 * no more than twice a second; and once more as the page goes.
 */
export const carryOver = (options: {
  window: Window;
  carry: () => SentCarried;
  send: (carried: SentCarried) => void;
  signal: AbortSignal;
}): (() => void) => {
  const { window, carry, send, signal } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let sentAt = Number.NEGATIVE_INFINITY;
  let isSent = false;
  const flush = () => {
    clearTimeout(timer);
    clearTimeout(again);
    timer = undefined;
    if (signal.aborted) return;
    const carried = carry();
    if (carried.edits.length === 0 && !isSent) return;
    isSent = carried.edits.length > 0;
    if (isSent) again = setTimeout(flush, stale);
    sentAt = performance.now();
    send(carried);
  };
  window.addEventListener("pagehide", () => timer !== undefined && flush(), { signal });
  return () => {
    timer ??= setTimeout(flush, Math.max(0, sentAt + pause - performance.now()));
  };
};
