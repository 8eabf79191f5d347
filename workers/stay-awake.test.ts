import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stayAwake } from "./stay-awake.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("calls while there is work, once a beat however often it begins, and rests until it begins again", () => {
  let busy = true;
  const keepAlive = vi.fn();
  const begin = stayAwake(() => busy, keepAlive, 5_000);
  vi.advanceTimersByTime(60_000);
  expect(keepAlive).not.toHaveBeenCalled();
  begin();
  begin();
  vi.advanceTimersByTime(60_000);
  expect(keepAlive).toHaveBeenCalledTimes(12);
  busy = false;
  vi.advanceTimersByTime(60_000);
  expect(keepAlive).toHaveBeenCalledTimes(12);
  expect(vi.getTimerCount()).toBe(0);
  busy = true;
  begin();
  vi.advanceTimersByTime(5_000);
  expect(keepAlive).toHaveBeenCalledTimes(13);
});
