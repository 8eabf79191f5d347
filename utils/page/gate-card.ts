import type { PageWord } from "../guard/page-words-en.ts";
import type { CheckProgress, VerdictCounts } from "../messages/answers.ts";
import { type BesideCard, openBeside } from "./surface/beside.ts";
import { onDeliberateClick } from "./surface/deliberate-click.ts";
import { drawCross, drawShield, make, makeButton, makeCard } from "./surface/element.ts";
import type { Surface } from "./surface/surface.ts";
import type { Say } from "./words.ts";

export type GateActions = {
  /** The portal has the files already: the check is for knowing only. */
  isPassed?: boolean;
  /** Their names, for a card that stands far from where they were chosen. */
  files?: readonly string[];
  /** Which file this is about and where it was chosen, where the place of the card does not tell. */
  about?: { name: string; text: string };
  onCancel: () => void;
  onSee: () => void;
  onUpload: () => void;
  onChooseAnother: () => void;
  /** The card is gone though nobody has answered it. */
  onLost?: () => void;
};

/** The card beside an upload control while a file is held: progress, then the verdict in counts, never a name. */
export type GateCard = {
  showProgress: (progress: CheckProgress | undefined) => void;
  /** The check was stopped by the person: still theirs to decide. */
  showStopped: () => void;
  showVerdict: (verdict: VerdictCounts) => void;
  /** A last word, with a way to the side panel if `see` names one; the card holds nothing and can be closed. */
  showNote: (text: string, tone: "lead" | "warm" | "good", see?: PageWord) => void;
  /** Something more to know while the card stays as it is. */
  remind: (text: string) => void;
  /** The person comes to it by the keyboard. */
  focus: () => void;
  close: () => void;
};

/** Progress is painted at most this often, in milliseconds. */
const frameTime = 120;

export const openGateCard = (surface: Surface, anchor: Element, say: Say, actions: GateActions): GateCard => {
  const { isPassed = false, about } = actions;
  const checking = say(isPassed ? "gatePassed" : "gateChecking");
  const starting = isPassed ? checking : say("gateStarting");
  const title = make("p", { class: "title" }, starting);
  const head = make("div", { class: "head" }, drawShield(), title);
  const body = make("div");
  const buttons = make("div", { class: "actions" });
  const note = make("p", { class: "note" });
  const card = makeCard(
    { class: "card", role: "group", "aria-label": say("gateLabel"), "data-tone": "lead" },
    head,
    // The page can find whatever text we draw, but not what a style draws: it has not seen the file's name yet.
    about && make("div", { class: "summary" }, make("b", { "data-text": about.name }), about.text),
    body,
    buttons,
    note,
  );
  const bar = make("progress", { max: "1", "aria-label": say("gateLabel") });
  const read = make("span");
  const found = make("span");
  body.append(bar, make("div", { class: "figures" }, read, found));
  buttons.append(makeButton(say("cancel"), actions.onCancel));

  let closable = false;
  const letClose = () => {
    closable = true;
    if (head.querySelector("button")) return;
    head.append(makeButton(say("close"), () => beside.close(), { class: "icon" }, drawCross()));
  };
  const beside: BesideCard = openBeside({
    surface,
    anchor,
    card,
    // While a file is held the card is the only way to it.
    onEscape: () => closable && beside.close(),
    onLost: () => closable && beside.close(),
  });
  surface.announce(starting);

  let painted = 0;
  const remind = (text: string) => {
    note.textContent = text;
    surface.announce(text);
  };
  const deliberate = (label: string, onPress: () => void, attributes = {}) => {
    const button = make("button", { type: "button", ...attributes }, label);
    onDeliberateClick(button, onPress, () => remind(say("lookFirst")));
    return button;
  };
  const chooseAnother = () => makeButton(say("chooseAnother"), actions.onChooseAnother);
  const turn = (tone: string, text: string, content: Node[], controls: Node[]) => {
    card.dataset.tone = tone;
    title.textContent = text;
    body.replaceChildren(...content);
    const hadFocus = surface.focused() !== null && buttons.contains(surface.focused());
    buttons.replaceChildren(...controls);
    buttons.hidden = controls.length === 0;
    note.textContent = "";
    if (hadFocus) card.querySelector<HTMLElement>("button")?.focus();
    beside.settle();
  };

  return {
    showProgress: (progress) => {
      const now = performance.now();
      if (!progress || now - painted < frameTime) return;
      painted = now;
      title.textContent = checking;
      const part = progress.bytesTotal > 0 ? Math.min(1, progress.bytesDone / progress.bytesTotal) : 0;
      bar.value = part;
      read.textContent = say("gateProgress", { percent: Math.floor(part * 100), rows: progress.rows });
      const { faults, warnings } = progress;
      found.textContent = faults + warnings > 0 ? say("gateFound", { faults, warnings }) : "";
    },
    showStopped: () => {
      if (isPassed) return beside.close();
      turn(
        "lead",
        say("gateStopped"),
        [],
        [deliberate(say("uploadAnyway"), actions.onUpload), chooseAnother()],
      );
      surface.announce(say("gateStopped"));
    },
    showVerdict: ({ verdict, headline, lines, faults, warnings }) => {
      const isClean = verdict === "accept" && faults === 0;
      const see = makeButton(say(isClean && warnings === 0 ? "seePlan" : "seeWrong"), actions.onSee, {
        class: isClean ? "" : "main",
      });
      const upload = deliberate(say(isClean ? "upload" : "uploadAnyway"), actions.onUpload, {
        class: isClean ? "main" : "",
      });
      const list = make("ul", { class: "lines" }, ...lines.map((line) => make("li", {}, line)));
      const tone = isClean ? "good" : verdict === "reject" ? "bad" : "warm";
      const choices = isClean ? [upload, see, chooseAnother()] : [see, upload, chooseAnother()];
      if (isPassed) letClose();
      turn(tone, headline, lines.length > 0 ? [list] : [], isPassed ? [see] : choices);
      surface.announce([headline, ...lines].join(" "));
    },
    showNote: (text, tone, see) => {
      letClose();
      turn(tone, text, [], see ? [makeButton(say(see), actions.onSee, { class: "main" })] : []);
      surface.announce(text);
    },
    remind,
    focus: () => card.querySelector<HTMLElement>("button")?.focus(),
    close: () => beside.close(),
  };
};
