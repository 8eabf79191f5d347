import { browser } from "#imports";
import { type ValidatorRequest, validatorPort } from "./answers.ts";
import { ensureHost } from "./ensure-host.ts";

/**
 * Lets the validator's host get ready for a file that is likely to be chosen soon. On Firefox the host is the event page
 * itself, which no port of its own reaches: there the first check pays for it.
 */
export const warmHost = async (): Promise<void> => {
  if (import.meta.env.FIREFOX) return;
  try {
    await ensureHost();
    const port = browser.runtime.connect({ name: validatorPort });
    port.postMessage({ type: "warm" } satisfies ValidatorRequest);
    port.disconnect();
  } catch {
    // The check itself will say what is wrong.
  }
};
