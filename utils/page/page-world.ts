import { meetingTime, world } from "./page-world-names.ts";

type Native = (this: unknown, ...given: unknown[]) => unknown;
type Around = (call: () => unknown, self: unknown, given: unknown[]) => unknown;
type Wrap = { owner: object; name: string; native: PropertyDescriptor; ours: unknown };
type Dropped = { entry: unknown; handle: unknown };

/** How often our script in the isolated world is asked whether it still holds what it holds, in milliseconds. */
const pulse = 1000;

/**
 * Runs in the page's own world before any code of the page, because only there are seen a file input that is in no
 * document, the file system's dialogs, and the folders behind a drop. It decides nothing: each use is told to our script
 * in the isolated world, and where nobody answers the page has its files at once. The page may do to this world what it
 * likes: natives are taken now and called without their prototypes, options are objects without one.
 */
export const watchDialogs = (page: Window & typeof globalThis): void => {
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { document, setTimeout, setInterval, clearInterval, Promise: Later } = page;
  const { CustomEvent, DOMException, Event, FocusEvent } = page;
  const { isArray } = Array;
  const call = (native: unknown, self: unknown, ...given: unknown[]): unknown =>
    apply(native as Native, self, given);
  const getter = (owner: object, name: string) => {
    const get = getOwnPropertyDescriptor(owner, name)?.get;
    return (self: unknown): unknown => call(get, self);
  };
  const { addEventListener, removeEventListener, dispatchEvent } = page.EventTarget.prototype;
  const { preventDefault } = page.Event.prototype;
  const { then } = Later.prototype;
  const { createElement } = page.Document.prototype;
  const items = page.DataTransferItem.prototype as DataTransferItem & { getAsFileSystemHandle?: Native };
  const { getAsFile, webkitGetAsEntry, getAsFileSystemHandle } = items;
  const { get, set } = page.WeakMap.prototype;
  const eventType = getter(page.Event.prototype, "type");
  const isConnected = getter(page.Node.prototype, "isConnected");
  const inputType = getter(page.HTMLInputElement.prototype, "type");
  const controlOf = getter(page.HTMLLabelElement.prototype, "control");
  const transferOf = getter(page.DragEvent.prototype, "dataTransfer");
  const itemsOf = getter(page.DataTransfer.prototype, "items");
  const lengthOf = getter(page.DataTransferItemList.prototype, "length");

  const on = (target: unknown, type: string, listen: (event: Event) => void) =>
    call(addEventListener, target, type, listen, true);
  const optionsOf = (more: object) => ({ __proto__: null, cancelable: true, ...more }) as object;
  /** Whether somebody has answered, which is done by preventing the event. */
  const isAnswered = (target: unknown, event: Event): boolean => !call(dispatchEvent, target, event);
  const tell = (target: unknown, type: string, relatedTarget: unknown): boolean =>
    isAnswered(target, new FocusEvent(type, optionsOf({ relatedTarget })));
  const make = (): unknown => call(createElement, document, "i");
  const door = make();

  const wraps: Wrap[] = [];
  /** A proxy keeps a native's name and length, and that it is native code. */
  const wrap = (owner: object, name: string, around: Around) => {
    const native = getOwnPropertyDescriptor(owner, name);
    if (typeof native?.value !== "function") return;
    const ours = new Proxy(native.value as Native, {
      apply: (target, self, given: unknown[]) => around(() => apply(target, self, given), self, given),
    });
    wraps.push({ owner, name, native, ours });
  };
  const put = (isOurs: boolean) => {
    for (let at = 0; at < wraps.length; at += 1) {
      const { owner, name, native, ours } = wraps[at]!;
      const [before, value] = isOurs ? [native.value, ours] : [ours, native.value];
      // What the page has put there meanwhile stays.
      if (getOwnPropertyDescriptor(owner, name)?.value !== before) continue;
      defineProperty(owner, name, { __proto__: null, ...native, value } as PropertyDescriptor);
    }
  };

  /** A press by script, of an element in no document: the input of a file dialog, or its label. */
  const press: Around = (go, element) => {
    try {
      if (!isConnected(element)) {
        let input = element;
        try {
          input = controlOf(element);
        } catch {}
        if (inputType(input) === "file") tell(door, world.dialog, input);
      }
    } catch {}
    return go();
  };
  wrap(page.HTMLElement.prototype, "click", press);
  wrap(page.HTMLInputElement.prototype, "showPicker", press);
  wrap(page.EventTarget.prototype, "dispatchEvent", (go, target, [event]) => {
    let type: unknown;
    try {
      type = eventType(event);
    } catch {}
    return type === "click" ? press(go, target, []) : go();
  });

  /** The page waits for its handles while they are held: it gets the very same ones, or an error as from "Cancel". */
  const holdBack = (ticket: unknown, name: string, chosen: unknown): unknown => {
    const detail = isArray(chosen) ? chosen : [chosen];
    if (!isAnswered(ticket, new CustomEvent(world.chosen, optionsOf({ detail })))) return chosen;
    return new Later((resolve, reject) => {
      const release = () => {
        clearInterval(beat);
        resolve(chosen);
      };
      const beat = setInterval(() => {
        if (!isAnswered(ticket, new Event(world.stillHeld, optionsOf({})))) release();
      }, pulse);
      on(ticket, world.release, release);
      on(ticket, world.refuse, () => {
        clearInterval(beat);
        const why = `Failed to execute '${name}' on 'Window': The user aborted a request.`;
        reject(new DOMException(why, "AbortError"));
      });
    });
  };
  for (const name of ["showOpenFilePicker", "showDirectoryPicker"]) {
    wrap(page, name, (go) => {
      const ticket = make();
      tell(door, world.dialog, ticket);
      const choosing = go();
      try {
        return call(then, choosing, (chosen: unknown) => holdBack(ticket, name, chosen));
      } catch {
        return choosing;
      }
    });
  }

  // A drop that is made anew has files only. What stood behind them is kept here, by the files it comes back with.
  let dropped: Dropped[] = [];
  const kept = new page.WeakMap<object, Dropped>();
  const keptOf = (item: unknown): Dropped | undefined => {
    const file = call(getAsFile, item);
    return file ? (call(get, kept, file) as Dropped | undefined) : undefined;
  };
  const eachFile = (event: Event, see: (item: unknown, file: unknown, at: number) => void) => {
    const list = itemsOf(transferOf(event)) as DataTransferItemList;
    let at = 0;
    for (let i = 0; i < (lengthOf(list) as number); i += 1) {
      const file = call(getAsFile, list[i]);
      if (file) see(list[i], file, at++);
    }
    return at;
  };
  on(door, world.drop, (event) => {
    dropped = [];
    eachFile(event, (item, _, at) => {
      const handle = getAsFileSystemHandle && call(getAsFileSystemHandle, item);
      if (handle) call(then, handle, undefined, () => {});
      dropped[at] = { entry: call(webkitGetAsEntry, item), handle };
    });
  });
  on(door, world.dropAgain, (event) => {
    const count = eachFile(event, (_, file, at) => dropped[at] && call(set, kept, file, dropped[at]));
    // Only a browser that gives the same file each time can be told by it which folder is meant.
    let isSame = count === dropped.length;
    eachFile(event, (item, _, at) => {
      isSame &&= keptOf(item) === dropped[at];
    });
    if (isSame) call(preventDefault, event);
  });
  wrap(items, "webkitGetAsEntry", (go, item) => go() ?? keptOf(item)?.entry ?? null);
  wrap(items, "getAsFileSystemHandle", (go, item) => keptOf(item)?.handle ?? go());

  on(door, world.wake, () => put(true));
  on(door, world.rest, () => put(false));
  put(true);
  const greet = () => {
    if (!tell(page, world.greeting, door)) return;
    isMet = true;
    call(removeEventListener, page, world.question, greet, true);
  };
  let isMet = false;
  on(page, world.question, greet);
  greet();
  setTimeout(() => {
    if (isMet) return;
    call(removeEventListener, page, world.question, greet, true);
    put(false);
  }, meetingTime);
};
