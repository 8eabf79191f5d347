import { proxy, releaseProxy, wrap } from "comlink";
import type { CheckProgress } from "../utils/messages/answers.ts";
import type { RepairApi, RepairJob, RepairMade, RepairPreview } from "./repair-api.ts";

/** The repair of one package. A worker that dies (out of memory) rejects; `end` frees it with all it holds. */
export type RepairClient = {
  prepare(job: RepairJob): Promise<RepairPreview>;
  make(): Promise<RepairMade>;
  end(): void;
};

export const openRepair = (worker: Worker, onProgress: (progress: CheckProgress) => void): RepairClient => {
  const api = wrap<RepairApi>(worker);
  const died = new Promise<never>((_, reject) => {
    const tell = () => reject(new Error("The worker that makes the copy died."));
    worker.addEventListener("error", tell);
    worker.addEventListener("messageerror", tell);
  });
  // Whoever waits hears of it; nobody may be waiting.
  died.catch(() => undefined);
  return {
    prepare: (job) => Promise.race([api.prepare(job, proxy(onProgress)), died]),
    make: () => Promise.race([api.make(proxy(onProgress)), died]),
    end: () => {
      api[releaseProxy]();
      worker.terminate();
    },
  };
};
