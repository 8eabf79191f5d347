import { parentOf } from "./safe-dom.ts";
import { innermost } from "./shadow-root.ts";

/** What an element is in, as it is shown: its slot, its parent, or the host of its shadow root. */
const outward = (element: Element): Element | undefined => {
  const above = element.assignedSlot ?? parentOf(element);
  if (above instanceof ShadowRoot) return above.host;
  return above instanceof Element ? above : undefined;
};

/** An element and all that it is in, as it is shown, innermost first, through shadow roots. */
export const pathFrom = (element: Element): Element[] => {
  const path = [element];
  for (let above = outward(element); above; above = outward(above)) path.push(above);
  return path;
};

/** The elements an event happened in, innermost first; those inside closed shadow roots too, where the browser helps. */
export const pathOf = (event: Event): Element[] => {
  const shown = event.composedPath().filter((each) => each instanceof Element);
  const [first] = shown;
  if (!first) return [];
  const { clientX, clientY } = event as MouseEvent;
  const isPlaced = event instanceof MouseEvent && event.detail + clientX + clientY !== 0;
  const inner = innermost(first, (root) =>
    isPlaced ? root.elementFromPoint(clientX, clientY) : root.activeElement,
  );
  return inner === first ? shown : pathFrom(inner);
};
