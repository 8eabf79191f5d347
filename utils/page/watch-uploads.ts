import type { PortalPage } from "../portals/profile.ts";
import { type HeldFiles, takeFiles } from "./held-files.ts";
import { closestTo, contains, isMatch, originOf } from "./safe-dom.ts";

type Upload = NonNullable<PortalPage["uploads"]>[number];

export type UploadWatch = {
  window: Window;
  /** The upload controls of the page shown now; undefined until the background has said which there are. */
  uploads: () => readonly Upload[] | undefined;
  /** The input whose files are held, if any. */
  held: () => HTMLInputElement | undefined;
  /** Files were taken; without an upload control when it is not known yet whether the input is one. */
  onFiles: (held: HeldFiles, upload: Upload | undefined) => void;
  /** The person has tried to send the form while its file is held. */
  onSubmitWhileHeld: () => void;
  signal: AbortSignal;
};

const submitButton = "button:not([type=button], [type=reset]), input[type=submit], input[type=image]";

/**
 * Stands between a person's choice of a file and the portal. In the capture phase on the window, before any code of the
 * page, the choice is taken out of the input. Only trusted events: what a page makes up concerns only itself, and so
 * do the events with which we give the files back.
 */
export const watchUploads = ({
  window,
  uploads,
  held,
  onFiles,
  onSubmitWhileHeld,
  signal,
}: UploadWatch): void => {
  const uploadAt = (target: Element | undefined) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
    const known = uploads();
    if (!known) return { input: target, upload: undefined };
    const upload = known.find(({ input }) => isMatch(target, input));
    return upload && { input: target, upload };
  };
  const listen = (type: string, handle: (event: Event, target: Element | undefined) => void) =>
    window.addEventListener(type, (event) => event.isTrusted && handle(event, originOf(event)), {
      capture: true,
      signal,
    });

  const chosen = (event: Event, target: Element | undefined) => {
    const found = uploadAt(target);
    if (!found) return;
    const { input, upload } = found;
    const count = input.files?.length ?? 0;
    // The browser tells a choice twice, as input and as change; the second finds the input emptied.
    if (count === 0 && held() !== input) return;
    event.stopImmediatePropagation();
    if (count > 0) onFiles(takeFiles(input), upload);
  };
  listen("input", chosen);
  listen("change", chosen);
  // A drop on the input is put into it by the browser and comes again as a change; only the page's code is kept out.
  listen("drop", (event, target) => {
    const dropped = (event as DragEvent).dataTransfer?.files.length ?? 0;
    if (dropped > 0 && uploadAt(target)) event.stopImmediatePropagation();
  });
  // The browser's own checks may refuse a form before it is submitted; the click on its button tells.
  listen("click", (_event, target) => {
    const button = target && closestTo(target, submitButton);
    const form = held()?.form;
    if (button && form && contains(form, button)) onSubmitWhileHeld();
  });
  listen("submit", (event, form) => {
    const input = held();
    if (!input || !form || !contains(form, input)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onSubmitWhileHeld();
  });
};
