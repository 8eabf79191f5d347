type Opener = (element: Element) => ShadowRoot | null;

/**
 * An element's shadow root, open or closed: Chrome gives content scripts `chrome.dom.openOrClosedShadowRoot`, Firefox a
 * property of the element. Null for an element without one.
 */
export const shadowRootOf = (element: Element): ShadowRoot | null => {
  const { chrome } = globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot?: Opener } } };
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  try {
    return (
      chrome?.dom?.openOrClosedShadowRoot?.(element) ?? openOrClosedShadowRoot ?? element.shadowRoot ?? null
    );
  } catch {
    // Chrome's takes HTML elements only.
    return null;
  }
};

/** Follows an element into closed shadow roots, by a way that names an element of each; the innermost one found. */
export const innermost = (element: Element, step: (root: ShadowRoot) => Element | null): Element => {
  let at = element;
  for (let root = shadowRootOf(at); root; root = shadowRootOf(at)) {
    const inner = step(root);
    if (!inner || inner === at) break;
    at = inner;
  }
  return at;
};

/** Elements looked at inside one host; a host of more is read as far as this. */
const mostElements = 5000;

/** All file inputs in an element's shadow roots, however deep. */
export const fileInputsWithin = (host: Element): HTMLInputElement[] => {
  const found: HTMLInputElement[] = [];
  let looked = 0;
  const search = (root: ShadowRoot) => {
    for (const element of root.querySelectorAll("*")) {
      looked += 1;
      if (looked > mostElements) return;
      if (isFileInput(element)) found.push(element);
      const inner = shadowRootOf(element);
      if (inner) search(inner);
    }
  };
  const root = shadowRootOf(host);
  if (root) search(root);
  return found;
};

export const isFileInput = (element: Element | undefined): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === "file";
