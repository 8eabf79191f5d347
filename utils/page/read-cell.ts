import type { Place } from "../portals/profile.ts";
import { oneLine } from "./plain-words.ts";
import { attributeOf, childNodesOf, isMatch, plainTextOf, queryAll, queryOne, tagOf } from "./safe-dom.ts";

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controls =
  "input:not([type=hidden], [type=button], [type=submit], [type=reset], [type=image], [type=file]), select, textarea";

/** Longest value kept; the contract allows 500 characters. */
const longest = 500;

const controlTags = new Set(["input", "select", "textarea"]);

export const isControl = (element: Element): element is Control =>
  controlTags.has(tagOf(element)) && isMatch(element, controls);

/** A press of this control is told to the page by its form's submit event, unless the browser's own checks refuse it. */
export const isSubmit = (control: Element): boolean =>
  isMatch(control, "form input[type=submit], form button:not([type=button], [type=reset])");

export const controlIn = (cell: Element): Control | undefined =>
  (isControl(cell) ? cell : (queryOne(cell, controls) ?? undefined)) as Control | undefined;

/** A control's value as the portal would send it; "true" or "false" for a box to tick. */
export const controlValue = (control: Control): string => {
  if (isMatch(control, "input[type=checkbox], input[type=radio]"))
    return String((control as HTMLInputElement).checked);
  return control.value;
};

/** A select's chosen words, another control's value. */
export const wordsOf = (control: Control): string =>
  isMatch(control, "select")
    ? ((control as HTMLSelectElement).selectedOptions[0]?.text ?? "")
    : controlValue(control);

const unseen = "script, style, template, noscript, svg, img, [hidden], [aria-hidden=true], .sr-only";

const visibleText = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || isMatch(node, unseen)) return "";
  return childNodesOf(node).map(visibleText).join(" ");
};

/** The text of an element without what nobody reads: scripts, hidden nodes, avatars, words for sorting. */
export const textIn = (element: Element): string => oneLine(visibleText(element)).slice(0, longest);

/**
 * What a cell says: the value of its control, else its title, else its text, else a hidden field's value. `read` is how
 * a control's value is taken, so that unsaved typing can be left out.
 */
export const readCell = (cell: Element, read: (control: Control) => string = controlValue): string => {
  // Most cells of most grids are plain text: asking them for controls and hidden parts is most of a reading's cost.
  const plain = cell instanceof HTMLTableCellElement ? plainTextOf(cell) : undefined;
  const control = plain === undefined ? controlIn(cell) : undefined;
  if (control) return oneLine(read(control)).slice(0, longest);
  const title = attributeOf(cell, "title");
  const shown = () =>
    plain === undefined ? textIn(cell) : isMatch(cell, unseen) ? "" : oneLine(plain).slice(0, longest);
  const text = title === null || title.trim() === "" ? shown() : oneLine(title).slice(0, longest);
  if (plain !== undefined) return text;
  if (text !== "") return text;
  const [hidden] = queryAll(cell, "input[type=hidden]") as HTMLInputElement[];
  return oneLine(hidden?.value ?? "").slice(0, longest);
};

/** Caps of the contract (utils/messages/contracts.ts). */
const longestId = 255;

/** What a place of a profile says: an attribute, a control's value, or text; "" where there is none. */
export const readPlace = (
  root: Document | Element,
  place: Place | undefined,
  read: (control: Control) => string = controlValue,
): string => {
  const { select, attribute, after }: Partial<Exclude<Place, string>> =
    typeof place === "object" ? place : { select: place ?? "" };
  const element = select === undefined ? root : select && queryOne(root, select);
  if (!(element instanceof Element)) return "";
  const control = controlIn(element);
  let text = control ? oneLine(read(control)) : textIn(element);
  if (attribute !== undefined) text = attributeOf(element, attribute) ?? "";
  if (after !== undefined) text = text.split(after)[1]?.split(/[/?#]/)[0] ?? "";
  return text.slice(0, longestId);
};
