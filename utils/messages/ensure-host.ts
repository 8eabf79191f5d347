import { browser } from "#imports";

let creating: Promise<void> | undefined;

/**
 * Makes sure that somebody listens on the validator's port: the offscreen document in Chrome, whose worker outlives
 * this service worker; on Firefox this event page itself, which is listening whenever it answers.
 */
export const ensureHost = async (): Promise<void> => {
  if (import.meta.env.FIREFOX) return;
  if (await browser.offscreen.hasDocument()) return;
  creating ??= browser.offscreen
    .createDocument({
      url: "offscreen.html",
      reasons: ["WORKERS"],
      justification: "Checks enrollment files in a worker, which a service worker cannot start.",
    })
    .finally(() => {
      creating = undefined;
    });
  await creating;
};
