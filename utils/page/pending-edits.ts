import { saysOther, saysSave } from "../guard/decide-intent.ts";
import type { Edit } from "../messages/contracts.ts";
import { controlAt, namesOf } from "./describe-control.ts";
import { pathFrom, pathOf } from "./event-path.ts";
import { controlValue, isControl, isSubmit } from "./read-cell.ts";
import { createRosterScope } from "./roster-scope.ts";
import type { RosterView } from "./roster-view.ts";
import { closestTo, isAttached, isMatch, originOf } from "./safe-dom.ts";

type Pending = { edit: Edit; control: Element; row: Element | undefined };

/** Edits typed or chosen and not saved yet, on a page that names no control which saves them. */
export type PendingEdits = {
  note: (pending: Pending) => void;
  /** The edits that this press or submit is about to save, and what saves them; undefined where that is not plain. */
  savedBy: (event: Event) => { edits: [Edit, ...Edit[]]; control: Element } | undefined;
  settle: () => void;
};

/** A list box holds its moves until they are saved; any other control holds an edit while it is open and changed. */
const list = "select[multiple], select[size]:not([size='1'])";

/**
 * Tells a save by what stands together: a button that submits the form of an edited field, or one that says it saves, in
 * the same form, dialog, row, or the roster's own surroundings. To hold back what saves nothing is worse than to let a
 * save through, so whatever leaves a doubt counts for nothing: a field that is gone, or has its value of before.
 */
export const createPendingEdits = (options: {
  window: Window;
  view: () => RosterView | undefined;
  signal: AbortSignal;
}): PendingEdits => {
  const { window, view, signal } = options;
  const scope = createRosterScope(window.document, view);
  const before = new WeakMap<Element, string>();
  const pending = new Map<Element, Pending>();

  window.addEventListener(
    "focusin",
    (event) => {
      const [at] = pathOf(event);
      if (event.isTrusted && at && isControl(at) && !pending.has(at)) before.set(at, controlValue(at));
    },
    { capture: true, passive: true, signal },
  );

  const isOpen = ({ control }: Pending): boolean =>
    isAttached(control) &&
    (isMatch(control, list) || (isControl(control) && before.get(control) !== controlValue(control)));
  const formOf = (element: Element) => closestTo(element, "form");

  /** Whether a control outside of all forms belongs to what was edited: in its dialog, its row, or beside its roster. */
  const isWith = (path: readonly Element[]) => {
    const { where, row } = scope.placeOf(path);
    const layer = scope.layerIn(path);
    return (one: Pending): boolean => {
      const own = scope.layerIn(pathFrom(one.control));
      if (own || layer) return own === layer;
      return where === "row" ? row === one.row : where === "toolbar" || where === "roster";
    };
  };

  const found = (saved: readonly Pending[], control: Element | null) => {
    const [first, ...others] = saved.map(({ edit }) => edit);
    return first && { edits: [first, ...others] as [Edit, ...Edit[]], control: control ?? saved[0]!.control };
  };

  return {
    note: (one) => void pending.set(one.control, one),
    savedBy: (event) => {
      if (!view()) return;
      const open = [...pending.values()].filter(isOpen);
      if (open.length === 0) return;
      if (event.type === "submit") {
        const form = originOf(event);
        const { submitter } = event as SubmitEvent;
        if (submitter && saysOther(namesOf({ element: submitter, kind: "button" }))) return;
        return found(
          open.filter(({ control }) => formOf(control) === form),
          submitter,
        );
      }
      const path = pathOf(event);
      const pressed = controlAt(path, undefined);
      if (pressed?.kind !== "button") return;
      const { element } = pressed;
      const names = namesOf(pressed);
      const form = formOf(element);
      const isPlain = form && isSubmit(element) ? !saysOther(names) : saysSave(names);
      if (!isPlain) return;
      return found(open.filter(form ? ({ control }) => formOf(control) === form : isWith(path)), element);
    },
    settle: () => pending.clear(),
  };
};
