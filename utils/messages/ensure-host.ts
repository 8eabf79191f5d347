import { browser } from "#imports";
import { validatorPort } from "./answers.ts";
import { createHostOpener } from "./open-host.ts";

const open = createHostOpener({
  hasDocument: () => browser.offscreen.hasDocument(),
  createDocument: () =>
    browser.offscreen.createDocument({
      url: "offscreen.html",
      reasons: ["WORKERS"],
      justification: "Checks enrollment files in a worker, which a service worker cannot start.",
    }),
  connect: () => {
    const port = browser.runtime.connect({ name: validatorPort });
    // Read, or the browser complains of a port that nobody answered.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);
    return port;
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

/**
 * Makes sure that somebody listens on the validator's port: the offscreen document in Chrome, whose worker outlives
 * this service worker; on Firefox this event page itself, which is listening whenever it answers.
 */
export const ensureHost = async (): Promise<void> => {
  if (!import.meta.env.FIREFOX) await open();
};
