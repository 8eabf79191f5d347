import { isAttached, queryAll } from "./safe-dom.ts";

/** Files a person chose and the portal does not have yet. */
export type HeldFiles = { input: HTMLInputElement; files: File[] };

/** Takes the files out of a file input; the portal's own code and its form then find it empty. */
export const takeFiles = (input: HTMLInputElement): HeldFiles => {
  const files = [...(input.files ?? [])];
  input.value = "";
  return { input, files };
};

/**
 * Puts the very same files into the input and tells the page, as the browser does after a choice. An input the page has
 * replaced meanwhile is looked for again; false when there is none to take them.
 */
export const putBack = ({ input, files }: HeldFiles, selector: string): boolean => {
  const target =
    isAttached(input) || selector === ""
      ? input
      : queryAll(document, selector).find((found) => found instanceof HTMLInputElement);
  if (!target) return false;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  target.files = transfer.files;
  // Not trusted, which is how our own gate knows to let them pass.
  target.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  target.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
};
