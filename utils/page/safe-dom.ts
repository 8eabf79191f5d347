/**
 * The page's elements, read so that form fields cannot get in the way: a field named "id", "children" or
 * "querySelector" replaces that property of its form, and an image or form so named replaces the document's
 * (HTML Standard, [LegacyOverrideBuiltIns]). Methods and getters are therefore taken from the prototypes.
 */

const getters = new Map<string, (this: object) => unknown>();

const get = <T>(prototype: object, name: string, of: object): T => {
  let getter = getters.get(name);
  for (let owner: object | null = prototype; !getter && owner; owner = Object.getPrototypeOf(owner)) {
    getter = Object.getOwnPropertyDescriptor(owner, name)?.get;
  }
  if (!getter) throw new Error(`No getter named ${name}: take one the DOM Standard has.`);
  getters.set(name, getter);
  return getter.call(of) as T;
};

export const queryAll = (root: Document | Element, selector: string): Element[] => [
  ...(root instanceof Document ? Document : Element).prototype.querySelectorAll.call(root, selector),
];

export const queryOne = (root: Document | Element, selector: string): Element | null =>
  (root instanceof Document ? Document : Element).prototype.querySelector.call(root, selector);

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const closestTo = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const isMatch = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const contains = (outer: Node, inner: Node | null): boolean =>
  Node.prototype.contains.call(outer, inner);

export const childElementsOf = (element: Element): Element[] => {
  const children = get<HTMLCollection>(Element.prototype, "children", element);
  const elements: Element[] = [];
  // By index: this is the inner loop of reading a roster, and an iterator costs twice as much.
  for (let at = 0; at < children.length; at += 1) elements.push(children[at]!);
  return elements;
};

export const childNodesOf = (node: Node): Node[] => [
  ...get<NodeListOf<ChildNode>>(Node.prototype, "childNodes", node),
];

/** The text of an element that holds nothing but text; undefined where it has elements inside. */
export const plainTextOf = (element: Element): string | undefined =>
  get(Element.prototype, "firstElementChild", element) === null
    ? (get<string | null>(Node.prototype, "textContent", element) ?? "")
    : undefined;

export const parentOf = (node: Node): Node | null => get(Node.prototype, "parentNode", node);

export const isAttached = (node: Node): boolean => get(Node.prototype, "isConnected", node);

export const rootElementOf = (document: Document): HTMLElement | null =>
  get(Document.prototype, "documentElement", document);

/** Where an event began, as an element; undefined for the document, the window and text. */
export const originOf = (event: Event): Element | undefined => {
  const first = event.composedPath()[0];
  return first instanceof Element ? first : undefined;
};
