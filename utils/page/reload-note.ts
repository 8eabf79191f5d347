import { drawCross, drawShield, make, makeButton, makeCard } from "./surface/element.ts";
import type { Surface } from "./surface/surface.ts";
import type { Say } from "./words.ts";

/** Says that the extension is gone from under this page, and how to have it back. */
export const showReloadNote = (surface: Surface, say: Say): void => {
  const close = makeButton(say("close"), () => surface.remove(), { class: "icon" }, drawCross());
  const card = makeCard(
    { class: "card corner", role: "region", "aria-label": say("noticeLabel") },
    make("div", { class: "head" }, drawShield(), make("p", { class: "title" }, say("reload")), close),
  );
  surface.add(card);
  surface.announce(say("reload"));
};
