import type { PortalBriefing } from "../messages/answers.ts";
import type { Edit, PageRoster } from "../messages/contracts.ts";
import type { PortalPage } from "../portals/profile.ts";
import {
  type BackgroundLink,
  type ExtensionApi,
  hearQuiet,
  linkToBackground,
  watchExtension,
} from "./background-link.ts";
import type { EditDiary } from "./edit-diary.ts";
import { createEditMemory } from "./edit-memory.ts";
import { pathOf as eventPath } from "./event-path.ts";
import { giveAdvice } from "./give-advice.ts";
import { greet } from "./greet.ts";
import { holdSaves, type Unsaved } from "./hold-save.ts";
import type { Notice } from "./notice.ts";
import { nudgeAfterEdit, observePage, type PageWatch } from "./observe.ts";
import { createPace } from "./pace.ts";
import type { PageWorld } from "./page-world-link.ts";
import { dropParts, loadPart } from "./parts.ts";
import type { RowSaid } from "./read-roster.ts";
import { createContentReader } from "./recognise.ts";
import type { RosterMemory } from "./roster-memory.ts";
import type { RosterView } from "./roster-view.ts";
import { findShownPage } from "./shown-page.ts";
import type { Surface } from "./surface/surface.ts";
import type { Surfaces } from "./surfaces.ts";
import { createTeller } from "./tell-rosters.ts";
import { guardUploads } from "./upload-gate.ts";
import { watchEdits } from "./watch-edits.ts";
import { type Say, speak } from "./words.ts";

/** How long a roster may be found wanting before it is told of, in milliseconds. */
const filling = 1000;

/**
 * One document's guest: listens from the first moment, speaks once the background has said what there is to say here.
 * Everything it starts ends with `signal`; files it holds then go back to the portal. `memory` outlives a session that
 * is followed by another on the same document.
 */
export const startSession = (
  window: Window,
  api: ExtensionApi,
  outer: AbortSignal,
  memory = createEditMemory(),
  world?: PageWorld,
): void => {
  const { document } = window;
  const link = linkToBackground(api);
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  let briefing: PortalBriefing | undefined;
  let say: Say = speak({});
  /** What shows things; undefined until it has come, null where it does not: then everything goes on as without us. */
  let surfaces: Surfaces | null | undefined;
  const prepared = greet(link, window.location.href, signal).then(async (given) => {
    if (given && !signal.aborted) {
      briefing = given;
      say = speak(given.words);
      surfaces = (await loadPart("surfaces", link, true)) ?? null;
      if (!surfaces) rest("The part of Rosterguard that shows things did not come.");
    }
    surfaces ??= null;
    if (signal.aborted) return;
    if (given) return begin(given);
    world?.rest();
    ending.abort();
    // A site that a person has granted and nobody has described: its rosters are recognised by what they look like.
    const recogniser = await loadPart("detect", link);
    if (!outer.aborted) recogniser?.watchUnknown(window, link, outer);
  });
  let made: Surface | undefined;

  const tell = (message: Parameters<BackgroundLink["ask"]>[0]) => void link.ask(message);
  const page = (): PortalPage | undefined => briefing && findShownPage(window, briefing.pages);
  /** Why the roster of this page is not relied on, if it is not: then nothing is said of edits either. */
  let resting: string | undefined;
  const guarded = () => (resting === undefined ? page() : undefined);
  /** The rosters recognised by their content at the last look. */
  let recognised: RosterView | undefined;
  const pace = createPace();
  const { breathe } = pace;
  const contents = createContentReader(document, link, breathe);
  const view = (): RosterView | undefined => {
    const reading = guarded()?.roster;
    if (!reading) return;
    return reading.content ? recognised : surfaces?.viewByProfile(document, reading, memory.loaded);
  };
  const rest = (because: string) => tell({ type: "portal/resting", page: page()?.id ?? "", because });
  /** The page keeps us from being seen: then nothing of it is held. */
  let isHidden = false;
  const unseen = new AbortController();
  const surfaceOf = ({ createSurface }: Surfaces): Surface => {
    made ??= createSurface(briefing?.words.language ?? "en", () => {
      isHidden = true;
      unseen.abort();
      rest("This page hides the warning.");
    });
    return made;
  };
  const openPanel = (view: "today" | "check" | "edits") => tell({ type: "portal/open-panel", view });

  const advice = giveAdvice({
    link,
    briefing: () => briefing,
    say: () => say,
    surfaces: () => surfaces,
    prepared,
    surfaceOf,
    isHidden: () => isHidden,
    signal,
  });
  const onSave = (edits: Edit[]) => {
    advice.close();
    tell({ type: "portal/saved", edits });
  };
  /** What was said on this page already. */
  const told = new Set<string>();
  let diary: EditDiary | undefined;
  const compare = (rosters: PageRoster[]) => {
    const edits = diary?.compare(rosters) ?? [];
    if (edits.length > 0) tell({ type: "portal/saved", edits });
  };
  let unsaved: Unsaved | undefined;
  // Before the watch, which must not take a held save for one that went through.
  holdSaves({
    window,
    page: guarded,
    memory,
    unsaved: () => unsaved,
    isHeld: advice.isHeld,
    onHold: (edits, control, goOn) => void advice.hold(edits, control, goOn),
    onSave,
    signal,
  });
  watchEdits({
    window,
    page: guarded,
    view,
    comes: prepared.then(() => surfaces ?? null),
    memory,
    diary: () => diary,
    told,
    onIntent: (edit, control, findAgain) => void advice.warn(edit, control, findAgain),
    onSave,
    onUnsaved: (given) => {
      unsaved = given;
    },
    signal,
  });
  guardUploads({
    window,
    link,
    world,
    marks: () => (surfaces === undefined ? undefined : surfaces ? (page()?.uploads ?? "by-name") : []),
    known: prepared,
    openCard: (anchor, actions) => {
      if (!surfaces) throw new Error("There are upload controls only once there are surfaces.");
      return surfaces.openGateCard(surfaceOf(surfaces), anchor, say, actions);
    },
    say: () => say,
    holdSeconds: () => briefing?.holdSeconds ?? 0,
    onOpenPanel: () => openPanel("check"),
    onNoRoom: () => tell({ type: "portal/unseen-file" }),
    signal: AbortSignal.any([signal, unseen.signal]),
  });
  const hear = (event: Event) => made?.hear(event as MouseEvent | KeyboardEvent);
  for (const type of ["click", "keydown"]) window.addEventListener(type, hear, { capture: true, signal });
  signal.addEventListener("abort", () => {
    advice.close();
    // What still has something to say (a file that went back) stays until the person has closed it.
    if (outer.aborted) made?.leave();
    dropParts();
  });

  const begin = (given: PortalBriefing) => {
    const shows = surfaces;
    if (shows) world?.wake();
    else world?.rest();
    const hang = () =>
      briefing?.isQuiet
        ? undefined
        : shows?.createNotice({
            surface: () => surfaceOf(shows),
            say,
            notice: given.notice,
            onOpen: openPanel,
            signal,
          });
    let notice = hang();
    const watch = observePage(window, () => look(watch, notice), pace, signal);
    diary = shows?.createEditDiary({
      now: () => performance.now(),
      hasSave: () => {
        const shown = page();
        return shown !== undefined && shows.hasSaveControl(document, shown);
      },
      onNoted: nudgeAfterEdit(watch.nudge, () => page()?.roster?.content !== undefined),
    });
    // Whoever begins to work in the roster has read the notice and needs the room.
    const work = (event: Event) => {
      const seen = event.isTrusted ? view() : undefined;
      if (seen && notice && eventPath(event).some(seen.isTable)) notice.fold();
    };
    window.addEventListener("pointerdown", work, { capture: true, passive: true, signal });
    hearQuiet(
      api,
      async () => {
        // The wishes of a person have changed: what is shown of it goes or comes; what is held stays held.
        const now = await greet(link, window.location.href, signal);
        if (!now || signal.aborted) return;
        briefing = now;
        told.clear();
        advice.forget();
        notice?.end();
        notice = hang();
        if (now.isQuiet) {
          advice.close();
          made?.rest();
        }
        teller.forget();
        watch.nudge();
      },
      signal,
    );
    watchExtension(
      link,
      () => {
        ending.abort();
        world?.rest();
        if (made) shows?.showReloadNote(made, say);
      },
      signal,
    );
  };

  // A roster told of after the page has hidden us would pass for one that is guarded.
  const teller = createTeller(link, breathe, AbortSignal.any([signal, unseen.signal]));
  let rows: RosterMemory<RowSaid> | undefined;
  const lookAgain = [700, 3000];
  let looking = new AbortController();
  const look = async (watch: PageWatch, notice: Notice | undefined) => {
    looking.abort();
    looking = new AbortController();
    const mine = AbortSignal.any([signal, looking.signal]);
    const shown = page();
    const reader = surfaces;
    if (!reader) return;
    if (shown?.roster?.content) {
      const found = await contents.read(mine, shown.roster);
      if (mine.aborted) return;
      // A menu opened in a card may make the list look like none for a moment: its rows are still there.
      const kept = recognised?.table();
      if (found.length > 0) recognised = reader.viewByContent(found);
      else if (!kept || recognised?.rows(kept).length === 0) recognised = undefined;
      watch.focus(undefined);
      // What is drawn inside a shadow root is no change of the document.
      const again = lookAgain.shift();
      if (again !== undefined) setTimeout(watch.nudge, again);
      if (found.length === 0) return recognised ? undefined : notice?.hide();
      notice?.show();
      compare(found.map(({ roster }) => roster));
      const { sent, print } = await reader.writeRosters(found.map(contents.merge), breathe);
      if (mine.aborted) return;
      return teller.tell(
        shown.id,
        print,
        async () => sent,
        (answer) => notice?.show(answer),
      );
    }
    rows ??= reader.createRosterMemory<RowSaid>();
    const own = { readControl: memory.loaded, breathe, memory: rows, signal: mine };
    const options = { ...own, lastSync: briefing?.lastSync };
    const read = shown?.roster
      ? await reader.readRoster(document, shown.roster, options)
      : ({ kind: "absent" } as const);
    if (mine.aborted) return;
    watch.focus(read.kind === "read" ? read.located.table : undefined);
    const before = resting;
    const now = read.kind === "resting" ? read.resting : undefined;
    resting = now;
    if (!shown || read.kind !== "read") {
      notice?.hide();
      if (!shown) advice.close();
      if (now === undefined) return;
      teller.forget();
      advice.close();
      // A page that is still filling looks changed for a moment.
      if (now !== before) setTimeout(() => now === resting && rest(now), filling);
      return;
    }
    notice?.show();
    compare([read.roster]);
    const write = async () => (await reader.writeRosters([read.roster], breathe)).sent;
    return teller.tell(shown.id, String(read.print), write, (answer) => notice?.show(answer));
  };
};
