import { type FolderFile, readHandles, withPath } from "./folder-drop.ts";
import type { Picked } from "./page-world-link.ts";
import { isAttached, originOf, queryAll } from "./safe-dom.ts";
import { innermost, isFileInput } from "./shadow-root.ts";

/** Files a person chose and the portal does not have yet. */
export type Held = {
  /** Where they were chosen: a file input, or the element on which they were dropped or pasted. */
  at: Element;
  /** What the card stands beside, where that is something else: an input in no document has no place. */
  stand?: Element | undefined;
  files: FolderFile[];
  /**
   * Gives the page the very same files, as the browser would have. An element the page has replaced meanwhile is looked
   * for again by the selector; false when the page may have nothing left to take them.
   */
  give: (selector: string) => boolean;
  /** The files will not come: whatever the page shows or waits for meanwhile is over. */
  dismiss: () => void;
};

/** Taken before anybody could know which files they are: a folder is read first. */
export type Unread = Omit<Held, "files"> & { read: () => Promise<FolderFile[]> };

export const fill = (files: readonly File[]): DataTransfer => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
};

/** The element, or the one that has taken its place. */
const standIn = (element: Element, selector: string): Element => {
  if (isAttached(element) || selector === "") return element;
  const found = queryAll(document, selector);
  if (!isFileInput(element)) return found[0] ?? element;
  const inputs = found.flatMap((one) => [one, ...queryAll(one, "input[type=file]")]);
  return inputs.find((one) => isFileInput(one)) ?? element;
};

/** File lists that are the page's already: what is still in an input is no new choice. */
const passed = new WeakMap<HTMLInputElement, FileList>();

/** Whether an input holds files that were chosen just now. */
export const hasNewFiles = (input: HTMLInputElement): boolean => {
  const { files } = input;
  return files !== null && files.length > 0 && passed.get(input) !== files;
};

/** Leaves the files where they are. */
export const letPass = (input: HTMLInputElement): void => {
  if (input.files) passed.set(input, input.files);
};

/** None of these events is trusted, which is how our own gate knows to let them pass. */
const fillInput = (input: HTMLInputElement, files: readonly File[]): void => {
  input.files = fill(files).files;
  letPass(input);
  input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

/** Takes the files out of a file input; the portal's own code and its form then find it empty. */
export const takeFromInput = (input: HTMLInputElement, stand?: Element): Held => {
  const files = [...(input.files ?? [])];
  const isLoose = !isAttached(input);
  input.value = "";
  return {
    at: input,
    stand,
    files: files.map(withPath),
    give: (selector) => {
      const target = isLoose ? input : (standIn(input, selector) as HTMLInputElement);
      fillInput(target, files);
      return isLoose || isAttached(target);
    },
    dismiss: () => {},
  };
};

const everywhere = { bubbles: true, cancelable: true, composed: true };

/**
 * Takes these files of a drop. They come back as another drop, with what stands behind them where the page's own world
 * keeps it; on a file input that leaves the drop alone they are put in, as the browser does.
 */
export const takeFromDrop = (event: DragEvent, files: readonly File[]): Held => {
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  const at = innermost(originOf(event)!, (root) => root.elementFromPoint(clientX, clientY));
  stop(event);
  const make = (type: string, dataTransfer: DataTransfer) =>
    new DragEvent(type, {
      ...everywhere,
      ...{ clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey },
      dataTransfer,
    });
  return {
    at,
    files: files.map(withPath),
    give: (selector) => {
      const target = standIn(at, selector);
      const isLeft = target.dispatchEvent(make("drop", fill(files)));
      if (isLeft && isFileInput(target)) fillInput(target, target.multiple ? files : files.slice(0, 1));
      return isAttached(target);
    },
    dismiss: () => void at.dispatchEvent(make("dragleave", new DataTransfer())),
  };
};

/** Takes the files of a paste; they come back as another paste. */
export const takeFromPaste = (event: ClipboardEvent): Held => {
  const files = [...(event.clipboardData?.files ?? [])];
  const at = innermost(originOf(event)!, (root) => root.activeElement);
  stop(event);
  return {
    at,
    files: files.map(withPath),
    give: (selector) => {
      const target = standIn(at, selector);
      target.dispatchEvent(new ClipboardEvent("paste", { ...everywhere, clipboardData: fill(files) }));
      return isAttached(target);
    },
    dismiss: () => {},
  };
};

/** Takes what was chosen in the file system's own dialog: the page's code waits for it. */
export const takeFromPicker = ({ handles, release, refuse }: Picked, at: Element): Unread => ({
  at,
  read: () => readHandles(handles),
  give: () => {
    release();
    return true;
  },
  dismiss: refuse,
});

const stop = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};
