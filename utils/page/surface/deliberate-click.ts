import { onPress } from "./press.ts";

/** How long a button must have been in plain sight before a press counts, in milliseconds. */
const dwell = 500;

/**
 * Calls `act` for a press that a person meant: trusted, on a button that has really been visible for half a second
 * (a page may lay something over it, fade it or move it under the pointer; IntersectionObserver v2 tells, where the
 * browser has it). A press that does not count calls `onTooSoon`.
 */
export const onDeliberateClick = (button: HTMLElement, act: () => void, onTooSoon: () => void): void => {
  let visibleSince = Number.POSITIVE_INFINITY;
  const options = { threshold: 0.95, trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
    if (!entry) return;
    const isSeen = entry.isIntersecting && entry.isVisible !== false;
    if (!isSeen) visibleSince = Number.POSITIVE_INFINITY;
    else if (visibleSince === Number.POSITIVE_INFINITY) visibleSince = performance.now();
  }, options as IntersectionObserverInit);
  observer.observe(button);
  onPress(button, () => {
    const isPlain = button.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
    if (!isPlain || performance.now() - visibleSince < dwell) return onTooSoon();
    observer.disconnect();
    act();
  });
};
