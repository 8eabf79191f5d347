import { drawCross, drawShield, make, makeButton } from "./surface/element.ts";
import type { Surface } from "./surface/surface.ts";
import type { Say } from "./words.ts";

/** Says that the extension is gone from under this page, and how to have it back. */
export const showReloadNote = (surface: Surface, say: Say): void => {
  const card = make("section", { class: "card corner", role: "region", "aria-label": say("noticeLabel") });
  const close = makeButton(say("close"), () => card.remove(), { class: "icon" }, drawCross());
  card.append(
    make("div", { class: "head" }, drawShield(), make("p", { class: "title" }, say("reload")), close),
  );
  surface.add(card);
  surface.announce(say("reload"));
};
