import { describe, expect, it } from "vitest";
import { leaForTests } from "../policy/lea-for-tests.ts";
import { cliEngage } from "../portals/cli-engage.ts";
import type { Fate } from "./edit.ts";
import { type LedgerFacts, nextFate, type Observed, openEntry, outcomeOf } from "./ledger.ts";
import { sayOutcome } from "./say-outcome.ts";
import { summarise, type ToldEntry } from "./summarise.ts";

const timeZone = "America/Chicago";
/** Made on Friday the 20th at 10:00; Monday's sync at 2:00 decides; a report is due on Monday the 30th. */
const made = { at: "2026-11-20T16:00:00.000Z", syncAt: "2026-11-23T08:00:00.000Z", expectedBy: "2026-11-30" };
const before = { now: "2026-11-22T16:00:00Z", lastSync: "2026-11-20T08:00:00Z", timeZone };
const after = { now: "2026-11-23T15:00:00Z", lastSync: "2026-11-23T08:00:00Z", timeZone };
const late = { now: "2026-12-01T15:00:00Z", lastSync: "2026-12-01T08:00:00Z", timeZone };

const entry = (kind: LedgerFacts["kind"], change: LedgerFacts["change"], part: Partial<LedgerFacts> = {}) =>
  ({ kind, change, ...made, ...part }) satisfies LedgerFacts;
const active: Observed = { whole: true, present: true, status: "Active" };
const inactive: Observed = { whole: true, present: true, status: "Inactive" };
const gone: Observed = { whole: true, present: false };
const unseen: Observed = { whole: false, present: false };
const value = (valueDigest: string): Observed => ({ ...active, valueDigest });
const name = { before: "old", after: "new" };

describe("outcomeOf an edit", () => {
  it.each<[string, LedgerFacts, Observed, typeof after, Fate]>([
    ["before the sync", entry("edit", "correct-details", name), value("new"), before, "waiting-for-sync"],
    ["a name put back", entry("edit", "correct-details", name), value("old"), after, "overwritten"],
    ["a name the files have now", entry("edit", "correct-details", name), value("new"), after, "arrived"],
    [
      "a third value: still not what was typed",
      entry("edit", "correct-details", name),
      value("x"),
      after,
      "overwritten",
    ],
    [
      "a name kept by policy",
      entry("edit", "correct-details", { ...name, policy: "kept" }),
      value("new"),
      after,
      "kept",
    ],
    ["a column that is not shown", entry("edit", "correct-details", name), active, after, "not-seen"],
    [
      "a student who is not on this part of the page",
      entry("edit", "correct-details", name),
      unseen,
      after,
      "not-seen",
    ],
    ["a student added and gone", entry("edit", "enroll-new-student"), gone, after, "overwritten"],
    ["a student added and inactive", entry("edit", "enroll-new-student"), inactive, after, "overwritten"],
    ["a student added and not seen", entry("edit", "enroll-new-student"), unseen, after, "not-seen"],
    ["a student added and now in the files", entry("edit", "enroll-new-student"), active, after, "arrived"],
    ["a withdrawal undone", entry("edit", "withdraw"), active, after, "overwritten"],
    ["a withdrawal that holds", entry("edit", "withdraw"), inactive, after, "arrived"],
    ["a withdrawal and the student gone", entry("edit", "withdraw"), gone, after, "arrived"],
    ["a student who left for another class", entry("edit", "move-between-classes"), gone, after, "arrived"],
    ["and who is still here", entry("edit", "move-between-classes"), active, after, "overwritten"],
    [
      "a student to come",
      entry("edit", "move-between-classes", { arriving: true }),
      active,
      after,
      "arrived",
    ],
  ])("%s", (_, given, observed, context, fate) => expect(outcomeOf(given, observed, context)).toBe(fate));
});

describe("outcomeOf a report", () => {
  const report = { before: "old" };
  it.each<[string, LedgerFacts, Observed, typeof after, Fate]>([
    ["before the sync", entry("report", "correct-details", report), value("old"), before, "not-yet-due"],
    [
      "changed by hand before any sync",
      entry("report", "correct-details", report),
      value("new"),
      before,
      "waiting-for-sync",
    ],
    ["arrived", entry("report", "correct-details", report), value("new"), after, "arrived"],
    ["not there, not due", entry("report", "correct-details", report), value("old"), after, "not-yet-due"],
    ["not there, overdue", entry("report", "correct-details", report), value("old"), late, "overdue"],
    [
      "on the last day it is not overdue",
      entry("report", "correct-details", report),
      value("old"),
      { ...late, now: "2026-12-01T05:59:00Z", lastSync: "2026-11-30T08:00:00Z" },
      "not-yet-due",
    ],
    ["arrived late", entry("report", "withdraw"), inactive, late, "arrived"],
    ["a new student, overdue", entry("report", "enroll-new-student"), gone, late, "overdue"],
    ["not seen is never missing", entry("report", "enroll-new-student"), unseen, late, "not-seen"],
    ["a value we know nothing of", entry("report", "wrong-teacher"), active, late, "not-seen"],
    [
      "empty digests are absent",
      entry("report", "correct-details", { before: "", after: "" }),
      value("x"),
      late,
      "not-seen",
    ],
    [
      "no date: never overdue",
      { kind: "report", change: "withdraw", at: made.at },
      active,
      late,
      "not-yet-due",
    ],
  ])("%s", (_, given, observed, context, fate) => expect(outcomeOf(given, observed, context)).toBe(fate));
});

describe("which sync decides", () => {
  const edit = entry("edit", "correct-details", name);
  it.each<[string, { now: string; lastSync?: string }, Fate]>([
    ["the plan, where the page is silent", { now: "2026-11-23T08:00:00Z" }, "overwritten"],
    ["not yet, by the plan", { now: "2026-11-23T07:59:00Z" }, "waiting-for-sync"],
    [
      "a planned sync that did not run",
      { now: "2026-11-24T15:00:00Z", lastSync: "2026-11-20T08:00:00Z" },
      "waiting-for-sync",
    ],
    [
      "a sync nobody planned",
      { now: "2026-11-21T15:00:00Z", lastSync: "2026-11-21T14:00:00Z" },
      "overwritten",
    ],
    [
      "a portal ahead of our clock",
      { now: "2026-11-20T17:00:00Z", lastSync: "2026-11-23T08:00:00Z" },
      "overwritten",
    ],
    [
      "a date on the page that is none",
      { now: "2026-11-23T08:00:00Z", lastSync: "last night" },
      "overwritten",
    ],
  ])("%s", (_, context, fate) => {
    expect(outcomeOf(edit, value("old"), { ...context, timeZone })).toBe(fate);
  });

  it("is never the feed that the page had already shown when the entry was made", () => {
    const settings = leaForTests.portals[0];
    if (settings === undefined) throw new Error("The test LEA has a portal.");
    const ahead = { now: "2026-11-20T17:00:00Z", lastSync: "2026-11-23T08:00:00Z" };
    const opened = openEntry(
      { change: "withdraw", studentId: "1", sectionId: "CLS-7", schoolId: "101" },
      { profile: cliEngage, settings, policy: leaForTests, ...ahead },
    );
    expect(opened).toEqual({
      at: "2026-11-23T08:00:00.000Z",
      policy: "overwritten",
      fate: "waiting-for-sync",
      syncAt: "2026-11-24T08:00:00.000Z",
      expectedBy: "2026-11-24",
    });
    const facts: LedgerFacts = { kind: "edit", change: "withdraw", ...opened };
    expect(outcomeOf(facts, active, { ...ahead, timeZone })).toBe("waiting-for-sync");
    const nextNight = { ...ahead, lastSync: "2026-11-24T08:00:00Z", timeZone };
    expect(outcomeOf(facts, active, nextNight)).toBe("overwritten");
  });
});

describe("nextFate", () => {
  it.each<[Fate, Observed, Fate]>([
    ["waiting-for-sync", inactive, "arrived"],
    ["waiting-for-sync", unseen, "not-seen"],
    ["not-seen", active, "overwritten"],
    ["overwritten", inactive, "overwritten"],
    ["arrived", active, "arrived"],
    ["kept", active, "kept"],
  ])("from %s, seeing %j: %s", (fate, observed, next) => {
    expect(nextFate({ ...entry("edit", "withdraw"), fate }, observed, after)).toBe(next);
  });

  it("lets a page that shows less take nothing back", () => {
    expect(nextFate({ ...entry("report", "withdraw"), fate: "overdue" }, unseen, late)).toBe("overdue");
    expect(nextFate({ ...entry("report", "withdraw"), fate: "overdue" }, inactive, late)).toBe("arrived");
  });
});

describe("summarise and sayOutcome", () => {
  const told = (kind: ToldEntry["kind"], fate: Fate, part: Partial<ToldEntry> = {}): ToldEntry => ({
    kind,
    fate,
    ...part,
  });
  const said = (entries: ToldEntry[], since?: string, language: "en" | "es" = "en") =>
    sayOutcome(summarise(entries, since), "2026-11-23", language);

  it("counts, without a name", () => {
    const entries = [
      told("edit", "overwritten"),
      told("report", "arrived"),
      told("report", "not-yet-due", { expectedBy: "2026-11-30" }),
    ];
    expect(said(entries)).toBe(
      "Since the last sync: 1 edit was overwritten, 1 reported change arrived, 1 reported change is not due until Monday, November 30.",
    );
    expect(said(entries, undefined, "es")).toBe(
      "Desde la última sincronización: 1 cambio hecho a mano fue sobrescrito, 1 cambio avisado llegó, 1 cambio avisado no se espera antes del lunes, 30 de noviembre.",
    );
  });

  it.each<[ToldEntry[], string | undefined]>([
    [[], undefined],
    [[told("edit", "waiting-for-sync")], "Your changes here: 1 change waits for the next sync."],
    [[told("edit", "arrived")], "Since the last sync: 1 edit is now in the files too."],
    [[told("edit", "kept"), told("edit", "kept")], "Since the last sync: 2 edits were kept."],
    [
      [told("report", "overdue"), told("edit", "waiting-for-sync"), told("edit", "not-seen")],
      "Since the last sync: 1 reported change is overdue, 1 change could not be seen on this page, 1 change waits for the next sync.",
    ],
    [
      [
        told("report", "not-yet-due", { expectedBy: "2026-12-02" }),
        told("report", "not-yet-due", { expectedBy: "2026-11-30" }),
      ],
      "Since the last sync: 2 reported changes are not due yet, the first on Monday, November 30.",
    ],
    [
      [told("report", "not-yet-due", { expectedBy: "" })],
      "Since the last sync: 1 reported change is not due yet.",
    ],
  ])("%j", (entries, sentence) => expect(said(entries)).toBe(sentence));

  it("does not tell what an earlier sync has settled, but keeps what is open", () => {
    const entries = [
      told("edit", "overwritten", { fateAt: "2026-11-23T15:00:00.000Z" }),
      told("edit", "overwritten", { fateAt: "2026-11-24T08:00:00.000Z" }),
      told("report", "overdue", { fateAt: "2026-11-20T08:00:00.000Z" }),
    ];
    expect(summarise(entries, "2026-11-24T08:00:00Z")).toMatchObject({ overwritten: 1, overdue: 1 });
    expect(summarise(entries)).toMatchObject({ overwritten: 2, overdue: 1 });
  });

  it.each<[Fate, boolean]>([
    ["overwritten", true],
    ["overdue", true],
    ["arrived", false],
    ["not-yet-due", false],
    ["not-seen", false],
  ])("asks for attention at %s: %s", (fate, expected) => {
    expect(summarise([told("report", fate)]).needsAttention).toBe(expected);
  });
});
