import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import { build } from "vite";
import type { Detection } from "../../../utils/detect/detection.ts";
import { mergeSnapshots } from "../../../utils/detect/merge-snapshots.ts";
import type { proposeProfile } from "../../../utils/detect/propose-profile.ts";
import type { PageRoster } from "../../../utils/messages/contracts.ts";
import type { PortalPage } from "../../../utils/portals/profile.ts";

let bundled: Promise<string> | undefined;

const bundleDetector = (): Promise<string> => {
  bundled ??= (async () => {
    const built = await build({
      configFile: false,
      logLevel: "silent",
      build: {
        write: false,
        minify: false,
        lib: { entry: join(import.meta.dirname, "detector.ts"), formats: ["iife"], name: "detectorBundle" },
      },
    });
    const [output] = Array.isArray(built) ? built : [built];
    if (!output || !("output" in output)) throw new Error("The detector was not bundled.");
    return output.output[0].code;
  })();
  return bundled;
};

type Detector = Detection & {
  look: () => ReturnType<Detection["detectRosters"]>;
  proposeProfile: typeof proposeProfile;
};
declare const detector: Detector;

/** Every frame of the page remembers its shadow roots and has the detector at hand. */
export const addDetector = async (page: Page): Promise<void> => {
  const code = await bundleDetector();
  await page.addInitScript(() => {
    const keptRoots = new WeakMap<Element, ShadowRoot>();
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      keptRoots.set(this, root);
      return root;
    };
    Object.assign(globalThis, { keptRoots });
  });
  await page.addInitScript({ content: code });
};

export type Look = { roster: PageRoster; confidence: number; frame: string; proposed: PortalPage };

/** What every frame of the page shows now. */
export const lookAt = async (page: Page): Promise<Look[]> => {
  const looks: Look[] = [];
  for (const frame of page.frames()) {
    const found = await frame
      .evaluate(async () =>
        (await detector.look()).map((found) => ({
          roster: found.roster,
          confidence: found.confidence,
          proposed: detector.proposeProfile(found, document),
        })),
      )
      .catch(() => []);
    for (const one of found) looks.push({ ...one, frame: frame.url() });
  }
  return looks;
};

/** Scrolls on, or turns to the next page, as somebody who reads the list to its end; false at the end. */
const goOn = async (page: Page): Promise<boolean> => {
  for (const frame of page.frames()) if (await scrollOn(frame)) return true;
  for (const frame of page.frames()) {
    const next = frame
      .locator("button, a, [role=button], input[type=submit]")
      .filter({ hasText: /^\s*(?:next(?: page)?|siguiente|load more.*|show more.*|›|»|>)\s*$/i })
      .or(frame.locator("[aria-label^='Next' i], [aria-label*='Siguiente' i], [title^='Next' i]"));
    for (const one of await next.all()) {
      const isOver = await one
        .evaluate(
          (element) => element.closest(".disabled, [disabled], [aria-disabled=true], [hidden]") !== null,
        )
        .catch(() => true);
      if (isOver || !(await one.isVisible())) continue;
      await one.click();
      return true;
    }
  }
  return false;
};

const scrollOn = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => {
    const { keptRoots } = globalThis as unknown as { keptRoots: WeakMap<Element, ShadowRoot> };
    const all: Element[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        all.push(element);
        const inner = keptRoots.get(element);
        if (inner) walk(inner);
      }
    };
    walk(document);
    for (const element of all) {
      const isPage = element === document.scrollingElement;
      if (element.clientHeight < 60 || (!isPage && !/auto|scroll/.test(getComputedStyle(element).overflowY)))
        continue;
      const before = element.scrollTop;
      element.scrollTop += element.clientHeight * 0.7;
      if (element.scrollTop > before + 1) return true;
    }
    return false;
  });

/** Reads a page's rosters to their end: every look merged into what was seen before, by class. */
export const readThrough = async (page: Page, most = 150): Promise<Map<string, PageRoster>> => {
  const seen = new Map<string, PageRoster>();
  for (let step = 0; step < most; step += 1) {
    for (const { roster } of await lookAt(page)) {
      const name = roster.sections[0]!.title;
      seen.set(name, mergeSnapshots(seen.get(name), roster));
    }
    if (!(await goOn(page))) break;
    await page.waitForTimeout(150);
  }
  return seen;
};
