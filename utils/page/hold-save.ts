import type { Edit } from "../messages/contracts.ts";
import type { PortalPage } from "../portals/profile.ts";
import { collectEdits } from "./collect-edits.ts";
import type { EditMemory } from "./edit-memory.ts";
import type { PendingEdits } from "./pending-edits.ts";
import { isSubmit } from "./read-cell.ts";
import { locateRoster } from "./roster-columns.ts";
import { closestTo, contains, originOf } from "./safe-dom.ts";

/** What was edited where no control is named that saves it. */
export type Unsaved = {
  pending: PendingEdits;
  /** Tells of all that is unsaved: it goes to the portal now. */
  save: () => void;
};
type Save = { edits: readonly [Edit, ...Edit[]]; control: Element };

/**
 * Holds a save of a roster: the press of the portal's own control goes no further, until `goOn`. The profile names that
 * control; where it does not, or reads the roster by content, the save is told by what was edited (pending-edits.ts). Which saves are held is
 * the session's to say; none are on a page on which we cannot be seen, so that nobody is ever locked out.
 */
export const holdSaves = (options: {
  window: Window;
  page: () => PortalPage | undefined;
  memory: EditMemory;
  /** Undefined while nobody tells. */
  unsaved: () => Unsaved | undefined;
  /** Whether a save of this class is to be held: the first of a session, or every one where the LEA blocks. */
  isHeld: (sectionId: string) => boolean;
  onHold: (edits: [Edit, ...Edit[]], control: HTMLElement, goOn: () => void) => void;
  /** Of a save that no submit event will tell. */
  onSave: (edits: Edit[]) => void;
  signal: AbortSignal;
}): void => {
  const { window, page, memory, unsaved, isHeld, onHold, onSave, signal } = options;
  /** A save that goes on is told by the same events again. */
  let goingOn = false;

  const namedSave = (event: Event, shown: PortalPage, target: Element): Save | undefined => {
    if (!shown.roster || shown.roster.content) return;
    const roster = locateRoster(window.document, shown.roster);
    if (!roster || "resting" in roster) return;
    const isForm = event.type === "submit";
    const control = isForm
      ? submitterOf(event, target, roster.table)
      : shown.save
        ? closestTo(target, shown.save)
        : null;
    if (!control) return;
    const [first, ...others] = collectEdits(window.document, shown, roster, memory);
    return first && { edits: [first, ...others], control };
  };
  const hold = (event: Event) => {
    const shown = event.isTrusted && !goingOn ? page() : undefined;
    const target = originOf(event);
    if (!shown?.roster || !target) return;
    const named = namedSave(event, shown, target);
    const found = named ?? (shown.save === undefined ? unsaved()?.pending.savedBy(event) : undefined);
    if (!found) return;
    if (!isHeld(found.edits[0].sectionId)) return named ? undefined : unsaved()?.pending.settle();
    event.preventDefault();
    event.stopImmediatePropagation();
    const isForm = event.type === "submit";
    const button = found.control as HTMLElement;
    const [first, ...others] = found.edits;
    onHold([first, ...others], button, () => {
      if (!named) unsaved()?.save();
      else if (!isForm && !isSubmit(button)) {
        onSave([...found.edits]);
        memory.settle();
      }
      unsaved()?.pending.settle();
      goingOn = true;
      if (isForm) (target as HTMLFormElement).requestSubmit(isSubmit(button) ? button : null);
      else button.click();
      goingOn = false;
    });
  };
  window.addEventListener("click", hold, { capture: true, signal });
  // A form sent without its button: by the Enter key, or by the page's own script.
  window.addEventListener("submit", hold, { capture: true, signal });
};

/** What sent the roster's form; the form's own element where nothing did. */
const submitterOf = (event: Event, form: Element, table: Element): Element | null =>
  contains(form, table) ? ((event as SubmitEvent).submitter ?? table) : null;
