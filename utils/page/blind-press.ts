import type { PageWorld } from "./page-world-link.ts";
import { isMatch } from "./safe-dom.ts";
import { fileInputsWithin, isFileInput } from "./shadow-root.ts";
import type { UploadMarks } from "./upload-marks.ts";

const pressable = "button, a, label, summary, input, [role=button], [role=menuitem], [onclick], [tabindex]";

/** How long after a press the page may still open a file dialog, in milliseconds: it may have to ask its server first. */
const patience = 1000;

/**
 * Calls `onBlind` when a control that is marked as an upload was pressed and no file dialog is known to have been opened
 * by it. Dialogs without an input of the document are told by our script in the page's own world, unless the page kept
 * the browser's functions from before its site was granted, or that script did not come. What such a control takes can
 * be neither seen nor held, and the person is told.
 */
export const watchBlindPresses = (options: {
  window: Window;
  world?: PageWorld | undefined;
  marks: () => UploadMarks | undefined;
  onBlind: (control: Element) => void;
  signal: AbortSignal;
}): void => {
  const { window, world, marks, onBlind, signal } = options;
  let seen = 0;
  const told = new WeakSet<Element>();

  const pressed = (path: Element[]) => {
    const known = marks();
    if (!known || known === "by-name") return;
    const control = path.find((element) => known.some(({ input }) => isMatch(element, input)));
    if (!control || told.has(control) || !isMatch(control, pressable) || isFileInput(control)) return;
    const before = seen;
    setTimeout(() => {
      if (seen !== before || signal.aborted || told.has(control)) return;
      told.add(control);
      onBlind(control);
    }, patience);
  };
  window.addEventListener(
    "click",
    (event) => {
      const path = event.composedPath().filter((target) => target instanceof Element) as Element[];
      const [origin] = path;
      // A page's own click on an input counts: that is how buttons open the dialog of a hidden one.
      if (origin && (isFileInput(origin) || (!event.isTrusted && fileInputsWithin(origin).length > 0)))
        seen += 1;
      else if (event.isTrusted) pressed(path);
    },
    { capture: true, signal },
  );
  world?.listen({ opens: () => (seen += 1) }, signal);
  // A chosen file that we do see, in time: the dialog was of an input after all.
  for (const type of ["input", "drop", "paste"]) {
    window.addEventListener(type, () => (seen += 1), { capture: true, passive: true, signal });
  }
};
