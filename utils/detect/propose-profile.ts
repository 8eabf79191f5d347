import { oneLine } from "../page/plain-words.ts";
import { attributeOf, contains, isMatch, queryAll, queryOne } from "../page/safe-dom.ts";
import type { Place, PortalPage, RosterReading } from "../portals/profile.ts";
import { isSafeSelector } from "../portals/safe-selector.ts";
import type { Detected, IdentitySource } from "./detected.ts";
import { selectorOf, selectorOfAll } from "./selector-of.ts";

/**
 * A detected roster as a page of a portal profile, for a person to confirm in teach mode. Its selectors say where the
 * roster is; `roster.content` has it read by detection again, which alone reads cards, shadow roots, split tables and
 * grids whose columns come and go. It says nothing of what a sync does: that is the LEA's to say.
 */
export const proposeProfile = (detected: Detected, document: Document): PortalPage => {
  const { container, columns, rows, headerRow } = detected;
  const known = columns.filter(({ field }) => field !== undefined);
  const table = selectorOf(hostOf(container)) ?? "html";
  const inTable = headerRow !== undefined && contains(container, headerRow);
  const row =
    selectorOfAll(
      rows.map(({ elements }) => elements[0]!),
      container,
      detected.leftOut.length,
    ) ?? "tr, [role=row]";
  const identity = placeOf(detected.identity);
  const named = detected.classElement && selectorOf(detected.classElement);
  const total = detected.totalElement && selectorOf(detected.totalElement);
  const className: Place = named ?? "h1";
  const reading: RosterReading = {
    table,
    row,
    header: inTable ? headerSelector(headerRow) : "th, [role=columnheader]",
    columns: known.map(({ field, header }) => ({
      field: field!,
      headers: [oneLine(header).slice(0, 300) || field!],
      required: field === "id" || field === "name" || field === "lastName",
    })),
    context: { classId: className, className },
    expectedColumns: Math.max(1, known.length - (known.length > 3 ? 1 : 0)),
    content: { columns: contentOf(known) },
    ...(identity === undefined ? {} : { identity }),
    ...(total === undefined ? {} : { total }),
  };
  return { id: "taught-roster", match: matchOf(document, table), roster: reading };
};

const contentOf = (known: Detected["columns"]): { at: string; field: string }[] =>
  known.filter(({ key }) => key.length <= 300).map(({ key, field }) => ({ at: key, field: field! }));

/** Something inside a shadow root is found by the element that holds the outermost one. */
const hostOf = (element: Element): Element => {
  let at = element;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
};

const headerSelector = (row: Element): string => (isMatch(row, "tr") ? "tr th" : "[role=columnheader]");

/** Only what a profile can say: an attribute with the words before the id. */
const placeOf = (identity: IdentitySource): Place | undefined => {
  if (identity.from !== "attribute" && identity.from !== "link") return undefined;
  const { attribute, before, within } = identity;
  if (!/^[a-z][a-z-]{0,39}$/.test(attribute) || identity.after !== "") return undefined;
  const select = within === undefined ? undefined : `${within}[${attribute}]`;
  return {
    attribute,
    ...(select !== undefined && isSafeSelector(select) && { select }),
    ...(before !== "" && { after: before.slice(0, 100) }),
  };
};

/** By the page's heading and what must be there; by its address too, with numbers in it left open. */
const matchOf = (document: Document, table: string): PortalPage["match"] => {
  const heading = oneLine((queryOne(document, "h1")?.textContent ?? "").slice(0, 300));
  const { pathname } = document.location ?? { pathname: "/" };
  const path = pathname.replace(/\/[^/]*\d[^/]*/g, "/*").slice(0, 300);
  const label = queryAll(document, "main[aria-label], [role=main][aria-label]").map((one) =>
    attributeOf(one, "aria-label"),
  )[0];
  return {
    path,
    ...(heading !== "" && heading.length <= 120 && { heading }),
    ...(heading === "" && label && { landmark: oneLine(label).slice(0, 300) }),
    ...(queryAll(document, table).length === 1 && { has: [table] }),
  };
};
