/** Milliseconds between two looks, and after how many without a word the other side is given up. */
const look = 500;
const mostLooks = 10;

/**
 * What `ask` answers; undefined once its `onNews` was not called for about five seconds, or when the signal aborts. Looks are
 * counted and not the clock read: news that wait behind our own work are heard before the next look.
 */
export const orSilence = async <T>(
  ask: (onNews: () => void) => Promise<T>,
  signal: AbortSignal,
  patience = look,
): Promise<T | undefined> => {
  let looks = 0;
  let watch: ReturnType<typeof setInterval> | undefined;
  let giveUp = () => {};
  const silence = new Promise<undefined>((resolve) => {
    giveUp = () => resolve(undefined);
    watch = setInterval(() => {
      if (++looks > mostLooks) giveUp();
    }, patience);
  });
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  const onNews = () => {
    looks = 0;
  };
  try {
    return await Promise.race([ask(onNews), silence]);
  } finally {
    clearInterval(watch);
    signal.removeEventListener("abort", giveUp);
  }
};
