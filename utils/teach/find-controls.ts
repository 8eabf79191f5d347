import type { Detected } from "../detect/detected.ts";
import { selectorInRows, selectorOf } from "../detect/selector-of.ts";
import type { TeachControl } from "../messages/teach-contracts.ts";
import { marksOf, namesOf } from "../page/describe-control.ts";
import { attributeOf, closestTo, contains, isMatch, queryAll } from "../page/safe-dom.ts";
import { isSafeSelector } from "../portals/safe-selector.ts";
import type { ControlPurpose } from "../portals/taught-portal.ts";
import { nameByMarks, purposeOf } from "./control-purpose.ts";
import { namesStudent } from "./student-names.ts";

const pressed =
  "button, a[href], input[type=button], input[type=submit], input[type=image], [role=button], summary";
const used = `${pressed}, select, input:not([type=hidden], [type=checkbox], [type=radio], [type=search])`;
/** Rows that stand for all, and controls looked at in one and on the page. */
const rowsLooked = 3;
const mostInRow = 12;
const mostOnPage = 300;

/** Menus of the whole site: "Add a student" there leads to another page. */
const elsewhere =
  "nav, [role=navigation], [role=banner], [role=contentinfo], [role=search], body > header, body > footer";

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

const kindOf = (element: Element): "button" | "text" | "choice" =>
  isMatch(element, "select") ? "choice" : isMatch(element, pressed) ? "button" : "text";

const inRow = (element: Element, { rows }: Detected): readonly Element[] | undefined =>
  rows.find(({ elements }) => elements.some((half) => half !== element && contains(half, element)))?.elements;

/** A control as a person and a profile call it; undefined where no lasting selector finds it. */
export const describeControl = (element: Element, detected: Detected): TeachControl | undefined => {
  const row = inRow(element, detected);
  const rows = detected.rows.map(({ elements }) => elements);
  const found = row && selectorInRows(element, row, rows, detected.container);
  const selector = row ? found?.selector : selectorOf(element);
  const { students } = detected.roster;
  if (selector === undefined || !isSafeSelector(selector) || namesStudent(selector, students)) return;
  const twin = found && twinOf(element, rows, found.inner);
  const names = wordsOf(element).map((name, at) => (twin ? inCommon(name, wordsOf(twin)[at] ?? "") : name));
  const marks = marksOf(element);
  const purpose = isMatch(element, "input[type=file]") ? "upload" : purposeOf(names.filter(Boolean), marks);
  return {
    name: (names.find((name) => name !== "") ?? nameByMarks(marks)).slice(0, 80),
    selector,
    count: found?.count ?? 1,
    ...(purpose !== undefined && { purpose }),
  };
};

const wordsOf = (element: Element): string[] => namesOf({ element, kind: kindOf(element) });

/** The same control in another row. */
const twinOf = (
  element: Element,
  rows: readonly (readonly Element[])[],
  inner: string,
): Element | undefined => {
  for (const row of rows.slice(0, 2 * rowsLooked)) {
    const [other] = row.flatMap((half) => queryAll(half, inner));
    if (other && other !== element) return other;
  }
  return;
};

/** "Edit Ana Rivera" and "Edit Ben Lee" are both "Edit". */
const inCommon = (one: string, other: string): string => {
  const others = other.split(" ");
  const words = one.split(" ");
  const differs = words.findIndex((word, at) => word !== others[at]);
  return differs === -1 ? one : words.slice(0, differs).join(" ");
};

/** What a press on this would press, for a profile: itself where it is a control, or one around it. */
export const controlAround = (path: readonly Element[]): Element | undefined =>
  path.slice(0, 6).find((element) => isMatch(element, used) || isClickable(element));

const isClickable = (element: Element): boolean =>
  isMatch(element, "[onclick], [role=link], [role^=menuitem], [tabindex]:not([tabindex='-1'])");

/**
 * Controls in the rows (one for all rows) and on the page that a person may want to point at, those whose words say
 * what they do first.
 */
export const findControls = (detected: Detected): TeachControl[] => {
  const { rows, container } = detected;
  const inside = rows
    .slice(0, rowsLooked)
    .flatMap(({ elements }) => elements.flatMap((half) => queryAll(half, used).slice(0, mostInRow)));
  const root = container.getRootNode();
  const page = root instanceof Document || root instanceof ShadowRoot ? root : document;
  const outside = [...page.querySelectorAll(`${pressed}, input[type=file]`)]
    .slice(0, mostOnPage)
    .filter((element) => closestTo(element, elsewhere) === null)
    .filter((element) => isMatch(element, "input[type=file]") || (isDrawn(element) && !isWayOut(element)))
    .filter((element) => !inRow(element, detected));
  const bySelector = new Map<string, TeachControl>();
  for (const element of [...inside, ...outside]) {
    const control = describeControl(element, detected);
    if (!control || bySelector.has(control.selector) || (control.name === "" && !control.purpose)) continue;
    bySelector.set(control.selector, control);
  }
  const order = (purpose: ControlPurpose | undefined) => (purpose === undefined ? 1 : 0);
  return [...bySelector.values()].sort((a, b) => order(a.purpose) - order(b.purpose));
};

/** A link to another page is no edit of this one, unless its words say so. */
const isWayOut = (element: Element): boolean =>
  isMatch(element, "a[href]") &&
  !(attributeOf(element, "href") ?? "").startsWith("#") &&
  purposeOf(namesOf({ element, kind: "link" }), marksOf(element)) === undefined;
