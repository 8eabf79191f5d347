import { wordsIn } from "../guard/change-words.ts";
import type { PortalPage } from "../portals/profile.ts";
import { namesOf } from "./describe-control.ts";
import { closestTo, contains, queryAll, queryOne } from "./safe-dom.ts";

const buttons = "button, input[type=submit], input[type=button], [role=button]";
/** "Apply" and "Update" are also said by filters and by bulk actions. */
const saves = ["save", "guardar", "guarde"];

/**
 * Whether changes of a roster wait for a control that saves them: one the profile names, the form the roster is in, or a
 * button that says so.
 */
export const hasSaveControl = (
  document: Document,
  { save, roster }: Pick<PortalPage, "save" | "roster">,
): boolean => {
  if (save !== undefined && queryOne(document, save)) return true;
  const table = roster && queryOne(document, roster.table);
  if (table && queryAll(document, "form").some((form) => contains(form, table))) return true;
  return queryAll(document, buttons).some(
    (element) =>
      element.getClientRects().length > 0 &&
      closestTo(element, "nav, header, footer") === null &&
      namesOf({ element, kind: "button" })
        .flatMap(wordsIn)
        .some((word) => saves.includes(word)),
  );
};
