import type { Answer, Contender } from "./answer.ts";

export type Timed = { answer: Answer; seconds: number };

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
    worker.postMessage(files);
  });
};

Object.assign(globalThis, { check });
