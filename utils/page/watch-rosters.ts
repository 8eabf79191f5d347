import type { RosterAnswer } from "../messages/answers.ts";
import type { PageRoster } from "../messages/contracts.ts";
import type { PortalPage } from "../portals/profile.ts";
import type { BackgroundLink } from "./background-link.ts";
import type { EditMemory } from "./edit-memory.ts";
import type { Notice } from "./notice.ts";
import { observePage, type PageWatch } from "./observe.ts";
import { createPace } from "./pace.ts";
import type { RowSaid } from "./read-roster.ts";
import { createContentReader } from "./recognise.ts";
import type { RosterMemory } from "./roster-memory.ts";
import type { RosterView } from "./roster-view.ts";
import type { Surfaces } from "./surfaces.ts";
import { createTeller } from "./tell-rosters.ts";

/** The rosters of the page shown, read again whenever it has settled, and told to the background. */
export type RosterWatch = {
  /** The profile's page, while its roster is relied on: else nothing is said of edits. */
  guarded: () => PortalPage | undefined;
  /** The rosters of that page. */
  view: () => RosterView | undefined;
  /** Begins to look; what is read is told in `notice` while there is one. */
  begin: (notice: () => Notice | undefined) => void;
  /** Asks for a reading once the page has settled. */
  nudge: () => void;
  /** The next reading is told in any case. */
  forget: () => void;
};

export type RosterWatchOptions = {
  window: Window;
  link: BackgroundLink;
  memory: EditMemory;
  page: () => PortalPage | undefined;
  surfaces: () => Surfaces | null | undefined;
  /** Where a page tells when its rosters were last fed. */
  lastSync: () => string | undefined;
  /** The rosters as they are shown now. */
  onRead: (rosters: PageRoster[]) => void;
  /** No page of the profile is shown, or not as it says: what was said of edits no longer holds. */
  onNone: () => void;
  rest: (because: string) => void;
  signal: AbortSignal;
  /** Ends with that, and when the page has hidden us: a roster told of then would pass for one that is guarded. */
  telling: AbortSignal;
};

/** How long a roster may be found wanting before it is told of, in milliseconds. */
const filling = 1000;

export const watchRosters = (options: RosterWatchOptions): RosterWatch => {
  const { window, link, memory, page, surfaces, onRead, rest, signal } = options;
  const { document } = window;
  /** Why the roster of this page is not relied on, if it is not. */
  let resting: string | undefined;
  const guarded = () => (resting === undefined ? page() : undefined);
  /** The rosters recognised by their content at the last look. */
  let recognised: RosterView | undefined;
  const pace = createPace();
  const { breathe } = pace;
  const contents = createContentReader({ window, link, page, breathe, signal });
  const teller = createTeller(link, breathe, options.telling);
  let rows: RosterMemory<RowSaid> | undefined;
  const lookAgain = [700, 3000];
  let looking = new AbortController();
  let watch: PageWatch | undefined;
  let noticeNow: () => Notice | undefined = () => undefined;
  const show = (answer?: RosterAnswer) => noticeNow()?.show(answer);

  const lookByContent = async (shown: PortalPage, reader: Surfaces, mine: AbortSignal): Promise<void> => {
    const found = await contents.read(mine, shown.roster!);
    if (mine.aborted) return;
    // A menu opened in a card may make the list look like none for a moment: its rows are still there.
    const kept = recognised?.table();
    if (found.length > 0) recognised = reader.viewByContent(found);
    else if (!kept || recognised?.rows(kept).length === 0) recognised = undefined;
    watch?.focus(undefined);
    // What is drawn inside a shadow root is no change of the document.
    const again = lookAgain.shift();
    if (again !== undefined) setTimeout(() => watch?.nudge(), again);
    if (found.length === 0) return recognised ? undefined : noticeNow()?.hide();
    show();
    onRead(found.map(({ roster }) => roster));
    const { sent, print } = await reader.writeRosters(found.map(contents.merge), breathe);
    if (mine.aborted) return;
    return teller.tell(shown.id, print, async () => sent, show);
  };

  const look = async (): Promise<void> => {
    looking.abort();
    looking = new AbortController();
    const mine = AbortSignal.any([signal, looking.signal]);
    const shown = page();
    const reader = surfaces();
    if (!reader) return;
    if (shown?.roster?.content) return lookByContent(shown, reader, mine);
    rows ??= reader.createRosterMemory<RowSaid>();
    const own = { readControl: memory.loaded, breathe, memory: rows, signal: mine };
    const read = shown?.roster
      ? await reader.readRoster(document, shown.roster, { ...own, lastSync: options.lastSync() })
      : ({ kind: "absent" } as const);
    if (mine.aborted) return;
    watch?.focus(read.kind === "read" ? read.located.table : undefined);
    const before = resting;
    const now = read.kind === "resting" ? read.resting : undefined;
    resting = now;
    if (!shown || read.kind !== "read") {
      noticeNow()?.hide();
      if (!shown) options.onNone();
      if (now === undefined) return;
      teller.forget();
      options.onNone();
      // A page that is still filling looks changed for a moment.
      if (now !== before) setTimeout(() => now === resting && rest(now), filling);
      return;
    }
    show();
    onRead([read.roster]);
    const write = async () => (await reader.writeRosters([read.roster], breathe)).sent;
    return teller.tell(shown.id, String(read.print), write, show);
  };

  return {
    guarded,
    view: () => {
      const reading = guarded()?.roster;
      if (!reading) return;
      return reading.content ? recognised : surfaces()?.viewByProfile(document, reading, memory.loaded);
    },
    begin: (notice) => {
      noticeNow = notice;
      watch = observePage(window, look, pace, signal);
    },
    nudge: () => watch?.nudge(),
    forget: teller.forget,
  };
};
