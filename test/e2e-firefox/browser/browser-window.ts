import type { Bidi } from "./bidi.ts";
import { until } from "./tab.ts";

/**
 * The browser's own window: its toolbar, its questions, its sidebar. BiDi presses nothing there, but lets a script in
 * (--remote-allow-system-access) that gives the window the mouse events a press would give it.
 */

/** Firefox's own addition to the command. */
const ownWindows = { "moz:scope": "chrome" };

const windowOf = async (bidi: Bidi): Promise<string> => {
  const tree = await bidi.send("browsingContext.getTree", { maxDepth: 0, ...ownWindows });
  const [first] = tree.contexts;
  if (!first) throw new Error("Firefox has no window.");
  return first.context;
};

const ask = async (bidi: Bidi, body: string): Promise<string> => {
  const answer = await bidi.send("script.evaluate", {
    expression: `(() => { ${body} })()`,
    target: { context: await windowOf(bidi) },
    awaitPromise: true,
  });
  if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
  return (answer.result as { value?: string }).value ?? "";
};

/** Presses an element of the window once it is drawn. */
const pressThere = async (bidi: Bidi, css: string): Promise<void> => {
  await until(
    () => `The browser shows no ${css}.`,
    async () =>
      (await ask(
        bidi,
        `const { x, y, width, height } = document.querySelector(${JSON.stringify(css)})?.getBoundingClientRect() ?? {};
        if (!width) return "no";
        for (const type of ["mousemove", "mousedown", "mouseup"])
          window.synthesizeMouseEvent(type, x + width / 2, y + height / 2,
            { button: 0, clickCount: type === "mousemove" ? 0 : 1, inputSource: MouseEvent.MOZ_SOURCE_MOUSE }, {});
        return "pressed";`,
      )) === "pressed",
  );
};

const icon = "#rosterguard_rosterguard_example-BAP";
const allow = "#addon-webext-permissions-notification .popup-notification-primary-button";

export const pressIcon = (bidi: Bidi): Promise<void> => pressThere(bidi, icon);

/** Answers the browser's question for a site; it takes no answer in its first moment. */
export const pressAllow = async (bidi: Bidi): Promise<void> => {
  await pressThere(bidi, allow);
  await until(
    () => "The browser does not take the answer.",
    async () => {
      if ((await ask(bidi, 'return PopupNotifications.isPanelOpen ? "asks" : "";')) === "") return true;
      await pressThere(bidi, allow);
      return false;
    },
  );
};

export const isSidebarOpen = async (bidi: Bidi): Promise<boolean> =>
  (await ask(
    bidi,
    'return SidebarController.isOpen && /rosterguard/.test(SidebarController.currentID) ? "open" : "";',
  )) === "open";

export const closeSidebar = (bidi: Bidi): Promise<string> =>
  ask(bidi, 'SidebarController.hide(); return "";');

/** Waits until Firefox has ended the extension's idle event page. */
export const waitForSleep = async (bidi: Bidi): Promise<void> => {
  const state =
    'return WebExtensionPolicy.getByID("rosterguard@rosterguard.example").extension.backgroundState;';
  await until(
    async () => `The event page is still ${await ask(bidi, state)}.`,
    async () => (await ask(bidi, state)) === "stopped",
  );
};

/** What can be read in the open sidebar. BiDi names no context for its page: a script of the browser's looks. */
export const sidebarWords = (bidi: Bidi): Promise<string> =>
  ask(
    bidi,
    `const inner = SidebarController.browser.contentDocument.getElementById("webext-panels-browser");
    const { messageManager } = inner;
    return new Promise((resolve) => {
      const hear = ({ data }) => {
        messageManager.removeMessageListener("rosterguard:words", hear);
        resolve(data);
      };
      messageManager.addMessageListener("rosterguard:words", hear);
      messageManager.loadFrameScript(
        "data:,sendAsyncMessage('rosterguard:words', content.document.body.innerText)", false);
    });`,
  );
