import { expose, wrap } from "comlink";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createSpare } from "./spare-worker.ts";
import type { WorkerLike } from "./validator.ts";

/** A worker that notes what it is asked, and can be made to die. */
const makeWorker = () => {
  const target = new EventTarget();
  const asked: unknown[] = [];
  return Object.assign(target, {
    asked,
    isTerminated: false,
    postMessage: (message: { path?: string[] }) => asked.push(message.path?.join(".")),
    terminate() {
      this.isTerminated = true;
    },
  });
};

const open = () => {
  const opened: ReturnType<typeof makeWorker>[] = [];
  const spare = createSpare(() => {
    const worker = makeWorker();
    opened.push(worker);
    return worker as unknown as WorkerLike;
  }, 1000);
  return { opened, spare };
};

afterEach(() => vi.useRealTimers());

describe("a spare worker", () => {
  test("is warmed once and given to the next check", () => {
    const { opened, spare } = open();
    spare.warm();
    spare.warm();
    expect(opened.length).toBe(1);
    expect(opened[0]?.asked).toContain("warm");
    expect(spare.take()).toBe(opened[0]);
    expect(spare.take()).toBe(opened[1]);
    expect(opened[1]?.asked).toEqual([]);
  });

  test("still listens when it has run warm", async () => {
    const { port1, port2 } = new MessageChannel();
    let isWarm = false;
    const api = {
      warm: async () => {
        isWarm = true;
      },
      settle: async () => true,
    };
    expose(api, port2 as never);
    port1.start();
    const spare = createSpare(() => port1 as unknown as WorkerLike, 1000);
    spare.warm();
    await vi.waitFor(() => expect(isWarm).toBe(true));
    // Time for whatever follows the warm-up: a release would be heard now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const answer = wrap<typeof api>(spare.take()).settle();
    const silence = new Promise((resolve) => setTimeout(() => resolve("silence"), 1000));
    expect(await Promise.race([answer, silence])).toBe(true);
    port1.close();
  });

  test("that died is not given to anybody", () => {
    const { opened, spare } = open();
    spare.warm();
    opened[0]?.dispatchEvent(new Event("error"));
    expect(spare.take()).toBe(opened[1]);
  });

  test("is given up when nobody needs it, and later when asked for again", () => {
    vi.useFakeTimers();
    const { opened, spare } = open();
    spare.warm();
    vi.advanceTimersByTime(900);
    spare.warm();
    vi.advanceTimersByTime(900);
    expect(opened[0]?.isTerminated).toBe(false);
    vi.advanceTimersByTime(200);
    expect(opened[0]?.isTerminated).toBe(true);
    expect(spare.take()).toBe(opened[1]);
  });

  test("that was taken is not given up", () => {
    vi.useFakeTimers();
    const { opened, spare } = open();
    spare.warm();
    spare.take();
    vi.advanceTimersByTime(5000);
    expect(opened[0]?.isTerminated).toBe(false);
  });
});
