import { describe, expect, it } from "vitest";
import type { Language } from "../procedures/say-date.ts";
import { type DriftEntry, isDrifting, sayDrift } from "./say-drift.ts";

const edit: DriftEntry = { kind: "edit", fate: "waiting-for-sync", policy: "overwritten" };

describe("isDrifting", () => {
  it.each<[string, DriftEntry, boolean]>([
    ["a saved edit that the sync overwrites", edit, true],
    ["an edit kept from before policies were noted", { kind: "edit", fate: "waiting-for-sync" }, true],
    ["an edit that the sync keeps", { ...edit, policy: "kept" }, false],
    ["an edit of which nobody knows", { ...edit, policy: "unknown" }, false],
    ["an edit that was undone already", { ...edit, fate: "overwritten" }, false],
    ["an edit that the files carry by now", { ...edit, fate: "arrived" }, false],
    ["a report", { kind: "report", fate: "waiting-for-sync", policy: "overwritten" }, false],
  ])("%s", (_, entry, drifts) => expect(isDrifting(entry)).toBe(drifts));
});

describe("sayDrift", () => {
  const plan = {
    next: "2026-11-20T08:00:00.000Z",
    now: "2026-11-19T16:00:00.000Z",
    timeZone: "America/Chicago",
  };
  it.each<[string, DriftEntry[], Partial<typeof plan> | { next: undefined }, Language, string | undefined]>([
    ["nothing drifts", [{ ...edit, fate: "arrived" }], {}, "en", undefined],
    [
      "one",
      [edit],
      {},
      "en",
      "1 edit made here will be undone by the next sync: tonight at 2:00 AM (Friday, November 20).",
    ],
    [
      "three, with a report among them",
      [edit, edit, { kind: "report", fate: "waiting-for-sync" }, edit],
      {},
      "en",
      "3 edits made here will be undone by the next sync: tonight at 2:00 AM (Friday, November 20).",
    ],
    [
      "none planned",
      [edit],
      { next: undefined },
      "en",
      "1 edit made here will be undone by the next sync, for which no date is planned.",
    ],
  ])("%s", (_, entries, change, language, said) => {
    const told = sayDrift(entries, { ...plan, ...change }, language);
    expect(told?.replaceAll("\u202f", " ")).toBe(said);
  });

  it("says it in Spanish, with the count and the day", () => {
    const told = sayDrift([edit, edit], plan, "es");
    expect(told).toContain("deshará 2 cambios hechos a mano aquí");
    expect(told).toContain("20 de noviembre");
  });
});
