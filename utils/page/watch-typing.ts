import { saysSave } from "../guard/decide-intent.ts";
import type { PortalPage } from "../portals/profile.ts";
import { controlAt, namesOf } from "./describe-control.ts";
import { markedUpWords } from "./edit-memory.ts";
import { pathOf } from "./event-path.ts";
import { hasSaveControl } from "./find-save.ts";
import { type Control, isControl, isSubmit, wordsOf } from "./read-cell.ts";
import { closestTo, isMatch } from "./safe-dom.ts";

/** What of a page's inputs is the portal's: what a person has typed and not saved is not. */
export type Typing = {
  /** The words of a control, as the portal has them. */
  held: (control: Control) => string;
};

const chosen = "select, input[type=checkbox], input[type=radio]";

const hasFocus = (control: Control): boolean =>
  (control.getRootNode() as Document | ShadowRoot).activeElement === control;

/**
 * Watches what a person types and chooses, from before they do so until it is saved: by a form that is sent, a button that
 * saves, or, on a page that has none, by leaving the control. What the page's own script puts into a control is the
 * portal's at once.
 */
export const watchTyping = (options: {
  window: Window;
  /** The page shown, of a profile; where there is none, only its words tell a save. */
  page: () => Pick<PortalPage, "save" | "roster"> | undefined;
  signal: AbortSignal;
}): Typing => {
  const { window, page, signal } = options;
  const before = new WeakMap<Control, string>();
  /** The words typed last, to tell them from what the page has put there since. */
  const typed = new Map<Control, string>();
  const listen = (type: string, handle: (path: Element[], event: Event) => void) =>
    window.addEventListener(type, (event) => event.isTrusted && handle(pathOf(event), event), {
      capture: true,
      passive: true,
      signal,
    });

  /** What it holds now is the portal's. */
  const settle = (control: Control) => {
    before.set(control, wordsOf(control));
    typed.delete(control);
  };
  const settleAll = () => {
    for (const control of typed.keys()) settle(control);
  };

  const goInto = ([at]: Element[]) => {
    if (at && isControl(at) && !typed.has(at)) before.set(at, wordsOf(at));
  };
  listen("focusin", goInto);
  listen("pointerdown", goInto);
  listen("input", ([at]) => {
    if (!at || !isControl(at)) return;
    if (!before.has(at)) before.set(at, markedUpWords(at));
    typed.set(at, wordsOf(at));
  });
  listen("submit", settleAll);
  listen("click", (path) => {
    if (typed.size === 0) return;
    const save = page()?.save;
    const pressed = controlAt(path, undefined);
    const named = save !== undefined && path[0] ? closestTo(path[0], save) : null;
    const button =
      named ?? (pressed?.kind === "button" && saysSave(namesOf(pressed)) ? pressed.element : null);
    // A submit button's click may yet be refused by the browser's own checks; its submit event tells.
    if (button && !isSubmit(button)) settleAll();
  });

  /**
   * What has no way to be saved is saved as it is chosen, or as the person leaves it. Looked for when it is asked, since
   * inside a closed shadow root neither a change nor the focus that goes is told.
   */
  const isSaved = (control: Control): boolean =>
    (isMatch(control, chosen) || !hasFocus(control)) && !hasSaveControl(window.document, page() ?? {});

  return {
    held: (control) => {
      const words = wordsOf(control);
      if (!typed.has(control)) return words;
      if (typed.get(control) === words && !isSaved(control)) return before.get(control) ?? words;
      settle(control);
      return words;
    },
  };
};
