import type { PortalPage } from "../portals/profile.ts";
import type { BackgroundLink } from "./background-link.ts";
import type { GateActions, GateCard } from "./gate-card.ts";
import { type HeldFiles, putBack } from "./held-files.ts";
import { type Control, controlValue } from "./read-cell.ts";
import { closestTo, isMatch, parentOf, queryOne } from "./safe-dom.ts";
import { type CheckOutcome, checkFiles, type RunningCheck } from "./validator-client.ts";
import { watchUploads } from "./watch-uploads.ts";
import type { Say } from "./words.ts";

type Upload = NonNullable<PortalPage["uploads"]>[number];
type Job = { held: HeldFiles; upload: Upload; card: GateCard; check: RunningCheck; isChecking: boolean };

export type GateOptions = {
  window: Window;
  link: BackgroundLink;
  /** The upload controls of the page shown now; undefined until the background has answered. */
  uploads: () => readonly Upload[] | undefined;
  /** Settles when the background has answered. */
  known: Promise<unknown>;
  /** The card beside what a file was chosen with. Asked of only while there are upload controls. */
  openCard: (anchor: Element, actions: GateActions) => GateCard;
  say: () => Say;
  holdSeconds: () => number;
  onOpenPanel: () => void;
  /** Ends the gate: files still held go back to the portal. */
  signal: AbortSignal;
};

/**
 * The upload gate: holds a chosen file while it is checked, then does what the person says. It fails open. Whatever
 * goes wrong or takes too long, the files go back and the person is told that the check did not run.
 */
export const guardUploads = (options: GateOptions): void => {
  const { window, link, signal } = options;
  let job: Job | undefined;

  const decide = (decision: "upload" | "choose-another" | "timeout") => {
    if (job) void link.ask<"portal/released">({ type: "portal/released", jobId: job.check.jobId, decision });
    job = undefined;
  };
  const giveBack = ({ held, upload, card }: Job, text: string, tone: "good" | "warm") => {
    const isBack = putBack(held, upload.input);
    card.showNote(isBack ? text : options.say()("gateChooseAgain"), isBack ? tone : "warm");
  };

  const finish = (ended: Job, outcome: CheckOutcome | { kind: "late" }) => {
    if (job !== ended) return;
    const say = options.say();
    ended.isChecking = false;
    if (outcome.kind === "done") return ended.card.showVerdict(outcome.verdict);
    if (outcome.kind === "cancelled") return ended.card.showStopped();
    decide("timeout");
    if (outcome.kind === "late") {
      ended.check.cancel();
      return giveBack(ended, say("gateTooLong", { seconds: options.holdSeconds() }), "warm");
    }
    const because = outcome.problem === undefined ? "" : `${outcome.problem} `;
    giveBack(ended, because + say("gateNotRun"), "warm");
  };

  const hold = (held: HeldFiles, upload: Upload) => {
    job?.check.cancel();
    job?.card.close();
    decide("choose-another");
    const say = options.say();
    const mode = readMode(upload);
    const card = options.openCard(standOf(held.input), {
      onCancel: () => started.check.cancel(),
      onSee: options.onOpenPanel,
      onUpload: () => {
        decide("upload");
        giveBack(started, say("gateReleased"), "good");
      },
      onChooseAnother: () => {
        decide("choose-another");
        card.close();
        held.input.focus();
      },
    });
    const check = checkFiles(link, held.files, {
      ...(mode && { mode }),
      onProgress: (progress) => job === started && card.showProgress(progress),
      signal,
    });
    const started: Job = { held, upload, card, check, isChecking: true };
    job = started;
    const late = setTimeout(() => finish(started, { kind: "late" }), options.holdSeconds() * 1000);
    void check.outcome.then((outcome) => {
      clearTimeout(late);
      finish(started, outcome);
    });
  };

  // A choice made before the background has answered waits for it: a service worker may take a second to start.
  let early: HeldFiles | undefined;
  const sort = () => {
    const held = early;
    early = undefined;
    if (!held) return;
    const upload = signal.aborted
      ? undefined
      : options.uploads()?.find(({ input }) => isMatch(held.input, input));
    if (upload) hold(held, upload);
    else putBack(held, "");
  };
  void options.known.then(sort);

  watchUploads({
    window,
    uploads: options.uploads,
    held: () => early?.input ?? job?.held.input,
    onFiles: (held, upload) => {
      if (upload) return hold(held, upload);
      sort();
      early = held;
    },
    onSubmitWhileHeld: () => job?.card.remind(options.say()(job.isChecking ? "gateHeld" : "gateHeldVerdict")),
    signal,
  });
  signal.addEventListener("abort", sort);
  // A verdict nobody has answered yet: the check ran, but its buttons are about to go.
  signal.addEventListener("abort", () => job && !job.isChecking && finish(job, { kind: "failed" }));
};

/** The portal's own choice of partial or complete upload, by the words of the control the profile names. */
const readMode = ({ mode }: Upload): "partial" | "complete" | undefined => {
  const control = mode === undefined ? null : (queryOne(document, mode) as Control | null);
  const value = control ? controlValue(control).toLowerCase() : "";
  return (["partial", "complete"] as const).find((each) => value.includes(each));
};

/** What the card stands beside: the input, or what stands for it where the page hides the input itself. */
const standOf = (input: HTMLInputElement): Element => {
  const isVisible = (element: Element) => element.getBoundingClientRect().width > 1;
  if (isVisible(input)) return input;
  const label = input.labels?.[0] ?? closestTo(input, "label");
  if (label && isVisible(label)) return label;
  let around = parentOf(input);
  while (around instanceof Element && !isVisible(around)) around = parentOf(around);
  return around instanceof Element ? around : input;
};
