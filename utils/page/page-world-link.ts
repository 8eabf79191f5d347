import { meetingTime, world } from "./page-world-names.ts";
import { isFileInput } from "./shadow-root.ts";

/** Files or a folder chosen in the file system's own dialog; the page's code waits for them. */
export type Picked = {
  handles: readonly FileSystemHandle[];
  /** The page gets its handles. */
  release: () => void;
  /** The page is told that the person has chosen nothing. */
  refuse: () => void;
};

export type DialogHearer = {
  /** A file dialog is about to open: for this input, which is in no document, or for none. */
  opens: (input: HTMLInputElement | undefined) => void;
  /** What was chosen in a dialog without an input; true when it is held. */
  picks?: (picked: Picked) => boolean;
};

/** Our script in the page's own world (page-world.ts), as it is seen from here. */
export type PageWorld = {
  /** Tells of file dialogs that no event of the document tells of, until `signal` ends: then nothing is held any more. */
  listen: (hearer: DialogHearer, signal: AbortSignal) => void;
  /** While a drop is handled: whether a drop made up of the files of `again` will have the folders behind `real`. */
  keepFolders: (real: DataTransfer, again: DataTransfer) => boolean;
  /** There is something to hold on this page, or nothing, and its natives are the browser's own again. */
  wake: () => void;
  rest: () => void;
};

const isAnswered = (target: Element | undefined, event: Event): boolean =>
  target !== undefined && !target.dispatchEvent(event);

/**
 * Meets the script in the page's own world, whichever of the two runs first. Both run before any code of the page, so
 * that nobody else hears of it. A page that does hear (it was open before its site was granted, or it has made this
 * frame itself) can have us hold what that page gives itself after a person's press, and no more.
 */
export const meetPageWorld = (window: Window): PageWorld => {
  const hearers = new Map<DialogHearer, AbortSignal>();
  let door: Element | undefined;

  const hearTicket = (ticket: Element) =>
    ticket.addEventListener(world.chosen, (event) => {
      const handles: unknown = (event as CustomEvent<unknown>).detail;
      if (!isHandles(handles)) return;
      const over = new AbortController();
      const answer = (type: string) => () => {
        over.abort();
        ticket.dispatchEvent(new Event(type));
      };
      const picked = { handles, release: answer(world.release), refuse: answer(world.refuse) };
      const [, signal] = [...hearers].find(([hearer]) => hearer.picks?.(picked)) ?? [];
      if (!signal) return;
      event.preventDefault();
      const holding = { signal: AbortSignal.any([signal, over.signal]) };
      ticket.addEventListener(world.stillHeld, (asked) => asked.preventDefault(), holding);
    });
  const hearDoor = (event: Event) => {
    const about = (event as FocusEvent).relatedTarget;
    // The browser opens no dialog but for a person: what a page makes up at any other time is not listened to.
    if (!(about instanceof Element) || window.navigator.userActivation?.isActive === false) return;
    const input = isFileInput(about) ? about : undefined;
    for (const hearer of hearers.keys()) hearer.opens(input);
    if (!input) hearTicket(about);
  };
  const meet = (event: Event) => {
    const { relatedTarget } = event as FocusEvent;
    if (door || !(relatedTarget instanceof Element)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    door = relatedTarget;
    door.addEventListener(world.dialog, hearDoor);
    window.removeEventListener(world.greeting, meet, { capture: true });
  };
  window.addEventListener(world.greeting, meet, { capture: true });
  setTimeout(() => window.removeEventListener(world.greeting, meet, { capture: true }), meetingTime);
  window.dispatchEvent(new Event(world.question));

  return {
    listen: (hearer, signal) => {
      hearers.set(hearer, signal);
      signal.addEventListener("abort", () => hearers.delete(hearer));
    },
    keepFolders: (real, again) => {
      const say = (type: string, dataTransfer: DataTransfer) =>
        isAnswered(door, new DragEvent(type, { dataTransfer, cancelable: true }));
      say(world.drop, real);
      return say(world.dropAgain, again);
    },
    wake: () => void door?.dispatchEvent(new Event(world.wake)),
    rest: () => void door?.dispatchEvent(new Event(world.rest)),
  };
};

/** Firefox has no such dialogs, and may have no such handles. */
const isHandles = (given: unknown): given is FileSystemHandle[] =>
  Array.isArray(given) && given.length > 0 && given.every((each) => each instanceof FileSystemHandle);
