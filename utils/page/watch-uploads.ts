import { foldersOf } from "./folder-drop.ts";
import { type Held, hasNewFiles, letPass, takeFromDrop, takeFromInput, takeFromPaste } from "./held-files.ts";
import { closestTo, contains, originOf } from "./safe-dom.ts";
import { fileInputsWithin, isFileInput } from "./shadow-root.ts";
import { mayHoldRoster, type Upload, type UploadMarks, uploadFor } from "./upload-marks.ts";

/** Files on their way and where from: `upload` is absent while nobody has said which controls there are. */
export type Chosen = { path: Element[]; upload: Upload | undefined };

export type UploadWatch = {
  window: Window;
  /** Which controls take rosters; undefined until the background has said so. */
  marks: () => UploadMarks | undefined;
  /** What is held now. */
  held: () => readonly Held[];
  /** Files were taken. */
  onFiles: (held: Held, chosen: Chosen) => void;
  /** A folder was dropped, which the page has too: nobody can hand a folder on. */
  onFolder: (entries: FileSystemEntry[], path: Element[]) => void;
  /** The person has tried to send the form while its file is held. */
  onSubmitWhileHeld: () => void;
  /** Whether a card can be seen in this frame; where not, nothing is held. */
  hasRoom: () => boolean;
  signal: AbortSignal;
};

const submitButton = "button:not([type=button], [type=reset]), input[type=submit], input[type=image]";

const pathOf = (event: Event): Element[] =>
  event.composedPath().filter((target) => target instanceof Element) as Element[];

/**
 * Stands between a person's choice of files and the portal. In the capture phase on the window, before any code of the
 * page, the choice is taken away. Whether it is ours to hold is decided on the spot: everything else goes on untouched.
 * Only trusted events: what a page makes up concerns only itself, and so do the events with which we give files back.
 */
export const watchUploads = (options: UploadWatch): void => {
  const { window, held, onFiles, onFolder, onSubmitWhileHeld, signal } = options;
  const isHeldIn = (form: Element) => held().some(({ at }) => contains(form, at));

  /** Whether files chosen here are held: yes with their control, perhaps without one yet, or no. */
  const sort = (path: Element[], files: readonly { name: string }[]): Chosen | undefined => {
    const marks = options.marks();
    if (marks === undefined) return mayHoldRoster(files, path[0]) ? { path, upload: undefined } : undefined;
    const upload = uploadFor(marks, path, files);
    return upload && { path, upload };
  };

  const listen = (target: EventTarget, type: string, handle: (event: Event) => void) =>
    target.addEventListener(type, (event) => event.isTrusted && handle(event), { capture: true, signal });

  const watched = new WeakSet<ShadowRoot>();
  /** `change` and `submit` end at the shadow root they happen in; `input`, which the browser tells first, does not. */
  const watchRoot = (element: Element) => {
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot) || watched.has(root)) return;
    watched.add(root);
    listen(root, "change", chosen);
    listen(root, "submit", submitted);
  };

  /** The file input an event is about: where it began, or in the closed shadow root of where it seems to have begun. */
  const inputOf = (event: Event): HTMLInputElement | undefined => {
    const origin = originOf(event);
    if (!origin || isFileInput(origin)) return origin;
    // Typing comes as an InputEvent and concerns no file.
    if (event instanceof InputEvent) return;
    return fileInputsWithin(origin).find(hasNewFiles);
  };

  const chosen = (event: Event) => {
    const input = inputOf(event);
    if (!input) return;
    watchRoot(input);
    const count = input.files?.length ?? 0;
    // The browser tells a choice twice, as input and as change; the second finds the input emptied.
    if (count === 0 && held().some(({ at }) => at === input)) return event.stopImmediatePropagation();
    if (!hasNewFiles(input)) return;
    const found = sort([input, ...pathOf(event)], [...(input.files ?? [])]);
    if (!found || !options.hasRoom()) return letPass(input);
    event.stopImmediatePropagation();
    onFiles(takeFromInput(input), found);
  };
  listen(window, "input", chosen);
  listen(window, "change", chosen);

  listen(window, "drop", (event) => {
    const files = [...((event as DragEvent).dataTransfer?.files ?? [])];
    const path = pathOf(event);
    if (files.length === 0) return;
    const folders = foldersOf(event as DragEvent);
    if (folders && isFileInput(path[0])) return;
    if (folders) return onFolder(folders, path);
    const found = sort(path, files);
    if (found && options.hasRoom()) onFiles(takeFromDrop(event as DragEvent), found);
  });
  listen(window, "paste", (event) => {
    const files = [...((event as ClipboardEvent).clipboardData?.files ?? [])];
    const found = files.length > 0 ? sort(pathOf(event), files) : undefined;
    if (found && options.hasRoom()) onFiles(takeFromPaste(event as ClipboardEvent), found);
  });

  // The browser's own checks may refuse a form before it is submitted; the click on its button tells.
  listen(window, "click", (event) => {
    const origin = originOf(event);
    const button = origin && closestTo(origin, submitButton);
    const form = button ? (button as HTMLButtonElement).form : null;
    if (form && isHeldIn(form)) onSubmitWhileHeld();
  });
  const submitted = (event: Event) => {
    const form = originOf(event);
    if (!form || !isHeldIn(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onSubmitWhileHeld();
  };
  listen(window, "submit", submitted);
};
