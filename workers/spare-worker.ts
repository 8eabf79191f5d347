import { type Remote, wrap } from "comlink";
import type { WorkerLike } from "./validator.ts";
import type { ValidatorApi } from "./validator-api.ts";

/** A spare that nobody needs is given up after so long, in milliseconds: its memory goes with it. */
const keepFor = 10 * 60_000;

/**
 * Keeps one worker ready whose code has run before, for whoever is likely to check a file soon. A check takes it, or a
 * new one when there is none; a spare that dies is forgotten.
 */
export const createSpare = (openWorker: () => WorkerLike, patience = keepFor) => {
  let spare: WorkerLike | undefined;
  // Held on to: when Comlink's last proxy of a worker is released or collected, the worker stops listening for good.
  let api: Remote<ValidatorApi> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = (worker: WorkerLike) => {
    if (spare !== worker) return;
    spare = undefined;
    api = undefined;
    clearTimeout(timer);
  };
  const dismiss = (worker: WorkerLike) => {
    if (spare !== worker) return;
    forget(worker);
    worker.terminate();
  };

  return {
    /** Opens the spare, unless there is one, and lets it run itself warm; asked again, it is kept for longer. */
    warm: (): void => {
      clearTimeout(timer);
      if (spare === undefined) {
        const worker = openWorker();
        spare = worker;
        worker.addEventListener("error", () => forget(worker));
        api = wrap<ValidatorApi>(worker);
        // A spare that cannot warm up is still a worker.
        Promise.resolve(api.warm()).catch(() => undefined);
      }
      const kept = spare;
      timer = setTimeout(() => dismiss(kept), patience);
    },
    take: (): WorkerLike => {
      const worker = spare;
      if (worker === undefined) return openWorker();
      forget(worker);
      return worker;
    },
  };
};
