import type { Answer, Contender, Order, Start, Timed } from "./answer.ts";
import type { StoreAnswer, StoreOrder, StoreStep } from "./store-steps.ts";

/** Far above the slowest set: a worker that hangs must not hang the benchmark. */
const patience = 20 * 60 * 1000;

const chosenFiles = (): File[] => [...(document.querySelector("input")?.files ?? [])];

/**
 * One run: a new worker gets the chosen files as handles. The clock covers the check; of a cold run also the worker's start
 * and its script.
 */
const check = (contender: Contender, start: Start): Promise<Timed> => {
  const files = chosenFiles();
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

/** One step of storing, in a worker of its own; the database stays from step to step. */
const store = (step: StoreStep): Promise<StoreAnswer> => {
  const worker = new Worker("/store.worker.js", { type: "module" });
  return new Promise((resolve) => {
    const end = (answer: StoreAnswer): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<StoreAnswer>) => end(data);
    worker.onerror = ({ message }) => end({ ok: false, problem: `The worker stopped: ${message}.` });
    setTimeout(() => end({ ok: false, problem: "The worker gave no answer within 20 minutes." }), patience);
    worker.postMessage({ step, files: chosenFiles() } satisfies StoreOrder);
  });
};

Object.assign(globalThis, { check, store });
