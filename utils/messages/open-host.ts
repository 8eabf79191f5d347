import type { HostEvent, ValidatorRequest } from "./answers.ts";

/** The part of the browser's API that opening the validator's host takes. */
export type HostBrowser = {
  hasDocument: () => Promise<boolean>;
  createDocument: () => Promise<void>;
  connect: () => {
    postMessage: (message: ValidatorRequest) => void;
    disconnect: () => void;
    onMessage: { addListener: (listener: (event: HostEvent) => void) => void };
    onDisconnect: { addListener: (listener: () => void) => void };
  };
  wait: (milliseconds: number) => Promise<void>;
};

const tries = 100;
const pause = 50;

/**
 * Makes a function that opens the host, unless it is open, and resolves once somebody listens there. The document exists
 * before its script has run, whoever opened it: a port connected then is closed at once, so the host is greeted until it
 * answers. Rejects after five seconds without an answer.
 */
export const createHostOpener = (browser: HostBrowser): (() => Promise<void>) => {
  let opening: Promise<void> | undefined;

  const open = async (): Promise<void> => {
    for (let turn = 0; turn < tries; turn += 1) {
      // Another page of ours may open it in this very moment: the browser then refuses a second one.
      if (!(await browser.hasDocument())) await browser.createDocument().catch(() => undefined);
      if (await greet(browser)) return;
      await browser.wait(pause);
    }
    throw new Error("The validator's host does not answer.");
  };

  return () => {
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  };
};

/** Whether anybody answers on the validator's port. */
const greet = ({ connect }: HostBrowser): Promise<boolean> =>
  new Promise((resolve) => {
    const port = connect();
    port.onDisconnect.addListener(() => resolve(false));
    port.onMessage.addListener((event) => {
      if (event.type !== "listening") return;
      resolve(true);
      port.disconnect();
    });
    port.postMessage({ type: "greet" });
  });
