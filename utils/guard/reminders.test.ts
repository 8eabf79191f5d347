import { describe, expect, it } from "vitest";
import { compareDue, type DueEntry, dueOf, isPressing, sayDue } from "./reminders.ts";

const context = { now: "2026-11-18T16:00:00.000Z", timeZone: "America/Chicago" };
const report = (more: Partial<DueEntry>): DueEntry => ({ kind: "report", fate: "not-yet-due", ...more });
const edit = (more: Partial<DueEntry>): DueEntry => ({ kind: "edit", fate: "waiting-for-sync", ...more });
const tonight = "2026-11-19T08:00:00.000Z";

describe("dueOf", () => {
  it.each<[string, DueEntry, string | undefined, string | undefined]>([
    ["a report whose day comes", report({ expectedBy: "2026-12-01" }), "coming", "2026-12-01"],
    ["a report expected today", report({ expectedBy: "2026-11-18" }), "coming", "2026-11-18"],
    ["its day passed, roster not seen since", report({ expectedBy: "2026-11-17" }), "look", "2026-11-17"],
    [
      "not seen on a page of which a part was shown",
      report({ fate: "not-seen", expectedBy: "2026-11-17" }),
      "look",
      "2026-11-17",
    ],
    ["found missing", report({ fate: "overdue", expectedBy: "2026-11-16" }), "overdue", "2026-11-16"],
    ["a report without a day", report({ fate: "waiting-for-sync" }), "coming", undefined],
    ["a report that arrived", report({ fate: "arrived", expectedBy: "2026-11-16" }), undefined, undefined],
    ["an edit before its sync", edit({ syncAt: tonight }), "undoing", "2026-11-19"],
    [
      "an edit whose planned sync has passed",
      edit({ syncAt: "2026-11-17T08:00:00.000Z" }),
      "undoing",
      undefined,
    ],
    ["an edit that is kept", edit({ policy: "kept", syncAt: tonight }), undefined, undefined],
    ["an edit of which nobody knows", edit({ policy: "unknown" }), undefined, undefined],
    ["an edit taken back", edit({ fate: "overwritten", fateAt: context.now }), "undone", undefined],
    ["an edit that arrived", edit({ fate: "arrived" }), undefined, undefined],
  ])("%s", (_, entry, state, on) => {
    expect(dueOf(entry, context)).toEqual(state && { state, ...(on && { on }) });
  });

  it("tells of an edit that was taken back until another sync has run", () => {
    const undone = edit({ fate: "overwritten", fateAt: "2026-11-17T09:00:00.000Z" });
    expect(dueOf(undone, { ...context, since: "2026-11-17T08:00:00.000Z" })).toEqual({ state: "undone" });
    expect(dueOf(undone, { ...context, since: "2026-11-18T08:00:00.000Z" })).toBeUndefined();
  });
});

it("puts the overdue first, the longest of them before the others, and what is coming last", () => {
  const all = [
    report({ expectedBy: "2026-12-01" }),
    edit({ syncAt: tonight }),
    report({ fate: "overdue", expectedBy: "2026-11-16" }),
    report({ expectedBy: "2026-11-30" }),
    report({ fate: "overdue", expectedBy: "2026-11-12" }),
    edit({ fate: "overwritten", fateAt: context.now }),
  ].flatMap((entry) => dueOf(entry, context) ?? []);
  expect(all.sort(compareDue).map(({ state, on }) => [state, on])).toEqual([
    ["overdue", "2026-11-12"],
    ["overdue", "2026-11-16"],
    ["undone", undefined],
    ["undoing", "2026-11-19"],
    ["coming", "2026-11-30"],
    ["coming", "2026-12-01"],
  ]);
  expect(all.filter(isPressing)).toHaveLength(4);
});

it("is said with its day, in English and in Spanish", () => {
  const overdue = { state: "overdue", on: "2026-11-12" } as const;
  expect(sayDue(overdue, {}, context, "en")).toBe("Overdue since Thursday, November 12");
  expect(sayDue(overdue, {}, context, "es")).toMatch(/^Atrasado desde el jueves, 12 de noviembre/);
  const undoing = { state: "undoing", on: "2026-11-19" } as const;
  expect(sayDue(undoing, { syncAt: tonight }, context, "en")).toMatch(/^Will be undone tonight at 2:00/);
  expect(sayDue({ state: "undoing" }, {}, context, "en")).toBe("Will be undone by the next sync");
  expect(sayDue({ state: "undone" }, {}, context, "es")).toBe("Deshecho por la última sincronización");
});
