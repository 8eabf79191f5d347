import { attributeOf, isAttached, parentOf, rootElementOf } from "../safe-dom.ts";
import { make } from "./element.ts";
import { hearPress } from "./press.ts";
import { styles } from "./styles.ts";

/** Where our cards live: one host in the page's top layer, its inside closed to the page. */
export type Surface = {
  add: (card: HTMLElement) => void;
  /** Tells assistive technology once, politely. */
  announce: (text: string) => void;
  /** The element of ours that has the focus. */
  focused: () => Element | null;
  /** Whether an event happened inside our cards. */
  holds: (event: Event) => boolean;
  /** What a window listener older than the page's own has heard, before the page can keep it from us. */
  hear: (event: MouseEvent | KeyboardEvent) => void;
  onKey: (listener: (event: KeyboardEvent) => void, signal: AbortSignal) => void;
  remove: () => void;
  /** Goes when the last card has gone; at once when there is none. */
  leave: () => void;
  /** The same, until there is something to show again. */
  rest: () => void;
};

/** The host's own look, out of reach of the page's style sheets; zero in size, so it can catch no click of the page's. */
const hostStyle = {
  all: "initial",
  display: "block",
  position: "fixed",
  inset: "0 auto auto 0",
  width: "0",
  height: "0",
  margin: "0",
  padding: "0",
  border: "0",
  overflow: "visible",
  background: "transparent",
  "z-index": "2147483647",
};

/** A page that removes or hides us is answered this often within so many milliseconds; then it has won. */
const mostRestores = 5;
const within = 5000;

/** How long an announcement stays where assistive technology picks it up, in milliseconds. */
const spoken = 4000;

/** What the page's own handlers for "a click outside" or a focus trap must not take for theirs. */
const ownEvents =
  "pointerdown pointerup mousedown mouseup click dblclick keydown keyup keypress focusin focusout input change wheel";

export const createSurface = (language: string, onHidden: () => void): Surface => {
  const host = make("div", { lang: language });
  const root = host.attachShadow({ mode: "closed" });
  const live = make("div", { class: "heard", role: "status", "aria-live": "polite" });
  dress(root);
  root.append(live);
  for (const type of ownEvents.split(" ")) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }

  let isResting = false;
  const keys = new Set<(event: KeyboardEvent) => void>();
  let removed = false;
  let restores: number[] = [];
  const observer = new MutationObserver(() => mend());

  /** The host's style as we have written it; whatever else is in it was put there by the page. */
  let sound = "";
  const put = () => {
    host.style.cssText = "";
    for (const [name, value] of Object.entries(hostStyle)) host.style.setProperty(name, value, "important");
    for (const name of ["hidden", "inert", "aria-hidden", "class"]) host.removeAttribute(name);
    host.setAttribute("popover", "manual");
    sound = attributeOf(host, "style") ?? "";
    if (!isInPlace()) rootElementOf(document)?.append(host);
    if (isAttached(host) && !host.matches(":popover-open")) host.showPopover();
  };
  /** A page may put us into something that is hidden itself, or leave us behind in a root it has replaced. */
  const isInPlace = () => isAttached(host) && parentOf(host) === rootElementOf(document);
  const isSound = () =>
    isInPlace() &&
    host.matches(":popover-open") &&
    !["hidden", "inert", "aria-hidden"].some((name) => host.hasAttribute(name)) &&
    attributeOf(host, "style") === sound;
  const watch = () => {
    observer.disconnect();
    observer.observe(host, { attributes: true });
    observer.observe(document, { childList: true });
    const parent = parentOf(host);
    if (parent) observer.observe(parent, { childList: true });
  };
  const mend = () => {
    if (removed || isResting || isSound()) return;
    const now = performance.now();
    restores = [...restores.filter((at) => now - at < within), now];
    if (restores.length > mostRestores) {
      remove();
      onHidden();
      return;
    }
    put();
    watch();
  };
  host.addEventListener("toggle", () => mend());
  put();
  watch();

  const remove = () => {
    removed = true;
    clearTimeout(voice);
    observer.disconnect();
    host.remove();
  };

  /** Once no card is left and, where it `listens`, what is being said has been said to its end. */
  const whenBare = (go: () => void, listens = false) => {
    const isBare = () => !(listens && voice !== undefined) && root.querySelector(".card, .chip") === null;
    if (isBare()) return go();
    const waiting = new MutationObserver(() => {
      if (!isBare()) return;
      waiting.disconnect();
      go();
    });
    waiting.observe(root, { childList: true, subtree: true });
  };
  const wake = () => {
    if (!isResting || removed) return;
    isResting = false;
    put();
    watch();
  };

  let told = "";
  let voice: ReturnType<typeof setTimeout> | undefined;
  return {
    add: (card) => {
      wake();
      root.append(card);
    },
    announce: (text) => {
      if (text === told) return;
      told = text;
      clearTimeout(voice);
      // A region filled as it is made is not read out, one filled later is; said once, it is not left lying about.
      voice = setTimeout(() => {
        live.replaceChildren(text);
        voice = setTimeout(() => {
          voice = undefined;
          live.replaceChildren();
        }, spoken);
      }, 120);
    },
    focused: () => root.activeElement,
    holds: (event) => event.composedPath().includes(host),
    hear: (event) => {
      if (!event.isTrusted || removed) return;
      if (event instanceof KeyboardEvent) for (const listener of keys) listener(event);
      else if (event.composedPath()[0] === host) hearPress(root, event);
    },
    onKey: (listener, signal) => {
      keys.add(listener);
      signal.addEventListener("abort", () => keys.delete(listener));
    },
    remove,
    leave: () => whenBare(remove),
    rest: () =>
      whenBare(() => {
        isResting = true;
        observer.disconnect();
        host.remove();
      }, true),
  };
};

const dress = (root: ShadowRoot): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses a content script's sheet in the page's shadow root.
    root.append(make("style", {}, styles));
  }
};
