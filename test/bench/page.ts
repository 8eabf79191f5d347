import type { Answer, Contender } from "./answer.ts";

export type Timed = { answer: Answer; seconds: number };

/** Far above the slowest set: a worker that hangs must not hang the benchmark. */
const patience = 20 * 60 * 1000;

/** One cold run: a new worker gets the chosen files as handles; the clock covers its start, its script and the check. */
const check = (contender: Contender): Promise<Timed> => {
  const files = [...(document.querySelector("input")?.files ?? [])];
  const began = performance.now();
  const worker = new Worker(`/${contender}.worker.js`, { type: "module" });
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      const seconds = (performance.now() - began) / 1000;
      worker.terminate();
      resolve({ answer, seconds });
    };
    worker.onmessage = ({ data }: MessageEvent<Answer>) => end(data);
    worker.onerror = (event) =>
      end({ ok: false, problem: `The worker stopped: ${event.message || "no reason given"}.` });
    setTimeout(() => end({ ok: false, problem: "The worker gave no answer within 20 minutes." }), patience);
    worker.postMessage(files);
  });
};

Object.assign(globalThis, { check });
