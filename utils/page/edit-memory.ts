import { type Control, controlValue } from "./read-cell.ts";
import { isAttached } from "./safe-dom.ts";

/**
 * What the portal itself put into its always-open inputs, apart from what the person has typed since: the roster that
 * is read must not hold unsaved edits, and a save is told by the difference. Only rows a person has gone into are
 * remembered: remembering a whole grid of thousands costs more than reading it.
 */
export type EditMemory = {
  /** The person goes into a row: these are its controls, as yet as the portal filled them. */
  remember: (controls: readonly Control[]) => void;
  /** The value a control had before the person changed it; its value now when they have not. */
  loaded: (control: Control) => string;
  /** The person has changed it: from now on its remembered value stands. */
  markTyped: (control: Control) => void;
  /** Controls typed into since the last save that are still on the page. */
  typed: () => Control[];
  /** The edits were sent: what the controls hold now is what the portal has. */
  settle: () => void;
};

/** The controls of a row and what they held when the person went into it; it counts once one of them is typed into. */
type Row = { before: Map<Control, string>; isTyped: boolean };

export const createEditMemory = (): EditMemory => {
  const rows = new WeakMap<Control, Row>();
  let typed = new Set<Control>();

  const note = (controls: readonly Control[], read: (control: Control) => string): Row => {
    const row = { before: new Map(controls.map((control) => [control, read(control)])), isTyped: false };
    for (const control of controls) rows.set(control, row);
    return row;
  };

  return {
    remember: (controls) => {
      if (!controls.some((control) => rows.get(control)?.isTyped)) note(controls, controlValue);
    },
    loaded: (control) => {
      const row = rows.get(control);
      return (row?.isTyped ? row.before.get(control) : undefined) ?? controlValue(control);
    },
    markTyped: (control) => {
      const row = rows.get(control) ?? note([control], defaultOf);
      row.isTyped = true;
      typed.add(control);
    },
    typed: () => [...typed].filter(isAttached),
    settle: () => {
      for (const control of typed) note([...(rows.get(control)?.before.keys() ?? [])], controlValue);
      typed = new Set();
    },
  };
};

/** The same in words: of a select those of its option. */
export const markedUpWords = (control: Control): string => {
  if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
    return option?.text ?? "";
  }
  return defaultOf(control);
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
