import { setTimeout as wait } from "node:timers/promises";
import type { Script } from "webdriver-bidi-protocol";
import type { Bidi } from "./bidi.ts";

/** A tab (or a popup window's page) by its BiDi context; every press and key is a real one, of input.performActions. */
export type Tab = { bidi: Bidi; context: string };

/** A node that BiDi gave a name. */
export type Found = { sharedId: string };

const patience = 60_000;

/** Asks again until there is an answer; throws with `what` when none comes in time. */
export const until = async <T>(
  what: () => string | Promise<string>,
  ask: () => Promise<T | undefined | false>,
): Promise<T> => {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(await what());
    await wait(150);
  }
};

export const go = async ({ bidi, context }: Tab, url: string): Promise<void> => {
  await bidi.send("browsingContext.navigate", { context, url, wait: "complete" });
};

export const locate = async ({ bidi, context }: Tab, css: string): Promise<Found[]> => {
  const { nodes } = await bidi.send("browsingContext.locateNodes", {
    context,
    locator: { type: "css", value: css },
    serializationOptions: { maxDomDepth: 0 },
  });
  return nodes.flatMap(({ sharedId }) => (sharedId === undefined ? [] : [{ sharedId }]));
};

/** The one element of the page itself (none of ours), once it is there. */
export const locateOne = (tab: Tab, css: string): Promise<Found> =>
  until(
    () => `Nothing on the page is ${css}.`,
    async () => (await locate(tab, css))[0],
  );

/** Runs a function in the page, apart from the page's own scripts, and answers its plain value. */
export const call = async <T>(
  { bidi, context }: Tab,
  body: string,
  ...given: (Found | { type: "string"; value: string })[]
): Promise<T> => {
  const answer = await bidi.send("script.callFunction", {
    functionDeclaration: `(...given) => JSON.stringify((${body})(...given) ?? null)`,
    target: { context, sandbox: "looking on" },
    arguments: given as Script.LocalValue[],
    awaitPromise: false,
  });
  if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
  return JSON.parse((answer.result as { value: string }).value) as T;
};

/** What can be read on a page, frames and shadow roots apart; empty while there is no page yet. */
export const textOn = (tab: Tab): Promise<string> =>
  call<string>(tab, '() => document.body?.innerText ?? ""').catch(() => "");

export const valueIn = (tab: Tab, field: Found): Promise<string> =>
  call(tab, "(field) => field.value", field);

/** Presses the middle of an element with the mouse. */
export const press = async (tab: Tab, element: Found): Promise<void> => {
  await call(tab, `(element) => element.scrollIntoView({ block: "center", behavior: "instant" })`, element);
  await tab.bidi.send("input.performActions", {
    context: tab.context,
    actions: [
      {
        type: "pointer",
        id: "mouse",
        actions: [
          { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element } },
          { type: "pointerDown", button: 0 },
          { type: "pause", duration: 60 },
          { type: "pointerUp", button: 0 },
        ],
      },
    ],
  });
};

/** Keys of WebDriver that are no characters. */
export const keys = { down: "\uE015", up: "\uE013", end: "\uE010", escape: "\uE00C" } as const;

/** Presses keys one after the other where the focus is. */
export const type = async ({ bidi, context }: Tab, text: string): Promise<void> => {
  const actions = [...text].flatMap((value) => [
    { type: "keyDown" as const, value },
    { type: "keyUp" as const, value },
  ]);
  await bidi.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
};

/** Gives an element the focus without a press: a press on a list would unfold it. */
export const focus = (tab: Tab, element: Found): Promise<void> =>
  call(tab, "(element) => element.focus()", element);

export const chooseFiles = async (tab: Tab, css: string, files: readonly string[]): Promise<void> => {
  const element = await locateOne(tab, css);
  await tab.bidi.send("input.setFiles", { context: tab.context, element, files: [...files] });
};
