import { proxy, releaseProxy, wrap } from "comlink";
import type { Report } from "../utils/findings/report.ts";
import type { CheckProgress } from "../utils/messages/answers.ts";
import type { CheckJob, ValidatorApi } from "./validator-api.ts";

export type CheckOutcome =
  | { kind: "done"; report: Report }
  | { kind: "cancelled" }
  | { kind: "failed"; because: "crashed" | "error"; detail: string };

/** A worker as far as this client needs it; tests pass two ends of a MessageChannel. */
export type WorkerLike = Worker;

export type CheckOptions = {
  openWorker: () => WorkerLike;
  onProgress: (progress: CheckProgress) => void;
  signal: AbortSignal;
  /** Milliseconds a cancelled worker gets to stop by itself; it yields at least every 50 ms. */
  patience?: number;
};

const crash = Symbol("the worker died");

/** One try with one worker, which is terminated in the end whatever happened. */
const tryOnce = async (
  job: CheckJob,
  { openWorker, onProgress, signal, patience = 150 }: CheckOptions,
): Promise<CheckOutcome | typeof crash> => {
  const worker = openWorker();
  const api = wrap<ValidatorApi>(worker);
  const died = new Promise<typeof crash>((resolve) => {
    worker.addEventListener("error", () => resolve(crash));
    worker.addEventListener("messageerror", () => resolve(crash));
  });
  const aborted = new Promise<"aborted">((resolve) => {
    const stop = () => {
      void Promise.resolve(api.cancel()).catch(() => undefined);
      setTimeout(() => resolve("aborted"), patience);
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  let finished = false;
  try {
    const result = await Promise.race([api.check(job, proxy(onProgress)), died, aborted]);
    if (result === crash) return signal.aborted ? { kind: "cancelled" } : crash;
    if (result === "aborted" || signal.aborted) return { kind: "cancelled" };
    finished = true;
    return { kind: "done", report: result };
  } catch (error) {
    if (signal.aborted) return { kind: "cancelled" };
    return {
      kind: "failed",
      because: "error",
      detail: error instanceof Error ? error.message : String(error),
    };
  } finally {
    if (finished) void retire(worker, api, died);
    else worker.terminate();
  }
};

/** Lets the worker finish keeping its result, then ends it: its memory goes with it. */
const retire = async (
  worker: WorkerLike,
  api: ReturnType<typeof wrap<ValidatorApi>>,
  died: Promise<unknown>,
): Promise<void> => {
  const tooLong = new Promise((resolve) => setTimeout(resolve, 30_000));
  await Promise.race([Promise.resolve(api.settle()).catch(() => undefined), died, tooLong]);
  api[releaseProxy]();
  worker.terminate();
};

/**
 * Checks files in a worker of their own. A worker that dies (out of memory, a bug in the engine) is tried once more
 * with a fresh one; never throws.
 */
export const runCheck = async (job: CheckJob, options: CheckOptions): Promise<CheckOutcome> => {
  for (let attempt = 0; attempt < 2; attempt++) {
    const outcome = await tryOnce(job, options);
    if (outcome !== crash) return outcome;
  }
  return { kind: "failed", because: "crashed", detail: "" };
};
