import { expect, test } from "vitest";
import { orSilence } from "./silence.ts";

const never = new Promise<string>(() => {});

test("an answer is given back, and a failure", async () => {
  const { signal } = new AbortController();
  expect(await orSilence(async () => "answer", signal)).toBe("answer");
  await expect(orSilence(() => Promise.reject(new Error("fault")), signal)).rejects.toThrow("fault");
});

test("who says nothing for long is given up, and who gives news is not", async () => {
  const { signal } = new AbortController();
  expect(await orSilence(() => never, signal, 1)).toBeUndefined();
  let news: ReturnType<typeof setInterval> | undefined;
  const slow = (onNews: () => void) => {
    news = setInterval(onNews, 1);
    return new Promise<string>((resolve) => setTimeout(() => resolve("late"), 400));
  };
  expect(await orSilence(slow, signal, 20)).toBe("late");
  clearInterval(news);
});

test("a cancel is not waited for", async () => {
  const cancel = new AbortController();
  const answer = orSilence(() => never, cancel.signal);
  cancel.abort();
  expect(await answer).toBeUndefined();
  expect(await orSilence(() => never, cancel.signal)).toBeUndefined();
});
