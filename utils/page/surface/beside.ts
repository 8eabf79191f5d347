import { isAttached, isMatch, queryAll } from "../safe-dom.ts";
import { make } from "./element.ts";
import { choosePlace, overlaps, type Place, placeAside, type Size, tipOf } from "./place.ts";
import type { Surface } from "./surface.ts";

export type BesideCard = {
  /** Finds the place again, after the card's content has changed. */
  settle: () => void;
  close: () => void;
};

export type BesideOptions = {
  surface: Surface;
  anchor: Element;
  /** The control again, once the page has drawn it anew; "away" while it is not drawn. The anchor itself when absent. */
  findAgain?: () => Element | "away" | undefined;
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
/** One beside the control itself is what the person uses next. */
const groupWeight = 500;

/** What stands beside a control: all of its table row, or the buttons of the bar, cell or card it is in. */
const besides = (anchor: Element): Element[] => {
  const row = anchor.closest("tr, [role=row]");
  const group = row ?? anchor.parentElement?.parentElement;
  return group ? queryAll(group, row ? interactive : buttons).slice(0, 200) : [];
};

/** Where the page's buttons are, and what stands beside the control: looked for once for all the places there are. */
type Controls = { all: DOMRect[]; own: DOMRect[] };

/** Cards of ours that wait for their own answers. */
const otherCards = (card: Element): DOMRect[] =>
  [...(card.parentNode?.children ?? [])]
    .filter((other) => other !== card && isMatch(other, ".card:not(.corner)"))
    .map((other) => other.getBoundingClientRect());

const controlsAround = (anchor: Element): Controls => ({
  all: queryAll(document, buttons)
    .slice(0, 200)
    .map((button) => button.getBoundingClientRect()),
  own: besides(anchor).map((control) => control.getBoundingClientRect()),
});

/**
 * How much a card in this place would cover that can be used: controls under a grid of points, every button, and most of
 * all what stands beside the control.
 */
const costOf = (place: Place, { all, own }: Controls): number => {
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
  for (const box of all) if (overlaps(box, place)) cost += buttonWeight;
  for (const box of own) if (overlaps(box, place)) cost += groupWeight;
  return cost;
};

/** Nothing weighs as much as what a person works in: the focus must not be obscured (WCAG 2.4.11). */
const focusWeight = 10_000;

/** How long a page may take to draw a roster anew, in milliseconds. */
const redrawing = 2000;

const focusedBox = (stand: Element | undefined): DOMRect | undefined => {
  const { activeElement } = document;
  if (!activeElement || activeElement === stand || activeElement.matches("html, body, iframe")) return;
  const box = activeElement.getBoundingClientRect();
  return box.width > 0 && box.height < innerHeight / 2 ? box : undefined;
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
export const openBeside = (options: BesideOptions): BesideCard => {
  const { surface, card, onEscape, onLost } = options;
  let { anchor } = options;
  const closed = new AbortController();
  const { signal } = closed;
  let place: Place | undefined;
  let frame = 0;
  /** Where the control was when the card was put beside it: rows that move tell nobody. */
  let stood: DOMRect | undefined;

  const settle = () => {
    if (signal.aborted) return;
    const found = locate();
    if (found !== anchor && found instanceof Element) {
      sizes.unobserve(anchor);
      anchor = found;
      sizes.observe(anchor);
    }
    if (!(found instanceof Element)) {
      card.style.visibility = "hidden";
      return;
    }
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    const stand = standOf(anchor, viewport);
    const box = (stand ?? anchor).getBoundingClientRect();
    stood = anchor.getBoundingClientRect();
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const side = place?.side;
    // Once it has a side it keeps it as long as it fits: a card that jumps about cannot be read.
    const worked = focusedBox(stand);
    const hidden = (each: Place) => (worked && overlaps(worked, each) ? focusWeight : 0);
    let controls: Controls | undefined;
    const cost = (each: Place) => {
      controls ??= controlsAround(anchor);
      return costOf(each, controls);
    };
    place = withoutCard(card, () =>
      choosePlace(
        box,
        size,
        viewport,
        (each) => hidden(each) + (side === undefined ? cost(each) : Number(each.side !== side)),
      ),
    );
    const aside = placeAside(place, [box, ...otherCards(card)], viewport);
    const { left, top } = aside ?? place;
    // Not by its corner: a card that goes with its control would count as a shift of the page's layout.
    card.style.translate = `${left}px ${top}px`;
    card.style.setProperty("--tip", `${tipOf(box, place)}px`);
    card.dataset.at = aside ? "aside" : place.side;
    card.style.visibility = stand ? "" : "hidden";
  };
  const locate = (): Element | "away" | undefined =>
    options.findAgain ? options.findAgain() : isAttached(anchor) ? anchor : undefined;
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(settle);
  };

  const sizes = new ResizeObserver(later);
  card.prepend(make("span", { class: "tip" }));
  // Until it has its place: measuring lays it out in a corner first, which would count as a shift of the page's layout.
  card.style.visibility = "hidden";
  card.style.left = "0";
  card.style.top = "0";
  surface.add(card);
  settle();
  sizes.observe(card);
  sizes.observe(anchor);
  window.addEventListener("scroll", later, { capture: true, passive: true, signal });
  window.addEventListener("focusin", later, { capture: true, passive: true, signal });
  window.addEventListener("resize", later, { passive: true, signal });
  const heard = new WeakSet<Event>();
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing || signal.aborted || heard.has(event)) return;
    heard.add(event);
    if (event.key === "Escape") return onEscape();
    if (event.key !== "F6" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (surface.focused()) focusOn(anchor);
    else card.querySelector<HTMLElement>("button, a")?.focus();
  };
  // By the window's first listener where there is one: a page may let no other hear.
  surface.onKey(onKey, signal);
  window.addEventListener("keydown", onKey, { capture: true, signal });
  // A control that goes away, or is drawn anew, does so without an event of its own.
  let lostAt: number | undefined;
  const look = setInterval(() => {
    const found = locate();
    if (found !== undefined) lostAt = undefined;
    else lostAt ??= performance.now();
    if (lostAt !== undefined && performance.now() - lostAt > (options.findAgain ? redrawing : 0))
      return onLost();
    const { left, top } = anchor.getBoundingClientRect();
    const hasMoved = stood !== undefined && (stood.left !== left || stood.top !== top);
    if (found !== anchor || hasMoved || card.style.visibility === "hidden") settle();
  }, 150);

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
