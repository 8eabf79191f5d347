import type { OpenRangeReader } from "../utils/table/range.ts";
import { coresForHelper, type RangeAnswer, readRangesIn } from "../utils/table/range-port.ts";

/** Reads ranges of large files in a second worker, where there are cores for it and the browser lets a worker open one. */
export const helpIn = (
  openWorker: () => Worker,
  cores = navigator.hardwareConcurrency,
): OpenRangeReader | undefined => {
  if (typeof Worker !== "function" || cores < coresForHelper) return undefined;
  return readRangesIn((onAnswer, onDeath) => {
    const worker = openWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<RangeAnswer>) => onAnswer(data));
    worker.addEventListener("error", onDeath);
    worker.addEventListener("messageerror", onDeath);
    return { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
  });
};
