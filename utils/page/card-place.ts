import { type BackgroundLink, type ExtensionApi, hear } from "./background-link.ts";
import type { FarCards } from "./far-card.ts";
import type { GateActions, GateCard } from "./gate-card.ts";
import { hasRoomForCard } from "./gate-stand.ts";
import { loadPart } from "./parts.ts";
import type { Say } from "./words.ts";

/** Where the gate's cards are shown: in this frame; or, where that is too small, in the tab's own document. */
export type CardPlace = {
  hasRoom: () => boolean;
  open: (anchor: Element, actions: GateActions) => GateCard;
};

export type CardPlaceOptions = {
  window: Window;
  link: BackgroundLink;
  api: ExtensionApi;
  say: () => Say;
  openCard: (anchor: Element, actions: GateActions) => GateCard;
  onOpenPanel: () => void;
  /** Ends when nothing can be shown any more. */
  signal: AbortSignal;
};

export const createCardPlace = (options: CardPlaceOptions): CardPlace => {
  const { window, link, api, openCard, signal } = options;
  const loadFrames = () => loadPart("frames", link);
  const isHere = () => hasRoomForCard(window);

  if (window.parent === window) {
    let showing: ReturnType<typeof begin> | undefined;
    const begin = async () => (await loadFrames())?.showFrameCards(options);
    hear(
      api,
      (news, answer) => {
        if (news.type !== "portal/card") return;
        showing ??= begin();
        void showing.then((show) => {
          if (!show) showing = undefined;
          answer(show?.(news) ?? false);
        });
        return true;
      },
      signal,
    );
    return { hasRoom: isHere, open: openCard };
  }

  let far: FarCards | undefined;
  const look = async () => {
    if (!isHere()) far ??= (await loadFrames())?.findFarCards(options);
  };
  void look();
  // A frame may be small only later.
  window.addEventListener("pointerover", look, { capture: true, passive: true, signal });
  const isThere = () => far?.isThere() === true;
  return {
    hasRoom: () => isHere() || isThere(),
    open: (anchor, actions) =>
      far && isThere() && !isHere() ? far.open(actions) : openCard(anchor, actions),
  };
};
