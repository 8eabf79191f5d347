import { type Control, controlValue } from "./read-cell.ts";
import { closestTo, parentOf, queryOne } from "./safe-dom.ts";
import type { Upload } from "./upload-marks.ts";

/** The portal's own choice of partial or complete upload, by the words of the control the profile names. */
export const readMode = ({ mode }: Upload): "partial" | "complete" | undefined => {
  const control = mode === undefined ? null : (queryOne(document, mode) as Control | null);
  const value = control ? controlValue(control).toLowerCase() : "";
  return (["partial", "complete"] as const).find((each) => value.includes(each));
};

const isVisible = (element: Element): boolean => element.getBoundingClientRect().width > 1;

const aroundOf = (element: Element): Node | null => {
  const parent = parentOf(element);
  return parent instanceof ShadowRoot ? parent.host : parent;
};

/** What the card stands beside: the element, or what stands for it where the page hides the element itself. */
export const standOf = (element: Element): Element => {
  if (isVisible(element)) return element;
  const label = (element as Partial<HTMLInputElement>).labels?.[0] ?? closestTo(element, "label");
  if (label && isVisible(label)) return label;
  let around = aroundOf(element);
  while (around instanceof Element && !isVisible(around)) around = aroundOf(around);
  return around instanceof Element ? around : element;
};

/** Smaller than this, in CSS pixels, and nobody could read the card in a frame, let alone press its buttons. */
const smallest = { width: 240, height: 140 };

export const hasRoomForCard = ({ innerWidth, innerHeight }: Window): boolean =>
  innerWidth >= smallest.width && innerHeight >= smallest.height;
