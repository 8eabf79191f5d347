import { matchesPath } from "../portals/match-page.ts";
import type { PortalPage } from "../portals/profile.ts";
import { oneLine } from "./plain-words.ts";
import { attributeOf, queryAll, queryOne } from "./safe-dom.ts";

const fold = (text: string | null | undefined): string => oneLine(text ?? "").toLowerCase();

const headingOf = (document: Document): string => {
  const heading = queryOne(document, "h1") ?? queryOne(document, "h2, [role=heading]");
  return fold(heading?.textContent);
};

/** The page of a profile that this document shows now, or undefined. Every condition given must hold. */
export const findPage = (
  document: Document,
  path: string,
  pages: readonly PortalPage[],
): PortalPage | undefined =>
  pages.find(({ match: { path: glob, title, heading, landmark, has = [] } }) => {
    if (glob !== undefined && !matchesPath(glob, path)) return false;
    if (title !== undefined && !matchesPath(fold(title), fold(queryOne(document, "title")?.textContent)))
      return false;
    if (heading !== undefined && headingOf(document) !== fold(heading)) return false;
    const named = landmark === undefined ? [] : queryAll(document, "[aria-label]");
    if (
      landmark !== undefined &&
      !named.some((one) => fold(attributeOf(one, "aria-label")) === fold(landmark))
    )
      return false;
    return has.every((selector) => queryOne(document, selector));
  });
