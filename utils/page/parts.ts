import type { PageRoster, PartName } from "../messages/contracts.ts";
import type { BackgroundLink } from "./background-link.ts";
import type { FrameCards } from "./frame-cards.ts";
import type { Control } from "./read-cell.ts";
import type { Surfaces } from "./surfaces.ts";
import type { watchTyping } from "./watch-typing.ts";

/**
 * Parts of the page's guest that are scripts of their own: the content script, which runs in every granted frame, stays
 * small. The background puts a part into the frame's isolated world; it leaves what it offers under its symbol here.
 */
export type Parts = { surfaces: Surfaces; detect: Recogniser; frames: FrameCards };

/** A roster recognised by its content. */
export type Recognised = {
  roster: PageRoster;
  container: Element;
  rows: readonly { elements: readonly Element[]; student: PageRoster["students"][number] }[];
  /** `key`: a position in the row ("2") or an attribute of the cell ("col-id=name"). */
  columns: readonly { key: string; header: string; field: string | undefined }[];
};

/** What of utils/detect the content script itself calls; the script offers more (utils/detect/detection.ts). */
export type Recogniser = {
  detectRosters: (
    document: Document,
    options: {
      shadowOf: (element: Element) => ShadowRoot | null;
      wordsIn: (control: Control) => string;
      breathe: () => Promise<void>;
      signal: AbortSignal;
      confirmed?: readonly { at: string; field: string; headers?: readonly string[] }[];
    },
  ) => Promise<Recognised[]>;
  mergeSnapshots: (before: PageRoster | undefined, now: PageRoster) => PageRoster;
  watchTyping: typeof watchTyping;
  extensionShadow: () => (element: Element) => ShadowRoot | null;
  watchUnknown: (window: Window, link: Pick<BackgroundLink, "ask">, signal: AbortSignal) => void;
};

/** A symbol, because a page's element may answer to any name on the window. */
export const partKey = (part: PartName): symbol => Symbol.for(`rosterguard.${part}`);

/** How long a part that is on its way, and one that was asked for again, is waited for, in milliseconds. */
const patience = { coming: 500, asked: 1500 };

/** Resolves when the part's script has run; undefined after so many milliseconds. Several may wait at once. */
const waitFor = <P extends PartName>(part: P, milliseconds: number): Promise<Parts[P] | undefined> =>
  new Promise((resolve) => {
    const world = globalThis as Record<symbol, unknown>;
    const key = partKey(part);
    const started = performance.now();
    const look = () => {
      const given = world[key] as Parts[P] | undefined;
      if (given !== undefined || performance.now() - started > milliseconds) return resolve(given);
      setTimeout(look, 5);
    };
    look();
  });

/**
 * A part of the guest: waited for while it is `coming` by itself, asked for once where it is not there; undefined when
 * it does not come. Whoever needs it must then let the page go on.
 */
export const loadPart = async <P extends PartName>(
  part: P,
  link: Pick<BackgroundLink, "ask">,
  isComing = false,
): Promise<Parts[P] | undefined> => {
  const here = await waitFor(part, isComing ? patience.coming : 0);
  if (here !== undefined) return here;
  const answer = await link.ask<"portal/part">({ type: "portal/part", part });
  return answer.ok ? waitFor(part, patience.asked) : undefined;
};

/** Leaves no trace of the parts in this world. */
export const dropParts = (): void => {
  for (const part of ["surfaces", "detect", "frames"] as const)
    delete (globalThis as Record<symbol, unknown>)[partKey(part)];
};
