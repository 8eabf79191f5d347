import type { BrowserContext, Frame, Page } from "@playwright/test";
import {
  type Carried,
  type Edit,
  type PageRoster,
  PortalMessage,
} from "../../../utils/messages/contracts.ts";
import type { PortalPage } from "../../../utils/portals/profile.ts";
import { openLookalike } from "../../portals/lookalikes/drive.ts";
import { type Lookalikes, startLookalikes } from "../../portals/lookalikes/server.ts";
import { readEditPaths, watchTroubles } from "../../portals/lookalikes/told.ts";
import { setForEach, setOnce } from "../browser/stages.ts";
import type { GuestScript } from "./guest.ts";
import { briefing, bundleGuest, openBrowser } from "./harness.ts";

/** Look-alike pages with the guest in all of their frames, and a profile taught from the page itself. */

export type Told = { type: string; at: number; section?: string; roster?: PageRoster; edits?: Edit[] };
export const warning = "The next sync will change this back.";

/** A fresh copy of a page; `taught` null leaves it as one that nobody has described. */
export const visitLookalike = async (
  context: BrowserContext,
  portal: Lookalikes,
  slug: string,
  taught: readonly PortalPage[] | null,
  more: Partial<typeof briefing> = {},
): Promise<{ page: Page; sent: Told[]; troubles: string[] }> => {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles = watchTroubles(page, portal.url);
  const sent: Told[] = [];
  const carried = new Map<Frame, Carried>();
  await page.exposeBinding("takeCarried", ({ frame }) => {
    const own = carried.get(frame) ?? null;
    carried.delete(frame);
    return own;
  });
  await page.exposeBinding(
    "keepMessage",
    ({ frame }, message: { type: string; roster?: PageRoster; edits?: Edit[] }, at: number) => {
      const { type, roster, edits } = message;
      if (type === "portal/carried") {
        const parsed = PortalMessage.parse(message);
        if (parsed.type === "portal/carried") carried.set(frame, parsed.carried);
      }
      const section = roster?.sections[0]?.id;
      sent.push({
        type,
        at,
        ...(section !== undefined && { section }),
        ...(roster && { roster }),
        ...(edits && { edits }),
      });
    },
  );
  const script: GuestScript = {
    briefing: taught && { ...briefing, ...more, pages: taught },
    intent: { verdict: { policy: "overwritten" }, warning },
  };
  await page.addInitScript({
    content: `globalThis.guestScript = ${JSON.stringify(script)};\n${await bundleGuest()}`,
  });
  await openLookalike(page, portal.addressOf(slug));
  return { page, sent, troubles };
};

/** The controls beside a roster that stands in a frame are in the frame around it: a person names that page too. */
const around: Record<string, PortalPage[]> = {
  "nested-frames": [
    {
      id: "toolbar",
      match: { path: "/nested-frames/workspace" },
      roster: {
        table: "#grid",
        row: ".slick-row",
        header: ".slick-header-column",
        columns: [{ field: "name", headers: ["Student"], required: true }],
        context: { classId: "#class-name", className: "#class-name" },
        expectedColumns: 1,
      },
    },
  ],
};

/** Teaches the page, and reads the ways to edit it. */
export const teachLookalike = async (context: BrowserContext, portal: Lookalikes, slug: string) => {
  const { page } = await visitLookalike(context, portal, slug, null);
  const propose = async () =>
    (await Promise.all(page.frames().map((frame) => frame.evaluate(() => guest.propose())))).flat();
  // Grids draw a moment after the page says that it is ready.
  await page.waitForTimeout(500);
  const proposals = await propose();
  const paths = await readEditPaths(page);
  await page.close();
  return { taught: [...proposals, ...(around[slug] ?? [])], paths };
};

/** What was written to the ledger: edits that were made. */
export const editsKept = (sent: readonly Told[]): Edit[] =>
  sent.flatMap(({ type, edits }) => (type === "portal/saved" ? (edits ?? []) : []));

/** The look-alike portals and a browser without the extension, for the tests of a file. */
export const sharePortals = () =>
  setOnce(async () => {
    const browser = await openBrowser();
    const portal = await startLookalikes();
    const close = async () => {
      await browser.close();
      await portal.close();
    };
    return { browser, portal, close };
  });

/** The same with a context of its own for each test. */
export const stageLookalikes = () => {
  const shared = sharePortals();
  const own = setForEach(async () => {
    const context = await shared.browser.newContext({ viewport: { width: 1360, height: 1700 } });
    return { context, close: () => context.close() };
  });
  return {
    teach: (slug: string) => teachLookalike(own.context, shared.portal, slug),
    visit: (slug: string, taught: readonly PortalPage[] | null, more?: Partial<typeof briefing>) =>
      visitLookalike(own.context, shared.portal, slug, taught, more),
  };
};
