import { changeIn, signIn, wordsIn } from "../guard/change-words.ts";
import type { ControlKind } from "../guard/decide-intent.ts";
import { oneLine } from "./plain-words.ts";
import { attributeOf, isMatch, queryAll } from "./safe-dom.ts";

const text =
  "input:not([type]), input[type=text], input[type=search], input[type=date], input[type=number], input[type=email], input[type=tel], input[type=month], input[type=datetime-local], textarea, [contenteditable=''], [contenteditable=true], [contenteditable=plaintext-only], [role=textbox], [role=searchbox], [role=spinbutton]";
const choice = "select, [role=combobox]";
const box = "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]";
const button =
  "button, input[type=button], input[type=submit], input[type=image], [role=button], [role^=menuitem], summary";
const link = "a, area, [role=link]";
const option = "option, [role=option], select[multiple], [role=menu] li, [role=listbox] li, li";

/** In the order in which an element is taken for one of them. */
const kinds: [ControlKind, string][] = [
  ["option", "select[multiple], select[size]:not([size='1'])"],
  ["text", text],
  ["choice", choice],
  ["box", box],
  ["button", button],
  ["link", link],
  ["option", option],
];

export type FoundControl = { element: Element; kind: ControlKind };

/** The longest a control's own words are; what is longer is what it contains, not what it is called. */
const longest = 80;

const short = (words: string | null | undefined): string[] => {
  const line = oneLine(words ?? "");
  return line === "" || line.length > longest ? [] : [line];
};

const labelled = ["aria-label", "title", "alt", "placeholder", "data-tooltip", "data-original-title"];

const labelsOf = (element: Element): (string | null)[] => {
  const { labels } = element as HTMLInputElement;
  const ids = (attributeOf(element, "aria-labelledby") ?? "").split(/\s+/).filter((id) => id !== "");
  const root = element.getRootNode() as Document | ShadowRoot;
  return [
    ...(labels instanceof NodeList ? [...labels].map((label) => ownWords(label)) : []),
    ...ids.map((id) => root.getElementById?.(id)?.textContent ?? null),
  ];
};

/** A label's words without those of the control inside it: the options of a list are not its name. */
const ownWords = (label: Element): string => {
  const copy = label.cloneNode(true) as Element;
  for (const inner of queryAll(copy, "select, input, textarea, button")) inner.remove();
  return copy.textContent ?? "";
};

/** What a person reads or hears of a control. */
export const namesOf = ({ element, kind }: FoundControl): string[] => {
  const pictures = queryAll(element, "img[alt], svg[aria-label], [title], [aria-label]").slice(0, 6);
  const isAction = kind === "button" || kind === "link" || kind === "option" || kind === "plain";
  const value = isMatch(element, "input[type=button], input[type=submit]")
    ? (element as HTMLInputElement).value
    : "";
  return [
    ...labelled.map((name) => attributeOf(element, name)),
    ...labelsOf(element),
    value,
    ...(isAction && !isMatch(element, "select") ? [element.textContent] : []),
    ...pictures.flatMap((picture) => labelled.map((name) => attributeOf(picture, name))),
  ].flatMap(short);
};

const drawn = "i, span, svg, use, img, path, title, [class*=icon]";
const marking = ["class", "data-action", "data-event", "data-icon", "name", "id", "onclick"];
const addressed = ["href", "xlink:href", "src", "formaction"];

/** What only a control's markup says, piece by piece. */
export const marksOf = (element: Element): string[] =>
  [element, ...queryAll(element, drawn).slice(0, 12)].flatMap((each) => [
    ...marking.flatMap((name) => (attributeOf(each, name) ?? "").split(/\s+/)),
    ...addressed.flatMap((name) => (attributeOf(each, name) ?? "").slice(0, 300).split(/[/?&#.]/)),
  ]);

/** What a use of this element means to use: the control it is, or is in, or labels; below `within` where that is given. */
export const controlAt = (
  path: readonly Element[],
  within: Element | undefined,
): FoundControl | undefined => {
  const inside = within ? path.slice(0, Math.max(0, path.indexOf(within))) : path.slice(0, 8);
  for (const element of inside) {
    const found = kinds.find(([, selector]) => isMatch(element, selector));
    if (found) return { element, kind: found[0] };
    const labels = isMatch(element, "label") ? (element as HTMLLabelElement).control : null;
    if (labels) return controlAt([labels], undefined);
  }
  // A picture or a word that the page made into a button without saying so.
  const element = inside.find((each) => {
    const said = [...namesOf({ element: each, kind: "plain" }), ...marksOf(each)];
    return said.some((words) => signIn(words) !== undefined || changeIn(wordsIn(words)) !== undefined);
  });
  return element && getComputedStyle(element).cursor === "pointer" ? { element, kind: "button" } : undefined;
};

/** Fields for looking things up. */
export const isSearch = (element: Element): boolean =>
  isMatch(
    element,
    "[type=search], [role=searchbox], [role=search] *, [aria-autocomplete=list][role=combobox]",
  );

/** Buttons that open, sort or turn a page. */
export const isMenuButton = (element: Element): boolean =>
  isMatch(
    element,
    "[aria-haspopup]:not([aria-haspopup=false], [aria-haspopup=dialog]), [aria-expanded], [aria-sort], summary, th *",
  );
