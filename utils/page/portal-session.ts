import type { PortalBriefing } from "../messages/answers.ts";
import type { Edit } from "../messages/contracts.ts";
import type { PortalPage } from "../portals/profile.ts";
import {
  type BackgroundLink,
  type ExtensionApi,
  hearQuiet,
  linkToBackground,
  watchExtension,
} from "./background-link.ts";
import type { CardPlace } from "./card-place.ts";
import { carryOver } from "./carry-over.ts";
import type { EditDiary } from "./edit-diary.ts";
import { createEditMemory } from "./edit-memory.ts";
import { pathOf as eventPath } from "./event-path.ts";
import { hasRoomForCard } from "./gate-stand.ts";
import { giveAdvice } from "./give-advice.ts";
import { greet } from "./greet.ts";
import { holdSaves, type Unsaved } from "./hold-save.ts";
import { nudgeAfterEdit } from "./observe.ts";
import type { PageWorld } from "./page-world-link.ts";
import { dropParts, loadPart } from "./parts.ts";
import { findShownPage } from "./shown-page.ts";
import type { Surface } from "./surface/surface.ts";
import type { Surfaces } from "./surfaces.ts";
import { guardUploads } from "./upload-gate.ts";
import { watchEdits } from "./watch-edits.ts";
import { watchRosters } from "./watch-rosters.ts";
import { type Say, speak } from "./words.ts";

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
  /** The value each edited field was last told to have been given: a reading that comes late tells the same again. */
  const latest = new Map<string, string>();
  const isNews = ({ sectionId, studentId, name, field, after }: Edit): boolean => {
    const key = [sectionId, studentId, name, field].join("\u0000");
    if (after === undefined) return true;
    const isKnown = latest.get(key) === after;
    latest.set(key, after);
    return !isKnown;
  };
  const onSave = (edits: Edit[]) => {
    edits.forEach(isNews);
    advice.close();
    tell({ type: "portal/saved", edits });
  };
  /** What was said on this page already. */
  const told = new Set<string>();
  let diary: EditDiary | undefined;
  let carry: (() => void) | undefined;
  const { guarded, view, ...rosters } = watchRosters({
    window,
    link,
    memory,
    page,
    surfaces: () => surfaces,
    lastSync: () => briefing?.lastSync,
    onRead: (shown) => {
      const edits = (diary?.compare(shown) ?? []).filter(isNews);
      if (edits.length > 0) tell({ type: "portal/saved", edits });
      carry?.();
    },
    onNone: () => advice.close(),
    rest,
    signal,
    telling: AbortSignal.any([signal, unseen.signal]),
  });
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
  let cards: CardPlace | undefined;
  guardUploads({
    window,
    link,
    world,
    marks: () => (surfaces === undefined ? undefined : surfaces ? (page()?.uploads ?? "by-name") : []),
    known: prepared,
    hasRoom: () => cards?.hasRoom() ?? hasRoomForCard(window),
    openCard: (anchor, actions) => {
      if (!cards) throw new Error("There are upload controls only once there are surfaces.");
      return cards.open(anchor, actions);
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
    rosters.begin(() => notice);
    cards = shows?.createCardPlace({
      window,
      link,
      api,
      say: () => say,
      openCard: (anchor, actions) => shows.openGateCard(surfaceOf(shows), anchor, say, actions),
      onOpenPanel: () => openPanel("check"),
      signal: AbortSignal.any([signal, unseen.signal]),
    });
    const nudgeAgain = nudgeAfterEdit(rosters.nudge, () => page()?.roster?.content !== undefined);
    diary = shows?.createEditDiary({
      now: () => performance.now(),
      hasSave: () => {
        const shown = page();
        return shown !== undefined && shows.hasSaveControl(document, shown);
      },
      onNoted: () => {
        nudgeAgain();
        carry?.();
      },
    });
    if (given.carried) diary?.restore(given.carried);
    carry = carryOver({
      window,
      carry: () => diary?.carry() ?? { edits: [], before: [] },
      send: (carried) => tell({ type: "portal/carried", carried }),
      signal,
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
        rosters.forget();
        rosters.nudge();
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
};
