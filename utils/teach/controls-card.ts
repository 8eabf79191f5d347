import { drawShield, make, makeButton, makeCard } from "../page/surface/element.ts";
import type { Surface } from "../page/surface/surface.ts";

/** Words of teach mode in the page, given by the panel in its language. */
export type TeachSay = (word: string, values?: Readonly<Record<string, string>>) => string;

export const sayWith =
  (words: Readonly<Record<string, string>>): TeachSay =>
  (word, values = {}) =>
    (Object.hasOwn(words, word) ? words[word]! : "").replace(/\{(\w+)\}/g, (hole, name: string) =>
      Object.hasOwn(values, name) ? values[name]! : hole,
    );

export type Steps = {
  title: string;
  /** How it is done, by mouse and by keyboard. */
  text: string;
  step: (by: 1 | -1) => void;
  onChoose: () => void;
  onCancel: () => void;
};

export type StepsCard = { say: (current: string) => void; close: () => void };

/**
 * A small card in a corner from which a person steps through what can be chosen in the page. The arrow keys, Enter and
 * Escape work wherever the focus is in it. It shows no student: what is chosen is framed in the page itself.
 */
export const openStepsCard = (surface: Surface, say: TeachSay, steps: Steps): StepsCard => {
  const current = make("p", { class: "summary", hidden: true });
  const title = make("p", { class: "title", tabindex: "-1" }, steps.title);
  const choose = makeButton(say("take"), steps.onChoose, { class: "main" });
  const card = makeCard(
    { class: "card corner", role: "group", "aria-label": steps.title, "data-tone": "lead" },
    make("div", { class: "head" }, drawShield(), title),
    make("p", { class: "note" }, steps.text),
    current,
    make(
      "div",
      { class: "actions" },
      makeButton(say("previous"), () => steps.step(-1)),
      makeButton(say("next"), () => steps.step(1)),
      choose,
      makeButton(say("cancel"), steps.onCancel),
    ),
  );
  card.addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.isComposing) return;
    if (event.key === "Escape") steps.onCancel();
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") steps.step(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") steps.step(-1);
    else if (event.key === "Enter" && surface.focused() === title) steps.onChoose();
    else return;
    event.preventDefault();
  });
  surface.add(card);
  title.focus({ preventScroll: true });
  surface.announce(`${steps.title} ${steps.text}`);
  return {
    say: (text) => {
      current.hidden = text === "";
      current.replaceChildren(text);
      surface.announce(text);
    },
    close: () => card.remove(),
  };
};
