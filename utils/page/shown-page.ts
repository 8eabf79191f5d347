import type { PortalPage } from "../portals/profile.ts";
import { findPage } from "./match-page.ts";
import { queryOne } from "./safe-dom.ts";

/** The path a profile's globs are held against; a single-page application may keep its own behind the hash. */
const pathOf = ({ pathname, hash }: Location): string => (hash.startsWith("#/") ? hash.slice(1) : pathname);

/** The page of a profile that is shown now; where one signs in and no roster is, nothing is ours. */
export const findShownPage = (window: Window, pages: readonly PortalPage[]): PortalPage | undefined => {
  const { document } = window;
  const shown = findPage(document, pathOf(window.location), pages);
  // In this order: what is not there is looked for on all the page.
  if (!shown || (shown.roster && queryOne(document, shown.roster.table))) return shown;
  return queryOne(document, "input[type=password]") ? undefined : shown;
};
