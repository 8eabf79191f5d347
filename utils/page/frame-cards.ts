import type { CardNews, CardPress } from "../messages/card-contracts.ts";
import type { BackgroundLink } from "./background-link.ts";
import { beat, findFarCards } from "./far-card.ts";
import type { GateActions, GateCard } from "./gate-card.ts";
import { hasRoomForCard } from "./gate-stand.ts";
import { attributeOf, queryAll, rootElementOf } from "./safe-dom.ts";
import type { Say } from "./words.ts";

type Shown = Extract<CardNews, { type: "portal/card" }>;

export type FrameCardOptions = {
  window: Window;
  link: BackgroundLink;
  say: () => Say;
  openCard: (anchor: Element, actions: GateActions) => GateCard;
  onOpenPanel: () => void;
  signal: AbortSignal;
};

/** A card of a frame. It is over once nothing waits for its answer. */
type Entry = { frame: number; card: GateCard; isOver: boolean; missed: number };

/** So many beats missed, and the frame is taken to be gone. */
const patience = 4;

/** Longest title of a frame that is repeated, in characters. */
const longestTitle = 80;

/** The frame's element in this document, or the one its frame is in; the whole document where that cannot be told. */
const elementOf = (window: Window, [place = -1]: readonly number[]): Element => {
  const target = place >= 0 ? window[place] : undefined;
  const frames = target ? queryAll(window.document, "iframe, frame, object") : [];
  const found = frames.find((one) => (one as HTMLIFrameElement).contentWindow === target);
  return found ?? rootElementOf(window.document)!;
};

/**
 * Shows the cards of frames that are too small for them, in the tab's own document. Gives what takes their messages: true
 * where the card stands. What is pressed goes back to the frame; a frame that is gone leaves no card behind.
 */
const showFrameCards = (options: FrameCardOptions): ((news: Shown) => boolean) => {
  const { window, link, say, signal } = options;
  const cards = new Map<string, Entry>();

  const drop = (id: string) => {
    const entry = cards.get(id);
    cards.delete(id);
    entry?.card.close();
  };
  const press = async (id: string, choice: CardPress) => {
    const entry = cards.get(id);
    if (!entry || entry.isOver) return;
    const to = entry.frame;
    const answer = await link.ask<"portal/card-pressed">({
      type: "portal/card-pressed",
      card: id,
      to,
      press: choice,
    });
    if ((answer.ok && answer.value) || entry.isOver) return;
    entry.isOver = true;
    entry.card.showNote(say()("gateChooseAgain"), "warm");
  };

  const open = ({ card: id, frame, origin, show }: Shown): boolean => {
    if (show.kind !== "open" || !hasRoomForCard(window)) return false;
    // What an earlier choice in that frame came to has been read, or is of no interest any more.
    for (const [other, entry] of cards) if (entry.frame === frame && entry.isOver) drop(other);
    const anchor = elementOf(window, show.path);
    const { location } = window;
    const title = (anchor === rootElementOf(window.document) ? null : attributeOf(anchor, "title")) ?? "";
    const more = show.others > 0 ? ` + ${show.others}` : "";
    const about = {
      // Of another site's frame this page need not come near the name.
      name: origin === location.origin ? show.file + more : new URL(origin).host,
      text: `${say()("gateFrame")}${title === "" ? "." : `: “${title.slice(0, longestTitle)}”`}`,
    };
    const card = options.openCard(anchor, {
      about,
      isPassed: show.isPassed,
      onCancel: () => void press(id, "cancel"),
      onSee: options.onOpenPanel,
      onUpload: () => void press(id, "upload"),
      onChooseAnother: () => void press(id, "choose-another"),
    });
    cards.set(id, { frame, card, isOver: false, missed: 0 });
    return true;
  };

  const timer = setInterval(() => {
    for (const [id, entry] of cards) {
      if (entry.isOver) continue;
      entry.missed += 1;
      if (entry.missed > patience) drop(id);
    }
  }, beat);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    // The frame's own guest ends with this one, and gives back what it holds.
    for (const entry of cards.values()) {
      if (entry.isOver) continue;
      entry.isOver = true;
      entry.card.showNote(say()("gateNotRun"), "warm");
    }
  });

  return (news) => {
    const { card: id, frame, show } = news;
    if (signal.aborted) return false;
    if (show.kind === "ask") return hasRoomForCard(window);
    if (show.kind === "open") return open(news);
    const entry = cards.get(id);
    if (!entry || entry.frame !== frame || entry.isOver) return false;
    entry.missed = 0;
    const { card } = entry;
    switch (show.kind) {
      case "beat":
        break;
      case "focus":
        card.focus();
        break;
      case "progress":
        card.showProgress(show.progress);
        break;
      case "stopped":
        card.showStopped();
        break;
      case "verdict":
        card.showVerdict(show.verdict);
        break;
      case "remind":
        card.remind(show.text);
        break;
      case "note":
        entry.isOver = true;
        card.showNote(show.text, show.tone, show.see);
        break;
      case "close":
        drop(id);
    }
    return true;
  };
};

export const frameCards = { findFarCards, showFrameCards };
export type FrameCards = typeof frameCards;
