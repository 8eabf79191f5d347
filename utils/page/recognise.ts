import type { PageRoster } from "../messages/contracts.ts";
import type { PortalPage, RosterReading } from "../portals/profile.ts";
import type { BackgroundLink } from "./background-link.ts";
import { loadPart, type Recognised } from "./parts.ts";
import type { Typing } from "./watch-typing.ts";

/** Rosters that a profile says are recognised by their content, with what was seen of each so far. */
export type ContentReader = {
  /** Empty where the page shows none, or the part that recognises them has not come. `reading` says what columns mean. */
  read: (signal: AbortSignal, reading: RosterReading) => Promise<Recognised[]>;
  /** What was seen of this roster on all looks together: pages and scrolls of one list. */
  merge: (found: Recognised) => PageRoster;
};

export const createContentReader = (options: {
  window: Window;
  link: Pick<BackgroundLink, "ask">;
  page: () => PortalPage | undefined;
  breathe: () => Promise<void>;
  signal: AbortSignal;
}): ContentReader => {
  const { window, link, page, breathe } = options;
  const seen = new Map<string, PageRoster>();
  let part: ReturnType<typeof loadPart<"detect">> | undefined;
  let typing: Typing | undefined;
  let merge: ContentReader["merge"] = ({ roster }) => roster;
  return {
    read: async (signal, { content, columns }) => {
      part ??= loadPart("detect", link);
      const recogniser = await part;
      if (!recogniser || signal.aborted) return [];
      merge = ({ roster }) => {
        const name = roster.sections[0]?.id ?? "";
        const merged = recogniser.mergeSnapshots(seen.get(name), roster);
        seen.set(name, merged);
        return merged;
      };
      typing ??= recogniser.watchTyping({ window, page, signal: options.signal });
      const confirmed = content?.columns.map((column) => {
        const headers = columns.find(({ field }) => field === column.field)?.headers;
        return { ...column, ...(headers && { headers }) };
      });
      const shadowOf = recogniser.extensionShadow();
      return recogniser.detectRosters(window.document, {
        shadowOf,
        wordsIn: typing.held,
        breathe,
        signal,
        ...(confirmed && { confirmed }),
      });
    },
    merge: (found) => merge(found),
  };
};
