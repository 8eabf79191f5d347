import { setTimeout as wait } from "node:timers/promises";
import { call, type Found, press, type Tab, until } from "./tab.ts";

/**
 * Our surfaces live in closed shadow roots, which no selector of a page's script reaches. BiDi names such a root to
 * whoever drives the browser, and what stands in it can be read and pressed like the rest of the page.
 */
const rootsOf = async ({ bidi, context }: Tab): Promise<Found[]> => {
  const { nodes } = await bidi.send("browsingContext.locateNodes", {
    context,
    locator: { type: "css", value: "html > [popover]" },
    serializationOptions: { maxDomDepth: 0, includeShadowTree: "all" },
  });
  return nodes.flatMap(({ value }) => {
    const root = value?.shadowRoot;
    if (root?.value?.mode !== "closed" || root.sharedId === undefined) return [];
    return [{ sharedId: root.sharedId }];
  });
};

/** The cards' text as it is drawn. */
const drawn = `(root) => [...root.children]
  .filter((each) => each.localName !== "style" && each.checkVisibility({ opacityProperty: true }))
  .map((each) => each.innerText).join("\\n")`;

/** What a person can read in our surfaces; empty while there are none. */
export const wordsOf = async (tab: Tab): Promise<string> => {
  const roots = await rootsOf(tab);
  // A surface may go while it is read.
  const texts = await Promise.all(roots.map((root) => call<string>(tab, drawn, root).catch(() => "")));
  return texts.join("\n");
};

export const waitForWords = (tab: Tab, wanted: RegExp): Promise<string> => {
  let words = "";
  return until(
    () => `${wanted} did not appear. In our surfaces:\n${words}`,
    async () => {
      words = await wordsOf(tab);
      return wanted.test(words) && words;
    },
  );
};

export const waitForNoWords = async (tab: Tab, gone: RegExp): Promise<void> => {
  await until(
    () => `${gone} is still there.`,
    async () => !gone.test(await wordsOf(tab)),
  );
};

/** A visible button or link by its accessible name: the index among the root's, or -1. */
const indexOfNamed = `(root, pattern) => [...root.querySelectorAll("button, a")].findIndex((each) =>
  each.checkVisibility({ opacityProperty: true }) &&
  new RegExp(pattern).test(each.getAttribute("aria-label") ?? each.innerText))`;

const findControl = async (tab: Tab, name: RegExp): Promise<Found | undefined> => {
  for (const root of await rootsOf(tab)) {
    const pattern = { type: "string", value: name.source } as const;
    const index = await call<number>(tab, indexOfNamed, root, pattern).catch(() => -1);
    if (index < 0) continue;
    const { nodes } = await tab.bidi.send("browsingContext.locateNodes", {
      context: tab.context,
      locator: { type: "css", value: "button, a" },
      startNodes: [root],
      serializationOptions: { maxDomDepth: 0 },
    });
    const sharedId = nodes[index]?.sharedId;
    if (sharedId !== undefined) return { sharedId };
  }
  return undefined;
};

const box = `(each) => { const { x, y, width, height } = each.getBoundingClientRect(); return [x, y, width, height]; }`;

/** Presses a control of ours as a person would: it has been visible for more than half a second, at rest. */
export const pressOurs = async (tab: Tab, name: RegExp): Promise<void> => {
  const control = await until(
    async () => `There is no ${name} in our surfaces:\n${await wordsOf(tab)}`,
    () => findControl(tab, name),
  );
  let before = "";
  await until(
    () => `${name} does not come to rest.`,
    async () => {
      const now = JSON.stringify(await call(tab, box, control));
      const rests = now === before;
      before = now;
      await wait(700);
      return rests;
    },
  );
  await press(tab, control);
};
