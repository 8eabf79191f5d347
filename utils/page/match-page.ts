import { matchesPath } from "../portals/match-page.ts";
import type { PortalPage } from "../portals/profile.ts";
import { oneLine } from "./plain-words.ts";
import { queryAll, queryOne } from "./safe-dom.ts";

const headingOf = (document: Document): string => {
  const heading = queryOne(document, "h1") ?? queryOne(document, "h2, [role=heading]");
  return oneLine(heading?.textContent ?? "").toLowerCase();
};

/** The page of a profile that this document shows now, or undefined. Every condition given must hold. */
export const findPage = (
  document: Document,
  path: string,
  pages: readonly PortalPage[],
): PortalPage | undefined =>
  pages.find(({ match }) => {
    if (match.path !== undefined && !matchesPath(match.path, path)) return false;
    if (match.heading !== undefined && headingOf(document) !== oneLine(match.heading).toLowerCase())
      return false;
    return (match.has ?? []).every((selector) => queryAll(document, selector).length > 0);
  });
