/** Longest stretch of work, in milliseconds, before other tasks (a cancel above all) get their turn. */
const stretch = 40;

/** A function to await now and then in long work: gives way when it is time to, and throws the signal's reason. */
export const createPause = (signal: AbortSignal | undefined): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < stretch) return;
    await nextTask();
    since = performance.now();
    signal?.throwIfAborted();
  };
};

/** Lets other tasks have their turn. A timer would wait at least 4 ms in a browser; a message comes back at once. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
