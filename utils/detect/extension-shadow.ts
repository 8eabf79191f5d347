type ShadowOf = (element: Element) => ShadowRoot | null;

/** How a content script enters shadow roots, closed ones too: Chrome's way, Firefox's, or open ones only. */
export const extensionShadow = (): ShadowOf => {
  const { chrome } = globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot?: ShadowOf } } };
  const ask = chrome?.dom?.openOrClosedShadowRoot;
  if (ask) return (element) => (element instanceof HTMLElement ? ask.call(chrome.dom, element) : null);
  return (element) =>
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot;
};
