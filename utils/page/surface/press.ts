/**
 * A page that stops events on their way (a focus trap, a modal) must not make our buttons dead: the content script hears
 * presses at the window before any code of the page, and says them here; what reaches the button as well counts once.
 */

const presses = new WeakMap<Element, () => void>();
const taken = new WeakSet<Event>();

/** Whether this trusted event is handled for the first time. */
export const take = (event: Event): boolean => {
  if (!event.isTrusted || taken.has(event)) return false;
  taken.add(event);
  return true;
};

/** Calls `act` for a person's press of an element of ours; a page's made-up click is ignored. */
export const onPress = (element: Element, act: () => void): void => {
  presses.set(element, act);
  element.addEventListener("click", (event) => take(event) && act());
};

/** A press somewhere in our closed root, as the window hears it. */
export const hearPress = (root: ShadowRoot, event: MouseEvent): void => {
  // A key presses what has the focus and gives no place.
  const at = event.detail === 0 ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY);
  for (let element = at; element; element = element.parentElement) {
    const act = presses.get(element);
    if (act) return void (take(event) && act());
  }
};
