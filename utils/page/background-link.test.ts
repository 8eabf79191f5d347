import { afterEach, expect, test, vi } from "vitest";
import { type ExtensionApi, hearNews, linkToBackground, watchExtension } from "./background-link.ts";

const hello = { type: "portal/hello", url: "https://portal.example/" } as const;
const answering = (answer: () => unknown): ExtensionApi => ({
  runtime: { id: "x", sendMessage: async () => answer(), connect: vi.fn() },
});

afterEach(() => vi.useRealTimers());

test.each<[string, ExtensionApi, boolean]>([
  ["an answer", answering(() => ({ ok: true, value: null })), true],
  ["a problem", answering(() => ({ ok: false, problem: "Not now." })), false],
  ["nothing", answering(() => undefined), false],
  ["something else", answering(() => "yes"), false],
  [
    "an error",
    answering(() => {
      throw new Error("Extension context invalidated.");
    }),
    false,
  ],
  ["no runtime at all", {}, false],
])("asking and getting %s never throws", async (_name, api, ok) => {
  expect((await linkToBackground(api).ask<"portal/hello">(hello)).ok).toBe(ok);
});

test("an extension that is gone is noticed once", () => {
  vi.useFakeTimers();
  let id: string | undefined = "x";
  const api: ExtensionApi = {
    get runtime() {
      return { id, sendMessage: vi.fn(), connect: vi.fn() };
    },
  };
  const onGone = vi.fn();
  watchExtension(linkToBackground(api), onGone, new AbortController().signal);
  vi.advanceTimersByTime(3000);
  expect(onGone).not.toHaveBeenCalled();
  id = undefined;
  vi.advanceTimersByTime(5000);
  expect(onGone).toHaveBeenCalledOnce();
  expect(() => linkToBackground(api).connect("port")).toThrow(/updated or switched off/);
});

test.each<[string, unknown, { id?: string; tab?: unknown }, boolean]>([
  ["the background", { type: "portal/news" }, { id: "x" }, true],
  ["another extension", { type: "portal/news" }, { id: "y" }, false],
  ["nobody", { type: "portal/news" }, {}, false],
  ["a tab", { type: "portal/news" }, { id: "x", tab: {} }, false],
  ["the background, of something else", { type: "other" }, { id: "x" }, false],
  ["the background, of nothing", null, { id: "x" }, false],
])("news of %s", (_from, message, sender, isHeard) => {
  let tell: (message: unknown, sender: { id?: string; tab?: unknown }, answer: () => void) => unknown =
    () => {};
  const hear = (given: typeof tell) => {
    tell = given;
  };
  const runtime = { id: "x", sendMessage: vi.fn(), connect: vi.fn() };
  const api = {
    runtime: { ...runtime, onMessage: { addListener: hear } },
  };
  const onNews = vi.fn();
  const life = new AbortController();
  hearNews(api, onNews, life.signal);
  tell(message, sender, () => {});
  expect(onNews).toHaveBeenCalledTimes(isHeard ? 1 : 0);
  life.abort();
  tell(message, sender, () => {});
  expect(onNews).toHaveBeenCalledTimes(isHeard ? 1 : 0);
});
