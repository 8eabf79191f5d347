/**
 * The page's elements, read so that form fields cannot get in the way: a field named "id", "children" or
 * "querySelector" replaces that property of its form, and an image or form so named replaces the document's
 * (HTML Standard, [LegacyOverrideBuiltIns]). Methods and getters are therefore taken from the prototypes.
 */

/** A getter of a prototype or of those above it; found at its first use, where there is a document. */
const getterOf = <T>(prototype: () => object, name: string): ((of: object) => T) => {
  let getter: ((this: object) => unknown) | undefined;
  const find = () => {
    for (let owner: object | null = prototype(); owner; owner = Object.getPrototypeOf(owner)) {
      const found = Object.getOwnPropertyDescriptor(owner, name)?.get;
      if (found) return found;
    }
    throw new Error(`No getter named ${name}: take one the DOM Standard has.`);
  };
  return (of) => {
    getter ??= find();
    return getter.call(of) as T;
  };
};

const firstElementChild = getterOf<Element | null>(() => Element.prototype, "firstElementChild");
const nextElementSibling = getterOf<Element | null>(() => Element.prototype, "nextElementSibling");
const childNodes = getterOf<NodeListOf<ChildNode>>(() => Node.prototype, "childNodes");
const textContent = getterOf<string | null>(() => Node.prototype, "textContent");
const parentNode = getterOf<Node | null>(() => Node.prototype, "parentNode");
const isConnected = getterOf<boolean>(() => Node.prototype, "isConnected");
const documentElement = getterOf<HTMLElement | null>(() => Document.prototype, "documentElement");

const localName = getterOf<string>(() => Element.prototype, "localName");

/** "td": a form's field of that name cannot stand in for it. */
export const tagOf = (element: Element): string => localName(element);

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
  const elements: Element[] = [];
  // Sibling by sibling: this is the inner loop of reading a roster, and a collection of an element's children costs twice as much.
  for (let child = firstElementChild(element); child; child = nextElementSibling(child)) elements.push(child);
  return elements;
};

export const hasElements = (element: Element): boolean => firstElementChild(element) !== null;

export const childNodesOf = (node: Node): Node[] => [...childNodes(node)];

/** The text of an element that holds nothing but text; undefined where it has elements inside. */
export const plainTextOf = (element: Element): string | undefined =>
  hasElements(element) ? undefined : (textContent(element) ?? "");

export const parentOf = (node: Node): Node | null => parentNode(node);

export const isAttached = (node: Node): boolean => isConnected(node);

export const rootElementOf = (document: Document): HTMLElement | null => documentElement(document);

/** Where an event began, as an element; undefined for the document, the window and text. */
export const originOf = (event: Event): Element | undefined => {
  const first = event.composedPath()[0];
  return first instanceof Element ? first : undefined;
};
