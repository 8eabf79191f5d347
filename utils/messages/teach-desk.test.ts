import { describe, expect, it, vi } from "vitest";
import { createTeachDesk, type TeachServices } from "./teach-desk.ts";

const us = { id: "abc", root: "chrome-extension://abc/" };
const panel = { id: "abc", url: "chrome-extension://abc/sidepanel.html" };
const page = { id: "abc", url: "https://sis.example.org/roster", tab: { id: 7 }, frameId: 0 };

const desk = (given: Partial<TeachServices> = {}) => {
  const order = vi.fn(async (_tab: number, frameId: number) => ({ ok: true, value: `of ${frameId}` }));
  const inject = vi.fn(async () => [0, 4]);
  const services: TeachServices = {
    us,
    originOf: async () => "https://sis.example.org",
    isGranted: async () => true,
    inject,
    order,
    ...given,
  };
  return { ask: createTeachDesk(services), order, inject };
};
const find = { type: "teach/do", tabId: 7, command: { do: "find", language: "en", words: {} } };
const end = { type: "teach/do", tabId: 7, frameId: 4, command: { do: "end" } };

describe("who may teach", () => {
  it.each([
    ["a page", page, find],
    ["another extension", { ...panel, id: "other" }, find],
    ["nobody", {}, find],
    ["the panel with a command there is not", panel, { ...end, command: { do: "read" } }],
    ["the panel with no tab", panel, { type: "teach/do", command: { do: "end" } }],
    ["the panel with anything", panel, null],
  ])("refuses %s, and the page hears nothing of it", async (_, sender, message) => {
    const { ask, order, inject } = desk();
    expect(await ask(message, sender)).toMatchObject({ ok: false });
    expect(order).not.toHaveBeenCalled();
    expect(inject).not.toHaveBeenCalled();
  });

  it.each<[string, Partial<TeachServices>]>([
    ["is not granted", { isGranted: async () => false }],
    ["has no address", { originOf: async () => null }],
    ["is gone", { originOf: () => Promise.reject(new Error("No tab with id: 7.")) }],
  ])("puts nothing into a tab that %s", async (_, services) => {
    const { ask, order, inject } = desk(services);
    expect(await ask(find, panel)).toMatchObject({ ok: false });
    expect(await ask(end, panel)).toMatchObject({ ok: false });
    expect(order).not.toHaveBeenCalled();
    expect(inject).not.toHaveBeenCalled();
  });
});

describe("what is passed on", () => {
  it("looks for rosters in every frame, and leaves out those that do not answer", async () => {
    const order = async (_tab: number, frameId: number) => {
      if (frameId === 4) throw new Error("Could not establish connection.");
      return { ok: true, value: "of 0" };
    };
    expect(await desk({ order }).ask(find, panel)).toEqual({
      ok: true,
      value: [{ frameId: 0, found: "of 0" }],
    });
    expect(await desk().ask(find, panel)).toMatchObject({ value: [{ frameId: 0 }, { frameId: 4 }] });
  });

  it("gives an order to one frame and its answer back, and says so where nobody is there", async () => {
    const { ask, order, inject } = desk();
    expect(await ask(end, panel)).toEqual({ ok: true, value: "of 4" });
    expect(order).toHaveBeenCalledWith(7, 4, { type: "teach/order", command: { do: "end" } });
    expect(inject).not.toHaveBeenCalled();
    const gone = await desk({ order: () => Promise.reject(new Error("gone")) }).ask(end, panel);
    expect(gone).toMatchObject({ ok: false, problem: expect.stringContaining("Begin again") });
    expect(await desk({ order: async () => undefined }).ask(end, panel)).toMatchObject({ ok: false });
  });
});
