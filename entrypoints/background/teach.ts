import { browser } from "#imports";
import { createTeachDesk } from "../../utils/messages/teach-desk.ts";
import { us } from "./us.ts";

const files = ["/detect-roster.js", "/teach.js"];

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/** Teach mode's messages in a real browser. */
export const makeTeachDesk = () =>
  createTeachDesk({
    us: us(),
    originOf: async (tabId) => {
      const { url } = await browser.tabs.get(tabId);
      const address = url !== undefined && URL.canParse(url) ? new URL(url) : null;
      return address && /^https?:$/.test(address.protocol) ? address.origin : null;
    },
    isGranted: (origin) => {
      const { protocol, hostname } = new URL(origin);
      return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
    },
    inject: async (tabId) => {
      const target = { tabId, allFrames: true };
      const done = await browser.scripting.executeScript({ target, files } as Injection);
      return [...new Set(done.map(({ frameId }) => frameId))];
    },
    order: (tabId, frameId, order) => browser.tabs.sendMessage(tabId, order, { frameId }),
  });
