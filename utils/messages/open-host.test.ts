import { describe, expect, it } from "vitest";
import type { HostEvent } from "./answers.ts";
import { createHostOpener, type HostBrowser } from "./open-host.ts";

/** A browser whose host listens after so many greetings; a second document is refused, as Chrome does. */
const browserThat = (listensAfter: number, options: { isOpening?: boolean } = {}) => {
  const seen = { created: 0, greeted: 0, open: 0 };
  let exists = options.isOpening ?? false;
  const browser: HostBrowser = {
    hasDocument: async () => exists,
    createDocument: async () => {
      if (exists) throw new Error("Only a single offscreen document may be created.");
      exists = true;
      seen.created += 1;
    },
    connect: () => {
      let tell: (event: HostEvent) => void = () => {};
      let close: () => void = () => {};
      seen.open += 1;
      return {
        postMessage: () => {
          seen.greeted += 1;
          const listens = seen.greeted > listensAfter;
          queueMicrotask(() => (listens ? tell({ type: "listening" }) : close()));
        },
        disconnect: () => {
          seen.open -= 1;
        },
        onMessage: {
          addListener: (listener) => {
            tell = listener;
          },
        },
        onDisconnect: {
          addListener: (listener) => {
            close = () => {
              seen.open -= 1;
              listener();
            };
          },
        },
      };
    },
    wait: async () => undefined,
  };
  return { browser, seen };
};

describe("opening the validator's host", () => {
  it("opens one document for all who ask at once", async () => {
    const { browser, seen } = browserThat(0);
    const ensure = createHostOpener(browser);
    await Promise.all([ensure(), ensure(), ensure()]);
    expect(seen).toEqual({ created: 1, greeted: 1, open: 0 });
  });

  it("waits for a document that another page opened and that does not listen yet", async () => {
    const { browser, seen } = browserThat(3, { isOpening: true });
    await createHostOpener(browser)();
    expect(seen).toEqual({ created: 0, greeted: 4, open: 0 });
  });

  it("survives another page that opens it in the same moment", async () => {
    const { browser, seen } = browserThat(1);
    const another = createHostOpener(browser);
    await Promise.all([createHostOpener(browser)(), another()]);
    expect(seen.created).toBe(1);
    expect(seen.open).toBe(0);
  });

  it("opens it again after the browser has closed it", async () => {
    const { browser, seen } = browserThat(0);
    const ensure = createHostOpener(browser);
    await ensure();
    await ensure();
    expect(seen).toEqual({ created: 1, greeted: 2, open: 0 });
  });

  it("gives up on a host that never answers", async () => {
    const { browser, seen } = browserThat(Number.POSITIVE_INFINITY);
    await expect(createHostOpener(browser)()).rejects.toThrow("does not answer");
    expect(seen.open).toBe(0);
  });
});
