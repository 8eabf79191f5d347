import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPace } from "./pace.ts";

let frames: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (task: () => void) => frames.push(task));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A reading of so many slices, each of so many milliseconds; between them a changed page waits for a frame. */
const read = async (pace: ReturnType<typeof createPace>, slices: number, milliseconds: number) => {
  pace.begin();
  for (let at = 0; at < slices; at += 1) {
    vi.advanceTimersByTime(milliseconds);
    pace.noteChange();
    const turn = pace.breathe();
    await vi.advanceTimersByTimeAsync(100);
    await vi.advanceTimersByTimeAsync(1);
    await turn;
  }
  pace.end();
};

describe("the pace of readings", () => {
  it.each([
    ["none", 0, 0, 0],
    ["six milliseconds", 1, 6, 72],
    ["ten slices, and not what was waited for between them", 10, 6, 720],
    ["a slice in which the thread stood still", 1, 5000, 600],
    ["more than anybody waits for", 100, 20, 10_000],
  ])(
    "after work of %s the next reading waits twelve times as long, ten seconds at most",
    async (_, slices, each, rest) => {
      const pace = createPace();
      await read(pace, slices, each);
      expect(pace.rest()).toBe(rest);
      vi.advanceTimersByTime(rest);
      expect(pace.rest()).toBe(0);
    },
  );

  it("counts a reading that takes the place of another with it", async () => {
    const pace = createPace();
    pace.begin();
    await read(pace, 2, 5);
    expect(pace.rest()).toBe(0);
    pace.end();
    expect(pace.rest()).toBe(120);
  });

  it("waits for nothing once the page has moved on", async () => {
    const pace = createPace();
    await read(pace, 5, 6);
    pace.restart();
    expect(pace.rest()).toBe(0);
  });

  it.each([
    ["an unchanged page goes on with its next turn", false, 0, true],
    ["a changed page is laid out first", true, 0, false],
    ["a changed page that has drawn its frame goes on", true, 1, true],
  ])("%s", async (_, isChanged, drawn, goesOn) => {
    const pace = createPace();
    let isBack = false;
    pace.begin();
    if (isChanged) pace.noteChange();
    void pace.breathe().then(() => {
      isBack = true;
    });
    if (drawn > 0) frames[0]!();
    await vi.advanceTimersByTimeAsync(20);
    expect(isBack).toBe(goesOn);
  });

  it("a page that changes while it has its turn is laid out too, but not for ever", async () => {
    const pace = createPace();
    let isBack = false;
    pace.begin();
    void pace.breathe().then(() => {
      isBack = true;
    });
    pace.noteChange();
    for (let frame = 0; frame < 2; frame += 1) {
      await vi.advanceTimersByTimeAsync(20);
      expect([isBack, frames.length]).toEqual([false, frame + 1]);
      pace.noteChange();
      frames.at(-1)!();
    }
    await vi.advanceTimersByTimeAsync(20);
    expect(isBack).toBe(true);
  });

  it("goes on without a frame where none is drawn", async () => {
    const pace = createPace();
    pace.begin();
    pace.noteChange();
    const turn = pace.breathe();
    await vi.advanceTimersByTimeAsync(110);
    await expect(turn).resolves.toBeUndefined();
  });
});
