/**
 * Answers a function to call when work begins: from then on `keepAlive` is called every so many milliseconds for as long
 * as `isBusy`. Firefox ends an event page that has called nothing of the browser's for 30 s, whatever its workers do and
 * however much it posts to its ports.
 */
export const stayAwake = (isBusy: () => boolean, keepAlive: () => void, every: number): (() => void) => {
  let beat: ReturnType<typeof setInterval> | undefined;
  return () => {
    beat ??= setInterval(() => {
      if (isBusy()) return keepAlive();
      clearInterval(beat);
      beat = undefined;
    }, every);
  };
};
