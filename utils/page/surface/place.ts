/** Where a card stands beside the control it speaks of. Pure geometry, in CSS pixels of the viewport. */

export type Box = { left: number; top: number; width: number; height: number };
export type Size = { width: number; height: number };
export const sides = ["right", "below", "above", "left"] as const;
export type Side = (typeof sides)[number];
export type Place = Box & { side: Side };

/** Between the card and its control, and between the card and the edge of the window. */
const gap = 10;
const margin = 8;
/**
 * Between two cards: the shadow of one (42 pixels by Chromium's reckoning, styles.ts) counts for IntersectionObserver v2 as
 * lying over the buttons of the other (deliberate-click.ts).
 */
const apart = 48;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

const place = (side: Side, anchor: Box, size: Size, viewport: Size): Place => {
  const left = {
    right: anchor.left + anchor.width + gap,
    left: anchor.left - gap - size.width,
    below: anchor.left,
    above: anchor.left,
  }[side];
  const top = {
    right: anchor.top,
    left: anchor.top,
    below: anchor.top + anchor.height + gap,
    above: anchor.top - gap - size.height,
  }[side];
  return {
    side,
    ...size,
    left: clamp(left, margin, Math.max(margin, viewport.width - size.width - margin)),
    top: clamp(top, margin, Math.max(margin, viewport.height - size.height - margin)),
  };
};

/**
 * The place beside `anchor` that covers least of what the person may need, told by `cost`, and never the anchor itself.
 * In a window too small for that, the half of the window that the anchor is not in.
 */
export const choosePlace = (
  anchor: Box,
  size: Size,
  viewport: Size,
  cost: (place: Place) => number = () => 0,
): Place => {
  const open = sides
    .map((side) => place(side, anchor, size, viewport))
    .filter((each) => !overlaps(each, anchor))
    .map((each) => ({ each, cost: cost(each) }))
    .sort((a, b) => a.cost - b.cost);
  if (open[0]) return open[0].each;
  const below = anchor.top + anchor.height / 2 < viewport.height / 2;
  const centre = { ...place("below", anchor, size, viewport), side: below ? "below" : "above" } as Place;
  return { ...centre, top: below ? Math.max(margin, viewport.height - size.height - margin) : margin };
};

/**
 * A place right of or below `others` for a card that would lie over one of them, as near as there is one; undefined where
 * it lies over none, or there is no room. The first of them is its control.
 */
export const placeAside = (at: Place, others: readonly Box[], viewport: Size): Box | undefined => {
  const [, ...cards] = others;
  if (!cards.some((other) => overlaps(other, at))) return undefined;
  const { width, height } = at;
  const far = ({ left, top }: Box): number => Math.hypot(left - at.left, top - at.top);
  return cards
    .flatMap((other) => [
      { width, height, left: other.left + other.width + apart, top: at.top },
      { width, height, left: at.left, top: other.top + other.height + apart },
    ])
    .filter(
      ({ left, top }) => left + width + margin <= viewport.width && top + height + margin <= viewport.height,
    )
    .filter((each) => !others.some((other) => overlaps(other, each)))
    .sort((a, b) => far(a) - far(b))[0];
};

/** Where along its edge a card's tip stands so that it points at the middle of the control: from the card's start. */
export const tipOf = (anchor: Box, { side, left, top, width, height }: Place): number => {
  const tip = 12;
  const across = side === "above" || side === "below";
  const middle = across ? anchor.left + anchor.width / 2 - left : anchor.top + anchor.height / 2 - top;
  return Math.round(clamp(middle - tip / 2, 14, (across ? width : height) - 14 - tip));
};
