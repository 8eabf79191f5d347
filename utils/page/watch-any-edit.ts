import { decideIntent, type Gesture, type Intended, saysSave } from "../guard/decide-intent.ts";
import {
  controlAt,
  type FoundControl,
  isMenuButton,
  isSearch,
  marksOf,
  namesOf,
} from "./describe-control.ts";
import { pathOf } from "./event-path.ts";
import { wordsOf } from "./read-cell.ts";
import { isHeaderRow } from "./roster-columns.ts";
import { createRosterScope } from "./roster-scope.ts";
import type { RosterView } from "./roster-view.ts";
import { closestTo, isMatch, queryAll } from "./safe-dom.ts";

export type AnyEdit = Intended & {
  control: Element;
  table: Element;
  row: Element | undefined;
  view: RosterView;
  /** The control has been changed already. */
  isTyping: boolean;
};

export type AnyEditWatch = {
  window: Window;
  /** The rosters of the page shown now; undefined while nothing is to be said. */
  view: () => RosterView | undefined;
  /** Whether the profile itself says what a use of this means. */
  isCovered: (path: readonly Element[]) => boolean;
  onIntent: (edit: AnyEdit) => void;
  /** The person pressed a control of the roster, or of a dialog opened from it, that says it saves. */
  onSave: (inDialog: boolean) => void;
  signal: AbortSignal;
};

/** How long after a key or a pointer a focus counts as the person's own, in milliseconds: pages move focus by script. */
const gestureLasts = 1000;
/** How far a pointer that is held down goes before it drags, in pixels. */
const dragStarts = 8;
const dragging = ["grab", "grabbing", "move", "all-scroll"];

/**
 * Watches everything a person does in and around a roster and asks the guard what is meant by it (decide-intent.ts).
 * Seen in the capture phase on the window, stopped never; only trusted events, none while a character is composed.
 */
export const watchAnyEdit = (options: AnyEditWatch): void => {
  const { window, view, isCovered, onIntent, onSave, signal } = options;
  const scope = createRosterScope(window.document, view);
  let lastGesture = Number.NEGATIVE_INFINITY;
  let pressed: { path: Element[]; x: number; y: number } | undefined;

  /** The row whose dialog or menu is open. */
  let lastRow: Element | undefined;

  const consider = (path: Element[], gesture: Gesture): void => {
    const seen = view();
    if (!seen || path.length === 0) return;
    const { where, table, row } = scope.placeOf(path);
    if (where !== "layer") lastRow = row;
    if (gesture !== "focus" && gesture !== "type") scope.noteUse(where);
    if (where === "elsewhere" || !table || (row && isHeaderRow(row)) || isCovered(path)) return;
    const found = controlAt(path, row ?? (where === "roster" ? table : undefined));
    const element = found?.element ?? path[0]!;
    const control = found ?? { element, kind: isMatch(row ?? element, "option") ? "option" : "plain" };
    const column = row && seen.columnAt(path, row, table);
    const meant = decideIntent({
      gesture,
      where,
      control: control.kind,
      names: [...namesOf(control), ...(control.kind === "box" && column?.header ? [column.header] : [])],
      marks: control.kind === "button" || control.kind === "link" ? marksOf(element) : [],
      ...chosenIn(control),
      ...(column?.field !== undefined && { field: column.field }),
      isSearch: isSearch(element),
      isMenu: isMenuButton(element),
    });
    // A list box is spoken of as one: its options go from list to list, and what saves them stands below.
    const list = isMatch(element, "option") ? closestTo(element, "select") : null;
    const isTyping = gesture === "type" || gesture === "choose";
    if (meant)
      onIntent({ ...meant, control: list ?? element, table, row: row ?? lastRow, view: seen, isTyping });
  };

  const listen = <T extends keyof WindowEventMap>(
    type: T,
    handle: (event: WindowEventMap[T]) => void,
    isOfUse = () => true,
  ) =>
    window.addEventListener(type, (event) => event.isTrusted && isOfUse() && view() && handle(event), {
      capture: true,
      passive: true,
      signal,
    });
  const gestured = () => {
    lastGesture = performance.now();
  };

  listen("pointerdown", (event) => {
    gestured();
    const path = pathOf(event);
    pressed = { path, x: event.clientX, y: event.clientY };
    consider(path, "press");
  });
  for (const type of ["pointerup", "pointercancel"] as const)
    listen(type, () => {
      pressed = undefined;
    });
  // Lists that are sorted by pointer events and never tell a drag.
  listen(
    "pointermove",
    (event) => {
      if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < dragStarts) return;
      const { path } = pressed;
      pressed = undefined;
      if (path.slice(0, 4).some((each) => dragging.includes(getComputedStyle(each).cursor)))
        consider(path, "drag");
    },
    // Told with every move of the pointer over the page.
    () => pressed !== undefined,
  );
  listen("dragstart", (event) => {
    pressed = undefined;
    const path = pathOf(event);
    if (path.some((each) => isMatch(each, "[draggable=true]"))) consider(path, "drag");
  });
  listen("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) consider(pathOf(event), "drop");
  });
  listen("dblclick", (event) => consider(pathOf(event), "double-press"));
  // A press by the keyboard, or of what a script has put under the pointer since it went down.
  listen("click", (event) => {
    const path = pathOf(event);
    if (event.detail === 0 || pressed === undefined) consider(path, "press");
    const { where } = scope.placeOf(path);
    if (where === "elsewhere") return;
    const control = controlAt(path, undefined);
    if (control?.kind === "button" && saysSave(namesOf(control))) onSave(where === "layer");
  });
  listen("keydown", (event) => {
    gestured();
    if (event.isComposing) return;
    const path = pathOf(event);
    const [at] = path;
    if (!at || (isText(at) && event.key !== "Enter")) return;
    const option = optionAt(at);
    if (event.key === "Delete" || event.key === "Backspace") consider(option ?? path, "delete");
    if (event.key === "Enter" && option) consider(option, "double-press");
  });
  listen("focusin", (event) => {
    if (performance.now() - lastGesture < gestureLasts) consider(pathOf(event), "focus");
  });
  const typed = (event: Event) => {
    if ((event as InputEvent).isComposing) return;
    const path = pathOf(event);
    const isChoice = path[0] && isMatch(path[0], "select, input[type=checkbox], input[type=radio]");
    consider(path, isChoice ? "choose" : "type");
  };
  for (const type of ["input", "change", "compositionend"] as const) listen(type, typed);
  listen("paste", (event) => {
    const path = pathOf(event);
    if (path[0] && !isText(path[0])) consider(path, "paste");
  });
};

const isText = (element: Element): boolean =>
  isMatch(element, "input:not([type=checkbox], [type=radio], [type=button]), textarea") ||
  (element as HTMLElement).isContentEditable === true;

/** The option of a list box that a key on the list is for. */
const optionAt = (element: Element): Element[] | undefined => {
  const list = closestTo(element, "select[multiple], select[size], [role=listbox]");
  const option = list && queryAll(list, "option:checked, [aria-selected=true]")[0];
  return option && list ? [option, list] : undefined;
};

const chosenIn = ({ element, kind }: FoundControl): { chosen?: string } =>
  kind === "choice" && element instanceof HTMLSelectElement ? { chosen: wordsOf(element) } : {};
