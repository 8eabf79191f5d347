import { isAttached, queryAll } from "../safe-dom.ts";
import { make } from "./element.ts";
import { choosePlace, overlaps, type Place, type Size, tipOf } from "./place.ts";
import type { Surface } from "./surface.ts";

export type BesideCard = {
  /** Finds the place again, after the card's content has changed. */
  settle: () => void;
  close: () => void;
};

export type BesideOptions = {
  surface: Surface;
  anchor: Element;
  card: HTMLElement;
  /** Escape was pressed. */
  onEscape: () => void;
  /** The control is no longer on the page; the card then stays where it is. */
  onLost: () => void;
};

const interactive = "a[href], button, input, select, textarea, [role=button], label";

const buttons = "button, input[type=submit], [role=button]";
/** A button covered weighs as much as so many points of other controls: saving must stay one click away. */
const buttonWeight = 20;

/** How much a card in this place would cover that can be used: controls under a grid of points, and every button. */
const costOf = (place: Place): number => {
  const { left, top, width, height } = place;
  let cost = 0;
  for (let column = 0; column < 5; column += 1) {
    for (let row = 0; row < 4; row += 1) {
      const under = document.elementFromPoint(
        left + (width * (column + 0.5)) / 5,
        top + (height * (row + 0.5)) / 4,
      );
      if (under?.closest(interactive)) cost += 1;
    }
  }
  for (const button of queryAll(document, buttons).slice(0, 200)) {
    if (overlaps(button.getBoundingClientRect(), place)) cost += buttonWeight;
  }
  return cost;
};

const withoutCard = <T>(card: HTMLElement, measure: () => T): T => {
  card.style.pointerEvents = "none";
  try {
    return measure();
  } finally {
    card.style.pointerEvents = "";
  }
};

/**
 * What the card stands beside: its control; or, where the page has scrolled on to something that it has given the focus
 * (a row just added), that; or nothing while both are out of sight.
 */
const standOf = (anchor: Element, viewport: Size): Element | undefined =>
  [anchor, document.activeElement].find((element): element is Element => {
    if (!(element instanceof Element) || (element !== anchor && !element.matches(interactive))) return false;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return bottom > 0 && top < viewport.height && right > 0 && left < viewport.width;
  });

/**
 * Puts a card beside a control, never over it, and keeps it there while the page scrolls. Escape closes, F6 goes to the
 * card and back: the focus is never taken. On closing it returns to the control if it was in the card.
 */
export const openBeside = ({ surface, anchor, card, onEscape, onLost }: BesideOptions): BesideCard => {
  const closed = new AbortController();
  const { signal } = closed;
  let place: Place | undefined;
  let frame = 0;

  const settle = () => {
    if (signal.aborted) return;
    if (!isAttached(anchor)) return onLost();
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    const stand = standOf(anchor, viewport);
    const box = (stand ?? anchor).getBoundingClientRect();
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const side = place?.side;
    // Once it has a side it keeps it as long as it fits: a card that jumps about cannot be read.
    place = withoutCard(card, () =>
      choosePlace(box, size, viewport, side ? (each) => (each.side === side ? 0 : 1) : costOf),
    );
    card.style.left = `${place.left}px`;
    card.style.top = `${place.top}px`;
    card.style.setProperty("--tip", `${tipOf(box, place)}px`);
    card.dataset.at = place.side;
    card.style.visibility = stand ? "" : "hidden";
  };
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(settle);
  };

  card.prepend(make("span", { class: "tip" }));
  surface.add(card);
  settle();
  const sizes = new ResizeObserver(later);
  sizes.observe(card);
  sizes.observe(anchor);
  window.addEventListener("scroll", later, { capture: true, passive: true, signal });
  window.addEventListener("focusin", later, { capture: true, passive: true, signal });
  window.addEventListener("resize", later, { passive: true, signal });
  window.addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted || event.isComposing) return;
      if (event.key === "Escape") onEscape();
      if (event.key !== "F6" || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (surface.focused()) focusOn(anchor);
      else card.querySelector<HTMLElement>("button, a")?.focus();
    },
    { capture: true, signal },
  );
  // A control that goes away does so without an event of its own.
  const look = setInterval(() => isAttached(anchor) || onLost(), 500);

  return {
    settle: () => {
      place = undefined;
      settle();
    },
    close: () => {
      if (signal.aborted) return;
      const focused = surface.focused();
      const hadFocus = focused !== null && card.contains(focused);
      closed.abort();
      sizes.disconnect();
      clearInterval(look);
      cancelAnimationFrame(frame);
      card.remove();
      if (hadFocus) focusOn(anchor);
    },
  };
};

const focusOn = (anchor: Element): void => {
  if (isAttached(anchor)) HTMLElement.prototype.focus.call(anchor, { preventScroll: true });
};
