import { type Control, controlValue } from "./read-cell.ts";
import { isAttached } from "./safe-dom.ts";

/**
 * What the portal itself put into its always-open inputs, apart from what the person has typed since: the roster that
 * is read must not hold unsaved edits, and a save is told by the difference.
 */
export type EditMemory = {
  /** The value a control had before the person touched it; seen now for the first time, its value now. */
  loaded: (control: Control) => string;
  /** The person has changed it: from now on its loaded value is remembered. */
  markTyped: (control: Control) => void;
  /** Controls typed into since the last save that are still on the page. */
  typed: () => Control[];
  /** The edits were sent: what the controls hold now is what the portal has. */
  settle: () => void;
};

export const createEditMemory = (): EditMemory => {
  const loaded = new WeakMap<Control, string>();
  let typed = new Set<Control>();

  const see = (control: Control): string => {
    const known = loaded.get(control);
    if (known !== undefined && typed.has(control)) return known;
    const now = controlValue(control);
    loaded.set(control, now);
    return now;
  };

  return {
    loaded: see,
    markTyped: (control) => {
      if (typed.has(control)) return;
      if (!loaded.has(control)) loaded.set(control, defaultOf(control));
      typed.add(control);
    },
    typed: () => [...typed].filter(isAttached),
    settle: () => {
      typed = new Set();
    },
  };
};

/** The value the page's markup gave a control, for one that was typed into before it was first read. */
const defaultOf = (control: Control): string => {
  if (control instanceof HTMLSelectElement) {
    return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
  }
  return control.type === "checkbox" || control.type === "radio"
    ? String((control as HTMLInputElement).defaultChecked)
    : control.defaultValue;
};
