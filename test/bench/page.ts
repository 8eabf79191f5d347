import type { Answer, Contender, Order, Start } from "./answer.ts";

export type Timed = { answer: Answer; seconds: number };

/** Far above the slowest set: a worker that hangs must not hang the benchmark. */
const patience = 20 * 60 * 1000;

/**
 * One run: a new worker gets the chosen files as handles. The clock covers the check; of a cold run also the worker's start
 * and its script.
 */
const check = (contender: Contender, start: Start): Promise<Timed> => {
  const files = [...(document.querySelector("input")?.files ?? [])];
  let began = performance.now();
  const worker = new Worker(`/${contender}.worker.js`, { type: "module" });
  const order = (what: Order) => worker.postMessage(what);
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      const seconds = (performance.now() - began) / 1000;
      worker.terminate();
      resolve({ answer, seconds });
    };
    worker.onmessage = ({ data }: MessageEvent<Answer | "warm">) => {
      if (data !== "warm") return end(data);
      began = performance.now();
      order(files);
    };
    worker.onerror = (event) =>
      end({ ok: false, problem: `The worker stopped: ${event.message || "no reason given"}.` });
    setTimeout(() => end({ ok: false, problem: "The worker gave no answer within 20 minutes." }), patience);
    order(start === "warm" ? "warm" : files);
  });
};

Object.assign(globalThis, { check });
