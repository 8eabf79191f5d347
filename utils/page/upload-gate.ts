import type { BackgroundLink } from "./background-link.ts";
import { watchBlindPresses } from "./blind-press.ts";
import { type FolderFile, readFolders } from "./folder-drop.ts";
import type { GateActions, GateCard } from "./gate-card.ts";
import { hasRoomForCard, readMode, standOf } from "./gate-stand.ts";
import type { Held } from "./held-files.ts";
import { type Upload, type UploadMarks, uploadFor } from "./upload-marks.ts";
import { type CheckOutcome, checkFiles, forgetFiles, type RunningCheck } from "./validator-client.ts";
import { type Chosen, watchUploads } from "./watch-uploads.ts";
import type { Say } from "./words.ts";

/** Files held, with the control that marks them. */
type HeldAt = Held & { upload: Upload };
/** A check under way or waiting for its answer. It holds nothing where the portal has the files already. */
type Job = { held: HeldAt[]; card: GateCard; check: RunningCheck; isChecking: boolean };

export type GateOptions = {
  window: Window;
  link: BackgroundLink;
  /** What takes rosters on the page shown now; undefined until the background has answered. */
  marks: () => UploadMarks | undefined;
  /** Settles when the background has answered. */
  known: Promise<unknown>;
  /** The card beside what a file was chosen with. Asked for only while there are marks. */
  openCard: (anchor: Element, actions: GateActions) => GateCard;
  say: () => Say;
  holdSeconds: () => number;
  onOpenPanel: () => void;
  /** Ends the gate: files still held go back to the portal. */
  signal: AbortSignal;
};

/**
 * The upload gate: holds chosen files while they are checked, then does what the person says. It fails open. Whatever
 * goes wrong or takes too long, the files go back and the person is told that the check did not run.
 */
export const guardUploads = (options: GateOptions): void => {
  const { window, link, marks, signal } = options;
  let job: Job | undefined;

  const decide = (decision: "upload" | "choose-another" | "timeout") => {
    if (!job) return;
    const { jobId } = job.check;
    job = undefined;
    void link.ask<"portal/released">({ type: "portal/released", jobId, decision });
    if (decision === "choose-another") forgetFiles(link, jobId);
  };
  const giveBack = ({ held, card }: Job, text: string, tone: "good" | "warm") => {
    const isBack = held.map(({ give, upload }) => give(upload.input)).every(Boolean);
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

  const start = (at: Element, upload: Upload, files: readonly FolderFile[], held: HeldAt[]) => {
    const mode = readMode(upload);
    const card = options.openCard(standOf(at), {
      isPassed: held.length === 0,
      onCancel: () => started.check.cancel(),
      onSee: options.onOpenPanel,
      onUpload: () => {
        decide("upload");
        giveBack(started, options.say()("gateReleased"), "good");
      },
      onChooseAnother: () => {
        decide("choose-another");
        card.close();
        for (const { dismiss } of held) dismiss();
        if (at instanceof HTMLElement) HTMLElement.prototype.focus.call(at);
      },
    });
    const check = checkFiles(link, files, {
      ...(mode && { mode }),
      ...(upload.parts && { parts: true }),
      onProgress: (progress) => job === started && card.showProgress(progress),
      signal,
    });
    const started: Job = { held, card, check, isChecking: true };
    job = started;
    const late = setTimeout(() => finish(started, { kind: "late" }), options.holdSeconds() * 1000);
    void check.outcome.then((outcome) => {
      clearTimeout(late);
      finish(started, outcome);
    });
  };

  /** Ends a job that is followed by another; what it held is returned. */
  const supersede = (): HeldAt[] => {
    const held = job?.held ?? [];
    job?.check.cancel();
    job?.card.close();
    decide(held.length > 0 ? "choose-another" : "upload");
    return held;
  };

  /** Files chosen with several controls are one package: they are held and checked together. */
  const hold = (one: Held, upload: Upload) => {
    const held = [...supersede().filter(({ at }) => at !== one.at), { ...one, upload }];
    const files = held.flatMap((each) => each.files);
    try {
      start(one.at, upload, files.map(withPath), held);
    } catch {
      // A card that cannot be shown could not be answered.
      for (const each of held) each.give(each.upload.input);
    }
  };

  // A choice made before the background has answered waits for it: a service worker may take a second to start.
  let early: { held: Held; path: Element[] }[] = [];
  const sort = () => {
    const waiting = early;
    early = [];
    for (const { held, path } of waiting) {
      const upload = signal.aborted ? undefined : uploadFor(marks() ?? [], path, held.files);
      if (upload) hold(held, upload);
      else held.give("");
    }
  };
  void options.known.then(sort);

  /** A folder is handed over once, and not by anybody else: the page has it, and it is checked beside. */
  const checkFolder = async (entries: FileSystemEntry[], path: Element[]) => {
    const reading = readFolders(entries).catch(() => undefined);
    await options.known;
    const files = await reading;
    const upload = uploadFor(marks() ?? [], path, files?.map(({ file }) => file) ?? []);
    if (!upload || signal.aborted || !hasRoomForCard(window)) return;
    // What is held keeps its card.
    if (job && job.held.length > 0) return;
    supersede();
    const at = path[0] as Element;
    if (files) return start(at, upload, files, []);
    const card = options.openCard(standOf(at), { isPassed: true, ...noActions, onSee: options.onOpenPanel });
    card.showNote(options.say()("gateFolderUnread"), "warm");
  };

  watchUploads({
    window,
    marks,
    held: () => [...early.map(({ held }) => held), ...(job?.held ?? [])],
    onFiles: (held: Held, { upload, path }: Chosen) => {
      if (upload) return hold(held, upload);
      early = [...early.filter((each) => each.held.at !== held.at), { held, path }];
    },
    onFolder: (entries, path) => void checkFolder(entries, path),
    onSubmitWhileHeld: () => job?.card.remind(options.say()(job.isChecking ? "gateHeld" : "gateHeldVerdict")),
    hasRoom: () => hasRoomForCard(window),
    signal,
  });
  watchBlindPresses({
    window,
    marks,
    onBlind: (control) => {
      if (job) return;
      const card = options.openCard(standOf(control), {
        isPassed: true,
        ...noActions,
        onSee: options.onOpenPanel,
      });
      card.showNote(options.say()("gateBlind"), "warm", "checkFirst");
    },
    signal,
  });
  signal.addEventListener("abort", sort);
  // A verdict nobody has answered yet: the check ran, but its buttons are about to go.
  signal.addEventListener("abort", () => job && !job.isChecking && finish(job, { kind: "failed" }));
};

const noActions = { onCancel: () => {}, onUpload: () => {}, onChooseAnother: () => {} };

const withPath = (file: File): FolderFile => ({ file, path: file.webkitRelativePath || file.name });
