import { oneLine } from "../page/plain-words.ts";
import { type Control, wordsOf } from "../page/read-cell.ts";
import {
  attributeOf,
  childElementsOf,
  childNodesOf,
  hasElements,
  isMatch,
  parentOf,
  plainTextOf,
  tagOf,
} from "../page/safe-dom.ts";
import { longestText } from "./detected.ts";
import { looksLikeName } from "./split-name.ts";

/** The page as it is seen: children of a host are those of its shadow root, those of a slot what was put into it. */

export type FlatTree = {
  kidsOf: (element: Element) => readonly Element[];
  nodesOf: (element: Element) => readonly Node[];
  /** The element above, through slots and shadow roots. */
  above: (element: Element) => Element | undefined;
  /** What a control says. */
  wordsIn: (control: Control) => string;
};

const shadowHosts = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

const mayHost = (element: Element): boolean => {
  const tag = tagOf(element);
  return shadowHosts.has(tag) || tag.includes("-");
};

const openShadow = (element: Element): ShadowRoot | null => element.shadowRoot;

export const createFlatTree = (
  shadowOf: (element: Element) => ShadowRoot | null = openShadow,
  wordsIn: (control: Control) => string = wordsOf,
): FlatTree => {
  const kids = new WeakMap<Element, readonly Element[]>();
  const parents = new WeakMap<Element, Element>();
  const reach = (element: Element): ShadowRoot | null => {
    if (!mayHost(element)) return null;
    try {
      return shadowOf(element);
    } catch {
      return null;
    }
  };
  const nodesOf = (element: Element): readonly Node[] => {
    const shadow = reach(element);
    if (shadow) return childNodesOf(shadow);
    if (tagOf(element) === "slot") {
      const given = HTMLSlotElement.prototype.assignedNodes.call(element as HTMLSlotElement, {
        flatten: true,
      });
      if (given.length > 0) return given;
    }
    return childNodesOf(element);
  };
  const kidsOf = (element: Element): readonly Element[] => {
    if (isLeafCell(element)) return none;
    const known = kids.get(element);
    if (known) return known;
    const special = tagOf(element) === "slot" || reach(element) !== null;
    const found = special
      ? nodesOf(element).filter((node): node is Element => node instanceof Element)
      : childElementsOf(element);
    // Anywhere else the element above is the parent.
    if (special) for (const kid of found) parents.set(kid, element);
    kids.set(element, found);
    return found;
  };
  const above = (element: Element): Element | undefined => {
    const known = parents.get(element);
    if (known) return known;
    const parent = parentOf(element);
    return parent instanceof Element ? parent : undefined;
  };
  return { kidsOf, nodesOf, above, wordsIn };
};

const none: readonly Element[] = [];

/** Most elements of a large page: cells of a table with nothing but text. */
export const isLeafCell = (element: Element): boolean => {
  const tag = tagOf(element);
  return (tag === "td" || tag === "th") && !hasElements(element);
};

const unread = new Set(
  "script style template noscript svg img picture video audio canvas iframe object option".split(" "),
);
const unseen =
  "[hidden], [aria-hidden=true], .sr-only, .visually-hidden, .visuallyhidden, .screenreader-only, .screen-reader-text, .p-hidden-accessible, [role=img]";
const picture = /(?:^|[\s_-])(?:avatar|initials|monogram|photo)(?:$|[\s_-])/i;
/** Things to press or tick say what may be done with a row, not who is in it. */
const pressed = "button, [role=button], input, select, textarea, [role=menu], [role=tooltip]";

/** Whether people see an element; not its text's colour, only what the layout leaves out. */
export const isSeen = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true }) ||
  // Without a box of its own, but its children have theirs.
  getComputedStyle(element).display === "contents";

const isSkipped = (element: Element): boolean =>
  unread.has(tagOf(element)) ||
  isMatch(element, unseen) ||
  picture.test(attributeOf(element, "class") ?? "") ||
  !isSeen(element);

/** A name that is pressed to edit it or to open the person's page. */
const namesSomebody = (element: Element): boolean => {
  if (!isMatch(element, "button, [role=button]")) return false;
  const text = oneLine((element.textContent ?? "").slice(0, 150));
  return text.length < 100 && looksLikeName(text);
};

/** A run of text with the path of the element it stands in, below where the reading began. */
export type Leaf = { text: string; path: string };

const classOf = (element: Element): string =>
  (attributeOf(element, "class") ?? "")
    .split(/\s+/)
    .filter(
      (name) =>
        /^[A-Za-z][\w-]*$/.test(name) && !/\d|odd|even|active|selected|hover|focus|first|last/i.test(name),
    )
    .slice(0, 2)
    .join(".");

/**
 * The runs of text below an element, in the order of the page, each with its path ("span.name", "dl>dd:2"); at most
 * 40, and no text of more than the contract allows. Controls are left out: see `controlsIn`.
 */
export const leavesOf = (element: Element, tree: FlatTree): Leaf[] => {
  // Most cells of most grids are plain text.
  const plain = tagOf(element) === "slot" || mayHost(element) ? undefined : plainTextOf(element);
  if (plain !== undefined) {
    const text = oneLine(plain.slice(0, longestText));
    return text === "" ? [] : [{ text, path: "" }];
  }
  const leaves: Leaf[] = [];
  const counts = new Map<string, number>();
  const walk = (at: Element, path: string, depth: number): void => {
    if (leaves.length >= 40 || depth > 12) return;
    let text = "";
    for (const node of tree.nodesOf(at)) {
      // The rows of a large list, too, stand below an element whose first words are asked for.
      if (leaves.length >= 40 || text.length > longestText) break;
      if (node instanceof Text) text += node.data.length > 2000 ? node.data.slice(0, 2000) : node.data;
      else if (node instanceof Element) {
        if (tagOf(node) === "br") text += " ";
        if (isSkipped(node) || (isMatch(node, pressed) && !namesSomebody(node))) continue;
        const kind = `${tagOf(node)}${classOf(node) === "" ? "" : `.${classOf(node)}`}`;
        const step = `${path}>${kind}`;
        if (text.trim() !== "") {
          put(text, path);
          text = "";
        }
        const nth = (counts.get(step) ?? 0) + 1;
        counts.set(step, nth);
        walk(node, nth === 1 ? step : `${step}:${nth}`, depth + 1);
      }
    }
    if (text.trim() !== "") put(text, path);
  };
  const put = (text: string, path: string) =>
    leaves.push({ text: oneLine(text).slice(0, longestText), path });
  walk(element, "", 0);
  return leaves;
};

/** The first element below (or at) an element that fits, in the order of the page; looks at 400 at most. */
export const findIn = (
  element: Element,
  fits: (candidate: Element) => boolean,
  tree: FlatTree,
  budget = { left: 400 },
): Element | undefined => {
  if (budget.left-- <= 0) return undefined;
  if (fits(element)) return element;
  for (const kid of tree.kidsOf(element)) {
    const found = findIn(kid, fits, tree, budget);
    if (found) return found;
  }
  return undefined;
};

/** Everything below an element, itself first; 400 elements at most. */
export const allIn = (element: Element, tree: FlatTree, most = 400): Element[] => {
  const found: Element[] = [element];
  for (let at = 0; at < found.length && found.length < most; at += 1) found.push(...tree.kidsOf(found[at]!));
  return found.slice(0, most);
};
