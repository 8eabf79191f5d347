import type { CDPSession, Page } from "@playwright/test";

/**
 * Our surfaces live in closed shadow roots, which no selector reaches: a person finds them by their words, and so do
 * these functions, through the accessibility tree; clicks are real mouse clicks at the control's place.
 */

type AxNode = {
  role?: { value: string };
  name?: { value: string };
  backendDOMNodeId?: number;
  ignored: boolean;
};

const sessions = new WeakMap<Page, Promise<CDPSession>>();
const sessionOf = (page: Page): Promise<CDPSession> => {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
};

type FrameTree = { frame: { id: string }; childFrames?: FrameTree[] };

/** The page's own document and its frames, however deep. */
const framesIn = ({ frame, childFrames = [] }: FrameTree): string[] => [
  frame.id,
  ...childFrames.flatMap(framesIn),
];

const nodesOf = async (page: Page): Promise<AxNode[]> => {
  const session = await sessionOf(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const trees = await Promise.all(
    framesIn(frameTree).map((frameId) =>
      // A frame may go while it is asked.
      session.send("Accessibility.getFullAXTree", { frameId }).catch(() => ({ nodes: [] })),
    ),
  );
  return (trees as unknown as { nodes: AxNode[] }[])
    .flatMap(({ nodes }) => nodes)
    .filter((node) => !node.ignored);
};

const matches = (wanted: string | RegExp, text: string): boolean =>
  typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);

/** All words a person could read or hear on the page, ours included. */
export const wordsOn = async (page: Page): Promise<string> =>
  (await nodesOf(page))
    .filter(
      (node) =>
        node.role?.value === "StaticText" || node.role?.value === "button" || node.role?.value === "link",
    )
    .map((node) => node.name?.value ?? "")
    .join("\n");

/** Waits until the words are on the page; throws with what was there instead. */
export const waitForWords = async (
  page: Page,
  wanted: string | RegExp,
  milliseconds = 15_000,
): Promise<string> => {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const words = await wordsOn(page);
    if (matches(wanted, words)) return words;
    if (Date.now() > deadline)
      throw new Error(`"${wanted}" did not appear within ${milliseconds} ms. On the page:\n${words}`);
    await page.waitForTimeout(100);
  }
};

/** Waits until the words are gone. */
export const waitForNoWords = async (
  page: Page,
  gone: string | RegExp,
  milliseconds = 15_000,
): Promise<void> => {
  const deadline = Date.now() + milliseconds;
  while (matches(gone, await wordsOn(page))) {
    if (Date.now() > deadline) throw new Error(`"${gone}" was still there after ${milliseconds} ms.`);
    await page.waitForTimeout(100);
  }
};

/** The box of a control in CSS pixels of the viewport. */
export const boxOf = async (page: Page, role: string, name: string | RegExp) => {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const node = (await nodesOf(page)).find(
      (each) => each.role?.value === role && matches(name, each.name?.value ?? ""),
    );
    if (node?.backendDOMNodeId !== undefined) {
      const session = await sessionOf(page);
      const box = await session
        .send("DOM.getBoxModel", { backendNodeId: node.backendDOMNodeId })
        .catch(() => undefined);
      if (box) {
        const [left, top, right, , , bottom] = box.model.border as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        return { left, top, right, bottom };
      }
    }
    if (Date.now() > deadline)
      throw new Error(`No ${role} "${name}" on the page. On it:\n${await wordsOn(page)}`);
    await page.waitForTimeout(100);
  }
};

/** Clicks a control of one of our surfaces as a person would: it has been visible for more than half a second, at rest. */
export const clickInSurface = async (
  page: Page,
  role: "button" | "link",
  name: string | RegExp,
): Promise<void> => {
  let before = await boxOf(page, role, name);
  await page.waitForTimeout(700);
  let box = await boxOf(page, role, name);
  // A card that has just been given another line is still moving its buttons.
  for (let looks = 0; looks < 20 && JSON.stringify(box) !== JSON.stringify(before); looks += 1) {
    await page.waitForTimeout(100);
    before = box;
    box = await boxOf(page, role, name);
  }
  const { left, top, right, bottom } = box;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
};
