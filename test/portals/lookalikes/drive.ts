import type { FrameLocator, Page } from "@playwright/test";
import type { EditPath, Step } from "./steps.ts";

type Place = { x: number; y: number };

const frameOf = (page: Page, frames: readonly string[]): Page | FrameLocator => {
  let place: Page | FrameLocator = page;
  for (const frame of frames) place = place.frameLocator(frame);
  return place;
};

/** Where a control of a closed shadow root is: only the page itself can tell. */
const placeOf = (page: Page, name: string): Promise<Place> =>
  page.evaluate(
    (wanted) => (window as unknown as { placeOf: (name: string) => Place }).placeOf(wanted),
    name,
  );

const choose = async (page: Page, place: Page | FrameLocator, control: string, words: string) => {
  await place.locator(control).first().focus();
  await page.keyboard.type(words);
};

const perform = async (page: Page, place: Page | FrameLocator, step: Step): Promise<void> => {
  const find = (css: string) => place.locator(css).first();
  if ("click" in step) await find(step.click).click();
  else if ("doubleClick" in step) await find(step.doubleClick).dblclick();
  else if ("rightClick" in step) await find(step.rightClick).click({ button: "right" });
  else if ("focus" in step) await find(step.focus).focus();
  else if ("type" in step) await page.keyboard.type(step.type);
  else if ("key" in step) await page.keyboard.press(step.key);
  else if ("choose" in step) await choose(page, place, ...step.choose);
  else if ("drag" in step) await find(step.drag[0]).dragTo(find(step.drag[1]));
  else if ("wait" in step) await find(step.wait).waitFor();
  else if ("scroll" in step) {
    const [element, pixels] = step.scroll;
    await find(element).hover();
    await page.mouse.wheel(0, pixels);
    await page.waitForTimeout(100);
  } else {
    const { x, y } = await placeOf(page, "clickAt" in step ? step.clickAt : step.doubleClickAt);
    if ("clickAt" in step) await page.mouse.click(x, y);
    else await page.mouse.dblclick(x, y);
  }
};

/** Opens a look-alike page and waits until its own code has drawn it and its roster is in view. */
export const openLookalike = async (page: Page, address: string): Promise<void> => {
  // What the page before was still saving must not reach the fresh copy.
  await page.goto("about:blank");
  const response = await page.goto(address);
  if (!response?.ok())
    throw new Error(`${address} answered ${response?.status()}: ${await response?.text()}`);
  await waitUntilReady(page);
  const opening = await page.evaluate(() => (window as unknown as { opening: Step[] }).opening);
  for (const step of opening) await perform(page, page, step);
};

/** Waits for the page's own word that it is drawn; Playwright's own waiting needs eval, which the pages forbid. */
export const waitUntilReady = async (page: Page): Promise<void> => {
  const deadline = Date.now() + 20_000;
  const isReady = () => (window as unknown as { pageReady?: boolean }).pageReady === true;
  while (!(await page.evaluate(isReady))) {
    if (Date.now() > deadline) throw new Error(`${page.url()} did not finish drawing.`);
    await page.waitForTimeout(50);
  }
};

/** Does what the path says with the mouse and the keyboard. */
export const follow = async (page: Page, path: EditPath): Promise<void> => {
  const usual = await page.evaluate(() => (window as unknown as { frame: string[] }).frame);
  for (const step of path.steps) await perform(page, frameOf(page, step.frame ?? usual), step);
};

/** Does one step in the page's usual frame, e.g. its `more`. */
export const doStep = (page: Page, step: Step): Promise<void> =>
  follow(page, { name: "", kind: "none", steps: [step] });
