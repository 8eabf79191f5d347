import { isAttached } from "../page/safe-dom.ts";
import { make } from "../page/surface/element.ts";
import type { Surface } from "../page/surface/surface.ts";

export type Box = { left: number; top: number; width: number; height: number };

/** A frame around elements of the page, and something of ours at its upper edge. */
export type Outline = { elements: () => readonly Element[]; isStrong: boolean; tag?: HTMLElement };

export type Outlines = { draw: (outlines: readonly Outline[]) => void; clear: () => void };

/** How often a frame follows what it is around where neither scrolling nor resizing tells, in milliseconds. */
const pulse = 250;
const margin = 3;

/** The box around all of these that are drawn; undefined where none is. */
export const boxAround = (elements: readonly Element[]): Box | undefined => {
  const boxes = elements
    .filter(isAttached)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  if (boxes.length === 0) return;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.right)) - left,
    height: Math.max(...boxes.map((box) => box.bottom)) - top,
  };
};

const style = (element: HTMLElement, rules: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value);
};

/** Frames that follow the page and let every click through. */
export const createOutlines = (surface: Surface, window: Window, signal: AbortSignal): Outlines => {
  let shown: { outline: Outline; frame: HTMLElement }[] = [];

  const place = () => {
    for (const { outline, frame } of shown) {
      const box = boxAround(outline.elements());
      frame.hidden = box === undefined;
      if (outline.tag) outline.tag.hidden = box === undefined;
      if (!box) continue;
      style(frame, {
        left: `${box.left - margin}px`,
        top: `${box.top - margin}px`,
        width: `${box.width + 2 * margin}px`,
        height: `${box.height + 2 * margin}px`,
      });
      if (!outline.tag) continue;
      const top = Math.min(Math.max(box.top - margin - 40, 4), window.innerHeight - 44);
      style(outline.tag, { left: `${Math.max(box.left - margin, 4)}px`, top: `${top}px` });
    }
  };
  const clear = () => {
    for (const { outline, frame } of shown) {
      frame.remove();
      outline.tag?.remove();
    }
    shown = [];
  };
  window.addEventListener("scroll", place, { capture: true, passive: true, signal });
  window.addEventListener("resize", place, { passive: true, signal });
  const timer = setInterval(place, pulse);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    clear();
  });

  return {
    clear,
    draw: (outlines) => {
      clear();
      shown = outlines.map((outline) => {
        const frame = make("div", { "aria-hidden": "true" });
        // A light line around a dark one stands out on any ground; in forced colours the border stays.
        style(frame, {
          position: "fixed",
          "pointer-events": "none",
          "border-radius": "6px",
          border: `${outline.isStrong ? 3 : 2}px ${outline.isStrong ? "solid" : "dashed"} #0a5a78`,
          "box-shadow": "0 0 0 2px rgb(255 255 255 / .9)",
          background: outline.isStrong ? "rgb(10 90 120 / .08)" : "transparent",
        });
        surface.add(frame);
        if (outline.tag) surface.add(outline.tag);
        return { outline, frame };
      });
      place();
    },
  };
};
