import type { PortalBriefing, RosterAnswer } from "../messages/answers.ts";
import { drawMinus, drawShield, make, makeButton, makeCard } from "./surface/element.ts";
import { overlaps } from "./surface/place.ts";
import type { Surface } from "./surface/surface.ts";
import type { Say } from "./words.ts";

export type Notice = {
  /** Makes it small: the person has begun to work. */
  fold: () => void;
  show: (answer?: RosterAnswer) => void;
  hide: () => void;
  /** Takes it away for good. */
  end: () => void;
};

/** A window too narrow for the notice to stand beside anything, in pixels. */
const narrow = 600;

/** The calm notice in a corner of a roster page; it takes no space from the page and can be made a small chip. */
export const createNotice = (options: {
  surface: () => Surface;
  say: Say;
  notice: PortalBriefing["notice"];
  onOpen: (view: "today" | "edits") => void;
  signal: AbortSignal;
}): Notice => {
  const { surface, say, notice, onOpen, signal } = options;
  const summary = make("p", { class: "summary", hidden: true });
  const see = makeButton(say("seeChanges"), () => onOpen("edits"), { class: "main", hidden: true });
  const lines = make("ul", { class: "lines" });
  const write = (texts: readonly string[]) =>
    lines.replaceChildren(...texts.map((text) => make("li", {}, text)));
  write(notice.lines);
  const collapse = makeButton(say("collapse"), () => fold(true), { class: "icon" }, drawMinus());
  const card = makeCard(
    { class: "card corner arrive", role: "region", "aria-label": say("noticeLabel") },
    make("div", { class: "head" }, drawShield(), make("p", { class: "title" }, notice.title), collapse),
    lines,
    summary,
    make(
      "div",
      { class: "actions" },
      see,
      makeButton(say("openDetails"), () => onOpen("today")),
    ),
  );
  const chip = makeButton(say("expand"), () => fold(false), { class: "chip corner", hidden: true });
  chip.prepend(drawShield());
  chip.setAttribute("aria-expanded", "false");

  const ending = new AbortController();
  let isShown = false;
  let isFolded = innerWidth < narrow;
  const paint = () => {
    card.hidden = !isShown || isFolded;
    chip.hidden = !isShown || !isFolded;
  };
  const fold = (folded: boolean) => {
    const hadFocus = surface().focused() !== null;
    isFolded = folded;
    paint();
    if (hadFocus) (folded ? chip : collapse).focus();
  };

  // What has the focus must not lie under us (WCAG 2.4.11): the notice makes room, first by folding, then by moving.
  window.addEventListener(
    "focusin",
    (event) => {
      const target = event.composedPath()[0];
      if (!isShown || !(target instanceof Element) || surface().holds(event)) return;
      const box = target.getBoundingClientRect();
      if (box.width === 0 || box.height > innerHeight / 2) return;
      if (!isFolded && overlaps(box, card.getBoundingClientRect())) fold(true);
      if (!isFolded || !overlaps(box, chip.getBoundingClientRect())) return;
      const side = chip.dataset.side === "left" ? "right" : "left";
      chip.dataset.side = side;
      card.dataset.side = side;
    },
    { capture: true, passive: true, signal: AbortSignal.any([signal, ending.signal]) },
  );

  const end = () => {
    isShown = false;
    ending.abort();
    card.remove();
    chip.remove();
  };
  signal.addEventListener("abort", end);

  return {
    fold: () => isShown && !isFolded && surface().focused() === null && fold(true),
    show: (answer) => {
      if (signal.aborted || ending.signal.aborted) return;
      if (!card.parentNode) {
        surface().add(card);
        surface().add(chip);
        surface().announce(`${notice.title}. ${notice.lines.join(" ")}`);
      }
      isShown = true;
      if (answer) {
        if (answer.lines) write(answer.lines);
        const { summary: text = "", needsAttention } = answer;
        if (text !== "" && text !== summary.textContent) surface().announce(text);
        summary.textContent = text;
        summary.hidden = text === "";
        see.hidden = text === "";
        for (const element of [summary, chip, card]) {
          if (needsAttention) element.dataset.tone = "warm";
          else delete element.dataset.tone;
        }
      }
      paint();
    },
    hide: () => {
      isShown = false;
      paint();
    },
    end,
  };
};
