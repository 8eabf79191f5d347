import type { EditControl, PortalPage } from "./profile.ts";

/** The controls a page's profile names. Apart from the schema, whose parser must not come into a portal's page. */
export const controlsOf = ({ edits }: Pick<PortalPage, "edits">): readonly EditControl[] =>
  edits === undefined || edits === "any" ? [] : edits;
