import { oneLine } from "../page/plain-words.ts";
import { attributeOf, isMatch, queryOne, tagOf } from "../page/safe-dom.ts";
import { type FlatTree, findIn, isSeen, leavesOf } from "./flat-tree.ts";
import type { Surroundings } from "./judge-roster.ts";

/** What stands around a list: its headings, in the words of the page. */

export const headings = "h1, h2, h3, h4, h5, h6, [role=heading], legend, caption, summary";
const skipped =
  "nav, [role=navigation], [role=menu], script, style, template, form select, table, [role=grid], [role=dialog], button, dialog";

const textOf = (element: Element, tree: FlatTree): string =>
  oneLine(
    leavesOf(element, tree)
      .map(({ text }) => text)
      .join(" "),
  ).slice(0, 300);

const labelOf = (element: Element, root: Document | ShadowRoot, tree: FlatTree): string[] => {
  const words = [attributeOf(element, "aria-label") ?? "", attributeOf(element, "summary") ?? ""];
  for (const id of (attributeOf(element, "aria-labelledby") ?? "").split(/\s+/).slice(0, 3)) {
    const named = id === "" ? null : root.getElementById(id);
    if (named) words.push(textOf(named, tree));
  }
  const caption = tree.kidsOf(element).find((kid) => tagOf(kid) === "caption");
  if (caption) words.push(textOf(caption, tree));
  return words.filter((one) => one !== "");
};

const labelFor = (element: Element, document: Document, tree: FlatTree): string[] => {
  const id = attributeOf(element, "id");
  const label = id === null || id === "" ? null : queryOne(document, `label[for="${CSS.escape(id)}"]`);
  return label ? [textOf(label, tree)] : [];
};

/** A short element that stands alone above a list is its heading, whatever its tag is. */
const asHeading = (element: Element, tree: FlatTree): string | undefined => {
  if (!isSeen(element) || isMatch(element, "input, select, textarea")) return undefined;
  const heading = findIn(element, (one) => isMatch(one, headings), tree, { left: 60 });
  if (heading) return textOf(heading, tree);
  // A line of controls is no heading, whatever their labels say.
  if (
    isMatch(element, skipped) ||
    findIn(element, (one) => isMatch(one, "button, input, select, textarea"), tree, { left: 60 })
  )
    return undefined;
  const text = textOf(element, tree);
  return text !== "" && text.length <= 90 ? text : undefined;
};

/** Something that names what follows it. */
export type Named = { text: string; element: Element };

/** The nearest words above an element: the elements before it, on the lowest levels that have any. */
const above = (element: Element, document: Document, tree: FlatTree): Named[] => {
  const words: Named[] = [];
  let at = element;
  for (let level = 0; level < 9; level += 1) {
    const parent = tree.above(at);
    if (!parent) break;
    for (const text of labelOf(parent, document, tree)) words.push({ text, element: parent });
    const siblings = tree.kidsOf(parent);
    const here = siblings.indexOf(at);
    const before = siblings.slice(Math.max(0, here - 7), Math.max(0, here)).reverse();
    for (const sibling of before) {
      const text = asHeading(sibling, tree);
      const isHeading = isMatch(sibling, headings);
      if (text !== undefined && /\p{L}{3}/u.test(text)) words.push({ text, element: sibling });
      // What stands above another list is that list's heading.
      if (isHeading || words.length >= 6 || isMatch(sibling, "table, [role=grid], [role=table], ul, ol"))
        break;
    }
    if (words.length >= 3 || before.some((sibling) => isMatch(sibling, headings))) break;
    at = parent;
  }
  return words;
};

/** The words around a list, nearest first, and those of the page as a whole. */
export const surroundingsOf = (
  container: Element,
  document: Document,
  tree: FlatTree,
): Surroundings & { named: Named[] } => {
  const root = container.getRootNode();
  const own = [
    ...labelOf(container, root instanceof ShadowRoot ? root : document, tree),
    ...labelFor(container, document, tree),
  ].map((text) => ({ text, element: container }));
  const named = [...own, ...above(container, document, tree)].slice(0, 8);
  return { named, near: named.map(({ text }) => text), page: pageWords(document) };
};

const { querySelector, querySelectorAll } = Document.prototype;
const plainText = (element: Element | null): string => oneLine((element?.textContent ?? "").slice(0, 300));

/** Headings and titles of the page and of the frames around it: nodes of another frame are no instances of our classes. */
export const pageWords = (document: Document): string[] =>
  framesUp(document)
    .flatMap((page) => [
      plainText(querySelector.call(page, "h1") ?? querySelector.call(page, "h2, [role=heading]")),
      plainText(querySelector.call(page, "head > title")),
      ...[...querySelectorAll.call(page, "[role=tab][aria-selected=true]")].slice(0, 3).map(plainText),
    ])
    .filter((text) => text !== "");

/** A document and those around it that we may read: a roster's heading may stand outside its frame. */
export const framesUp = (document: Document): Document[] => {
  const pages = [document];
  let view: Window | null = document.defaultView;
  for (let depth = 0; depth < 8 && view && view.parent !== view; depth += 1) {
    try {
      view = view.parent;
      pages.push(view.document);
    } catch {
      break;
    }
  }
  return pages;
};
