import type { BackgroundLink } from "./background-link.ts";
import { watchBlindPresses } from "./blind-press.ts";
import { type FolderFile, readFolders } from "./folder-drop.ts";
import type { GateActions, GateCard } from "./gate-card.ts";
import { readMode, standOf } from "./gate-stand.ts";
import type { Held, Unread } from "./held-files.ts";
import type { PageWorld } from "./page-world-link.ts";
import { type Upload, type UploadMarks, uploadFor } from "./upload-marks.ts";
import { type CheckOutcome, checkFiles, forgetFiles, type RunningCheck } from "./validator-client.ts";
import { type Chosen, watchUploads } from "./watch-uploads.ts";
import type { Say } from "./words.ts";

/** How long the files of a folder may take to be listed, in milliseconds; then it passes. */
const readingTime = 5000;

/** Files held, with the control that marks them. */
type HeldAt = Held & { upload: Upload };
/** A check under way or waiting for its answer. It holds nothing where the portal has the files already. */
type Job = { held: HeldAt[]; card: GateCard; check: RunningCheck; isChecking: boolean };

export type GateOptions = {
  window: Window;
  link: BackgroundLink;
  world?: PageWorld | undefined;
  /** What takes rosters on the page shown now; undefined until the background has answered. */
  marks: () => UploadMarks | undefined;
  /** Settles when the background has answered. */
  known: Promise<unknown>;
  /** Whether a card can be seen somewhere; where not, nothing is held. */
  hasRoom: () => boolean;
  /** The card beside what a file was chosen with. Asked for only while there are marks. */
  openCard: (anchor: Element, actions: GateActions) => GateCard;
  say: () => Say;
  holdSeconds: () => number;
  onOpenPanel: () => void;
  /** Files for a roster were chosen where no card can be read: they pass. */
  onNoRoom: () => void;
  /** Ends the gate: files still held go back to the portal. */
  signal: AbortSignal;
};

/**
 * The upload gate: holds chosen files while they are checked, then does what the person says. It fails open. Whatever
 * goes wrong or takes too long, the files go back and the person is told that the check did not run.
 */
export const guardUploads = (options: GateOptions): void => {
  const { window, link, world, marks, hasRoom, signal } = options;
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
      files: files.map(({ file }) => file.name),
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
      onLost: () => {
        if (job !== started) return;
        decide("timeout");
        started.check.cancel();
        for (const each of held) each.give(each.upload.input);
        options.onNoRoom();
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
    const before = supersede();
    for (const each of before) if (each.at === one.at) each.dismiss();
    const held = [...before.filter(({ at }) => at !== one.at), { ...one, upload }];
    const files = held.flatMap((each) => each.files);
    try {
      start(one.stand ?? one.at, upload, files, held);
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
      const upload = signal.aborted ? undefined : uploadFor(marks() ?? [], path, held.files.map(fileOf));
      if (upload) hold(held, upload);
      else held.give("");
    }
  };
  void options.known.then(sort);

  /** The files in time, undefined where they cannot be had: nobody knows how large a folder is. */
  const readInTime = (read: () => Promise<FolderFile[]>): Promise<FolderFile[] | undefined> => {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, readingTime));
    return Promise.race([read(), late]).catch(() => undefined);
  };

  const holdUnread = async ({ read, ...taken }: Unread, path: Element[]) => {
    const reading = readInTime(read);
    await options.known;
    const files = await reading;
    const upload = uploadFor(marks() ?? [], path, files?.map(fileOf) ?? []);
    if (files && upload && !signal.aborted) return hold({ ...taken, files }, upload);
    taken.give("");
    if (upload && !signal.aborted && !job) noteUnread(taken.at);
  };

  /** Where a folder cannot be held the page has it, and it is checked beside. */
  const checkFolder = async (entries: FileSystemEntry[], path: Element[]) => {
    const reading = readInTime(() => readFolders(entries));
    await options.known;
    const files = await reading;
    const upload = uploadFor(marks() ?? [], path, files?.map(fileOf) ?? []);
    if (!upload || signal.aborted) return;
    if (!hasRoom()) return options.onNoRoom();
    // What is held keeps its card.
    if (job && job.held.length > 0) return;
    supersede();
    const at = path[0] as Element;
    if (files) return start(at, upload, files, []);
    noteUnread(at);
  };
  const noteUnread = (at: Element) => {
    const card = options.openCard(standOf(at), { isPassed: true, ...noActions, onSee: options.onOpenPanel });
    card.showNote(options.say()("gateFolderUnread"), "warm");
  };

  watchUploads({
    window,
    world,
    marks,
    held: () => [...early.map(({ held }) => held), ...(job?.held ?? [])],
    onFiles: (held: Held, { upload, path }: Chosen) => {
      if (upload) return hold(held, upload);
      early = [...early.filter((each) => each.held.at !== held.at), { held, path }];
    },
    onUnread: (unread, path) => void holdUnread(unread, path),
    onFolder: (entries, path) => void checkFolder(entries, path),
    onSubmitWhileHeld: () => job?.card.remind(options.say()(job.isChecking ? "gateHeld" : "gateHeldVerdict")),
    hasRoom,
    onNoRoom: options.onNoRoom,
    signal,
  });
  watchBlindPresses({
    window,
    world,
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

const fileOf = ({ file }: FolderFile): File => file;
