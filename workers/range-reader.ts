import type { RangeReader, ReadRange } from "../utils/table/range.ts";

/** Reads ranges in workers of their own, opened when asked for one and ended with the answer, a fault or a cancel. */
export const readRangesIn =
  (openWorker: () => Worker): RangeReader =>
  (request, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve(undefined);
      const worker = openWorker();
      const end = (range: ReadRange | undefined) => {
        signal.removeEventListener("abort", giveUp);
        worker.terminate();
        resolve(range);
      };
      const giveUp = () => end(undefined);
      worker.addEventListener("message", ({ data }: MessageEvent<ReadRange | undefined>) => end(data));
      worker.addEventListener("error", giveUp);
      worker.addEventListener("messageerror", giveUp);
      signal.addEventListener("abort", giveUp, { once: true });
      worker.postMessage(request);
    });
