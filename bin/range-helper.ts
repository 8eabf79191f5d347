import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { OpenRangeReader } from "../utils/table/range.ts";
import { coresForHelper, type RangeAnswer, readRangesIn } from "../utils/table/range-port.ts";
import { placeOf } from "./disk-blob.ts";
import type { DiskRequest } from "./range-worker.ts";

/** The worker's script lies beside this one, as a source and in the package. */
const script = () =>
  new URL(`./range-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Reads ranges of large files in a second thread, where there are cores for it. */
export const helpInThread = (cores = availableParallelism()): OpenRangeReader | undefined => {
  if (cores < coresForHelper) return undefined;
  return readRangesIn((onAnswer, onDeath) => {
    const worker = new Worker(script(), { resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    worker.on("message", (answer: RangeAnswer) => onAnswer(answer));
    for (const fault of ["error", "messageerror", "exit"]) worker.on(fault, onDeath);
    return {
      post: (request) => {
        const { blob } = request;
        worker.postMessage({ ...request, blob: placeOf(blob) ?? blob } satisfies DiskRequest);
      },
      end: () => void worker.terminate(),
    };
  });
};
