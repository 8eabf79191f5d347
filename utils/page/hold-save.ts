import type { Edit } from "../messages/contracts.ts";
import type { PortalPage } from "../portals/profile.ts";
import { collectEdits } from "./collect-edits.ts";
import type { EditMemory } from "./edit-memory.ts";
import { locateRoster } from "./roster-columns.ts";
import { closestTo, isMatch, originOf } from "./safe-dom.ts";

/** A press of this control is told to the page by its form's submit event, unless the browser's own checks refuse it. */
export const isSubmit = (control: Element): boolean =>
  isMatch(control, "form input[type=submit], form button:not([type=button], [type=reset])");

/**
 * Holds the first save of a roster: the press of the portal's own control goes no further, until `goOn`. A second press
 * goes through like any other, so that nobody is ever locked out by a page on which we cannot be seen.
 */
export const holdSaves = (options: {
  window: Window;
  page: () => PortalPage | undefined;
  memory: EditMemory;
  /** Whether this class's first save is still to be held. */
  isFirst: (sectionId: string) => boolean;
  onHold: (edits: [Edit, ...Edit[]], control: HTMLElement, goOn: () => void) => void;
  /** Of a save that no submit event will tell. */
  onSave: (edits: Edit[]) => void;
  signal: AbortSignal;
}): void => {
  const { window, page, memory, isFirst, onHold, onSave, signal } = options;
  const hold = (event: Event) => {
    const shown = event.isTrusted ? page() : undefined;
    const target = originOf(event);
    const control = shown?.save && target ? closestTo(target, shown.save) : null;
    const roster = control && shown?.roster ? locateRoster(window.document, shown.roster) : undefined;
    if (!shown || !control || !roster || "resting" in roster) return;
    const [first, ...others] = collectEdits(window.document, shown, roster, memory);
    if (!first || !isFirst(first.sectionId)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = control as HTMLElement;
    onHold([first, ...others], button, () => {
      if (!isSubmit(button)) {
        onSave([first, ...others]);
        memory.settle();
      }
      button.click();
    });
  };
  window.addEventListener("click", hold, { capture: true, signal });
};
