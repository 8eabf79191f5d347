import type { CardShow } from "../messages/card-contracts.ts";
import { type BackgroundLink, type ExtensionApi, hear } from "./background-link.ts";
import type { GateActions, GateCard } from "./gate-card.ts";
import { hasRoomForCard } from "./gate-stand.ts";

/** The cards of a frame too small for them, shown by the tab's own document. */
export type FarCards = {
  /** Whether somebody of ours stood there, with room for a card, when it was last asked. */
  isThere: () => boolean;
  open: (actions: GateActions) => GateCard;
};

export type FarCardOptions = { window: Window; link: BackgroundLink; api: ExtensionApi; signal: AbortSignal };

/** What a person does before a file is chosen. */
const comings = ["pointerover", "pointerdown", "focusin", "dragenter"];

/** Between two questions whether there is a place, in milliseconds. */
const pause = 500;

/** How often it is asked whether a card stands still, in milliseconds. */
export const beat = 1500;

const makeId = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join("-");

/** The place of a window among the frames of each document from the tab's own down: read by the browser's own numbers. */
const pathOf = (window: Window): number[] => {
  const path: number[] = [];
  for (let at = window; at !== at.parent && path.length < 50; at = at.parent) {
    const { parent } = at;
    let place = 0;
    while (place < parent.length && parent[place] !== at) place += 1;
    path.unshift(place < parent.length ? place : -1);
  }
  return path;
};

export const findFarCards = ({ window, link, api, signal }: FarCardOptions): FarCards => {
  let isThere = false;
  const tell = async (card: string, show: CardShow): Promise<boolean> => {
    const answer = await link.ask<"portal/card">({ type: "portal/card", card, show });
    return answer.ok && answer.value;
  };

  const open = (actions: GateActions): GateCard => {
    const card = makeId();
    const ending = new AbortController();
    const over = AbortSignal.any([signal, ending.signal]);
    let turn: Promise<unknown> = Promise.resolve();
    let isBusy = false;
    const lose = () => {
      if (over.aborted) return;
      ending.abort();
      isThere = false;
      actions.onLost?.();
    };
    /** One after the other: what is said last must be what stands. */
    const show = (what: CardShow) => {
      turn = turn.then(async () => {
        isBusy = true;
        const stands = await tell(card, what);
        isBusy = false;
        if (!stands) lose();
      });
    };
    /** The last word: nothing waits for an answer any more. */
    const end = (what: CardShow) => {
      show(what);
      ending.abort();
    };

    const { files = [], isPassed = false } = actions;
    const [file = ""] = files;
    const others = Math.max(0, files.length - 1);
    show({ kind: "open", path: pathOf(window), file: file.slice(0, 500), others, isPassed });
    const beats = setInterval(() => isBusy || show({ kind: "beat" }), beat);
    over.addEventListener("abort", () => clearInterval(beats));
    const acts = {
      cancel: actions.onCancel,
      upload: actions.onUpload,
      "choose-another": actions.onChooseAnother,
    };
    hear(
      api,
      (news, answer) => {
        if (news.type !== "portal/card-pressed" || news.card !== card) return;
        answer(true);
        acts[news.press]();
      },
      over,
    );
    const focus = () => show({ kind: "focus" });
    // Not in turn: the frame is about to go.
    const leave = () => void tell(card, { kind: "close" });
    window.addEventListener("pagehide", leave, { signal: over });
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.isTrusted && event.key === "F6") focus();
      },
      { capture: true, signal: over },
    );
    return {
      showProgress: (progress) => {
        // One that has no turn yet is out of date when it gets it.
        if (progress && !isBusy) show({ kind: "progress", progress: { ...progress, file: "" } });
      },
      showStopped: () => show({ kind: "stopped" }),
      showVerdict: (verdict) => (isPassed ? end : show)({ kind: "verdict", verdict }),
      showNote: (text, tone, see) =>
        end({ kind: "note", text, tone, ...(see === "checkFirst" && { see: "checkFirst" as const }) }),
      remind: (text) => show({ kind: "remind", text }),
      focus,
      close: () => end({ kind: "close" }),
    };
  };

  let asked = Number.NEGATIVE_INFINITY;
  const look = async () => {
    if (hasRoomForCard(window) || isThere || performance.now() - asked < pause) return;
    asked = performance.now();
    isThere = await tell("", { kind: "ask" });
  };
  void look();
  for (const type of comings) window.addEventListener(type, look, { capture: true, passive: true, signal });
  return { isThere: () => isThere, open };
};
