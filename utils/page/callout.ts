import type { QuietScope } from "../guard/quiet.ts";
import type { IntentAnswer } from "../messages/answers.ts";
import type { FindAgain } from "./find-again.ts";
import { type BesideCard, openBeside } from "./surface/beside.ts";
import { onDeliberateClick } from "./surface/deliberate-click.ts";
import { drawCross, drawShield, make, makeButton, makeCard } from "./surface/element.ts";
import { onPress } from "./surface/press.ts";
import type { Surface } from "./surface/surface.ts";
import type { Say } from "./words.ts";

type Report = NonNullable<IntentAnswer["report"]>;

export type CalloutOptions = {
  findAgain?: FindAgain | undefined;
  /** The person goes on with a save that is held; the LEA may leave no way on from one that is blocked. */
  onGoOn?: (() => void) | undefined;
  isBlocked?: boolean;
  /** The person wants to hear less of this. */
  onQuiet?: (scope: QuietScope) => void;
};

export type Callout = {
  /** Says beside the control what will become of the edit. `onGoOn`: the person goes on with a save that is held. */
  show: (
    control: Element,
    answer: IntentAnswer,
    onReport: (channel: string) => Promise<string>,
    more?: CalloutOptions,
  ) => void;
  close: () => void;
};

/** Links a procedure may hold; anything else would run in the page or lead nowhere. */
const safeLink = /^(?:mailto:|tel:|https?:\/\/)/i;

/** The callout beside a control. It holds nothing back: the edit stays possible all the while. */
export const createCallout = (options: { surface: () => Surface; say: Say }): Callout => {
  const { surface, say } = options;
  let open: BesideCard | undefined;
  const close = () => {
    open?.close();
    open = undefined;
  };

  const show: Callout["show"] = (control, answer, onReport, more = {}) => {
    const { findAgain, onGoOn, isBlocked, onQuiet } = more;
    close();
    const { warning, report } = answer;
    if (warning === undefined) return;
    const title = make("p", { class: "title", tabindex: "-1" }, warning);
    const body = make("div");
    const actions = make("div", { class: "actions" });
    const card = makeCard(
      { class: "card callout arrive", role: "group", "aria-label": say("calloutLabel"), "data-tone": "warm" },
      make(
        "div",
        { class: "head" },
        drawShield(),
        title,
        makeButton(say("close"), close, { class: "icon" }, drawCross()),
      ),
      body,
      actions,
    );
    if (report) {
      const start = () => {
        card.dataset.tone = "lead";
        title.textContent = say("reportTitle");
        const { content, confirm } = procedure(report, say, onReport, (text) => surface().announce(text));
        body.replaceChildren(...content);
        actions.replaceChildren(confirm);
        open?.settle();
        title.focus();
      };
      actions.append(makeButton(say("reportInstead"), start, { class: "main" }));
    }
    const goOn = () => {
      close();
      onGoOn?.();
    };
    if (isBlocked && onGoOn) {
      const save = make("button", { type: "button" }, say("saveEmergency"));
      onDeliberateClick(save, goOn, () => surface().announce(say("lookFirst")));
      actions.append(save);
    } else if (!isBlocked) actions.append(makeButton(say(onGoOn ? "saveAnyway" : "goOn"), goOn));
    if (onQuiet)
      card.firstElementChild?.append(
        quietChoices(say, (scope) => {
          onQuiet(scope);
          surface().announce(say("quieted"));
          close();
        }),
      );
    open = openBeside({
      surface: surface(),
      anchor: control,
      card,
      onEscape: close,
      onLost: close,
      ...(findAgain && { findAgain }),
    });
    surface().announce(`${warning} ${say("keyHint")}`);
  };
  return { show, close };
};

/** Ways to be told less, folded away: a person who is in a hurry must not have to look for them. */
const quietChoices = (say: Say, onQuiet: (scope: QuietScope) => void): HTMLElement => {
  const labels = { hour: "quietHour", today: "quietToday", class: "quietClass", site: "quietSite" } as const;
  const buttons = Object.entries(labels).map(([scope, label]) =>
    makeButton(say(label), () => onQuiet(scope as QuietScope)),
  );
  return make(
    "details",
    { class: "less" },
    make("summary", {}, say("quiet")),
    make("div", { class: "actions" }, ...buttons),
  );
};

/** The LEA's procedure: what to do, by which way, the text to copy. The first way that is used counts as the report. */
const procedure = (
  { lines, channels, draft }: Report,
  say: Say,
  onReport: (channel: string) => Promise<string>,
  announce: (text: string) => void,
): { content: HTMLElement[]; confirm: HTMLButtonElement } => {
  const done = make("p", { class: "done" });
  let reported = false;
  const report = async (channel: string) => {
    if (reported) return;
    reported = true;
    confirm.hidden = true;
    const line = await onReport(channel);
    done.textContent = line;
    announce(line);
  };
  const links = channels
    .filter(({ href }) => safeLink.test(href))
    .map(({ kind, label, href }) => {
      const place = href.startsWith("http") ? { target: "_blank", rel: "noopener noreferrer" } : {};
      const link = make("a", { href, ...place }, label);
      onPress(link, () => void report(kind));
      return link;
    });
  const note = make("p", { class: "note" });
  const text = make("pre", { tabindex: "0", "aria-label": say("draftLabel") }, draft);
  const copy = async () => {
    const copied = await writeClipboard(draft);
    note.textContent = say(copied ? "copied" : "copyFailed");
    announce(note.textContent);
    if (copied) await report("copy");
  };
  const confirm = makeButton(say("reportDone"), () => void report("other"), { class: "main" });
  const hasDraft = draft !== "";
  const content = [
    make("ul", { class: "lines" }, ...lines.map((line) => make("li", {}, line))),
    make("div", { class: "channels", hidden: links.length === 0 }, ...links),
    make(
      "div",
      { class: "draft", hidden: !hasDraft },
      say("draftLabel"),
      makeButton(say("copy"), () => void copy()),
    ),
    ...(hasDraft ? [text] : []),
    note,
    done,
  ];
  return { content, confirm };
};

/** False where the browser or the page (no TLS, a permissions policy) does not allow it. */
const writeClipboard = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
