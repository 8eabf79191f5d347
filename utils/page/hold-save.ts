import type { Edit } from "../messages/contracts.ts";
import type { PortalPage } from "../portals/profile.ts";
import { collectEdits } from "./collect-edits.ts";
import type { EditMemory } from "./edit-memory.ts";
import { locateRoster } from "./roster-columns.ts";
import { closestTo, contains, isMatch, originOf } from "./safe-dom.ts";

/** A press of this control is told to the page by its form's submit event, unless the browser's own checks refuse it. */
export const isSubmit = (control: Element): boolean =>
  isMatch(control, "form input[type=submit], form button:not([type=button], [type=reset])");

/**
 * Holds a save of a roster: the press of the portal's own control goes no further, until `goOn`. Which saves are held is
 * the session's to say; none are on a page on which we cannot be seen, so that nobody is ever locked out.
 */
export const holdSaves = (options: {
  window: Window;
  page: () => PortalPage | undefined;
  memory: EditMemory;
  /** Whether a save of this class is to be held: the first of a session, or every one where the LEA blocks. */
  isHeld: (sectionId: string) => boolean;
  onHold: (edits: [Edit, ...Edit[]], control: HTMLElement, goOn: () => void) => void;
  /** Of a save that no submit event will tell. */
  onSave: (edits: Edit[]) => void;
  signal: AbortSignal;
}): void => {
  const { window, page, memory, isHeld, onHold, onSave, signal } = options;
  /** A save that goes on is told by the same events again. */
  let goingOn = false;
  const hold = (event: Event) => {
    const shown = event.isTrusted && !goingOn ? page() : undefined;
    const target = originOf(event);
    if (!shown?.roster || !target) return;
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
    if (!first || !isHeld(first.sectionId)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = control as HTMLElement;
    onHold([first, ...others], button, () => {
      if (!isForm && !isSubmit(button)) {
        onSave([first, ...others]);
        memory.settle();
      }
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
