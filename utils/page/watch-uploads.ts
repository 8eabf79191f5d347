import { pathOf } from "./event-path.ts";
import { foldersOf, readFolders } from "./folder-drop.ts";
import {
  fill,
  type Held,
  hasNewFiles,
  letPass,
  takeFromDrop,
  takeFromInput,
  takeFromPaste,
  takeFromPicker,
  type Unread,
} from "./held-files.ts";
import type { PageWorld, Picked } from "./page-world-link.ts";
import { closestTo, contains, isAttached, originOf, rootElementOf } from "./safe-dom.ts";
import { fileInputsWithin, isFileInput } from "./shadow-root.ts";
import { mayHoldRoster, type Upload, type UploadMarks, uploadFor } from "./upload-marks.ts";

/** Files on their way and where from: `upload` is absent while nobody has said which controls there are. */
export type Chosen = { path: Element[]; upload: Upload | undefined };

export type UploadWatch = {
  window: Window;
  /** Our script in the page's own world, where there is one. */
  world?: PageWorld | undefined;
  /** Which controls take rosters; undefined until the background has said so. */
  marks: () => UploadMarks | undefined;
  /** What is held now. */
  held: () => readonly Held[];
  /** Files were taken. */
  onFiles: (held: Held, chosen: Chosen) => void;
  /** Something was taken that must be read to know its files. */
  onUnread: (unread: Unread, path: Element[]) => void;
  /** A folder was dropped, which the page has too: here nobody can hand it on. */
  onFolder: (entries: FileSystemEntry[], path: Element[]) => void;
  /** The person has tried to send the form while its file is held. */
  onSubmitWhileHeld: () => void;
  /** Whether a card can be seen in this frame; where not, nothing is held, which is told by `onNoRoom`. */
  hasRoom: () => boolean;
  onNoRoom: () => void;
  signal: AbortSignal;
};

const submitButton = "button:not([type=button], [type=reset]), input[type=submit], input[type=image]";

/**
 * Stands between a person's choice of files and the portal. In the capture phase on the window, before any code of the
 * page, the choice is taken away. Whether it is ours to hold is decided on the spot: everything else goes on untouched.
 * Only trusted events: what a page makes up concerns only itself, and so do the events with which we give files back.
 */
export const watchUploads = (options: UploadWatch): void => {
  const { window, world, held, onFiles, onUnread, onFolder, onSubmitWhileHeld, signal } = options;
  const isHeldIn = (form: Element) => held().some(({ at }) => contains(form, at));

  /** Whether files chosen here are held: yes with their control, perhaps without one yet, or no. */
  const sort = (path: Element[], files: readonly { name: string }[]): Chosen | undefined => {
    const marks = options.marks();
    if (marks === undefined) return mayHoldRoster(files, path[0]) ? { path, upload: undefined } : undefined;
    const upload = uploadFor(marks, path, files);
    return upload && { path, upload };
  };

  const hasRoom = (): boolean => {
    const isSeen = options.hasRoom();
    if (!isSeen) options.onNoRoom();
    return isSeen;
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

  /** What a person pressed last, and so what a dialog that the page opens now was asked for with. */
  let pressed: Element[] = [];
  const opened = new WeakMap<HTMLInputElement, Element[]>();
  const standFor = (asked: readonly Element[]): Element =>
    asked.find(isAttached) ?? rootElementOf(window.document)!;
  /** An input opened by the page's code may be in no document, or be taken out while its dialog is open. */
  const watchInput = (input: HTMLInputElement, asked: Element[]) => {
    if (!opened.has(input)) for (const type of ["input", "change"]) listen(input, type, chosen);
    opened.set(input, asked);
  };
  window.addEventListener(
    "click",
    (event) => {
      const origin = originOf(event);
      if (event.isTrusted) pressed = pathOf(event);
      if (isFileInput(origin)) watchInput(origin, event.isTrusted ? [] : pressed);
    },
    { capture: true, signal },
  );
  let askedFor: Element[] = [];
  const picks = (picked: Picked): boolean => {
    const { handles } = picked;
    // Of a folder only its reading tells.
    const isFolder = options.marks() === "by-name" && handles.some(({ kind }) => kind === "directory");
    if (!(isFolder || sort(askedFor, handles)) || !hasRoom()) return false;
    onUnread(takeFromPicker(picked, standFor(askedFor)), askedFor);
    return true;
  };
  const opens = (input: HTMLInputElement | undefined) => {
    if (input) watchInput(input, pressed);
    else askedFor = pressed;
  };
  world?.listen({ opens, picks }, signal);

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
    const asked = opened.get(input) ?? [];
    const found = sort([input, ...pathOf(event), ...asked], [...(input.files ?? [])]);
    if (!found || !hasRoom()) return letPass(input);
    event.stopImmediatePropagation();
    onFiles(takeFromInput(input, isAttached(input) ? undefined : standFor(asked)), found);
  };
  listen(window, "input", chosen);
  listen(window, "change", chosen);

  const dropped = (event: DragEvent) => {
    const { dataTransfer } = event;
    const files = [...(dataTransfer?.files ?? [])];
    const path = pathOf(event);
    if (!dataTransfer || files.length === 0) return;
    const folders = foldersOf(event);
    if (folders && isFileInput(path[0])) return;
    const found = sort(path, files);
    const keep = () => world?.keepFolders(dataTransfer, fill(files));
    if (folders) {
      if (!found || !options.hasRoom() || !keep()) return onFolder(folders, path);
      return onUnread({ ...takeFromDrop(event, files), read: () => readFolders(folders) }, path);
    }
    if (!found || !hasRoom()) return;
    keep();
    onFiles(takeFromDrop(event, files), found);
  };
  listen(window, "drop", (event) => dropped(event as DragEvent));
  listen(window, "paste", (event) => {
    const files = [...((event as ClipboardEvent).clipboardData?.files ?? [])];
    const found = files.length > 0 ? sort(pathOf(event), files) : undefined;
    if (found && hasRoom()) onFiles(takeFromPaste(event as ClipboardEvent), found);
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
