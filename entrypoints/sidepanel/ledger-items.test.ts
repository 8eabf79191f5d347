import { describe, expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { KeptEntry, LedgerEntry } from "../../utils/messages/desk-store.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { inOrder, planAll, toLedgerItem } from "./ledger-items.ts";

const policy = demoPolicy as unknown as Policy;
const now = "2026-11-18T16:00:00.000Z";

const report = (entry: Partial<LedgerEntry>): KeptEntry => ({
  origin: "http://127.0.0.1:4173",
  entry: {
    id: "e1",
    kind: "report",
    change: "withdraw",
    policy: "overwritten",
    at: "2026-11-12T16:00:00.000Z",
    expectedBy: "2026-11-16",
    schoolId: "000917101",
    sectionId: "CLS-1",
    student: "digest",
    fate: "overdue",
    ...entry,
  },
  readable: {
    studentId: "3678927",
    name: "Andrés Foster",
    sectionTitle: "Chen Full Day Pre-K",
    schoolName: "Barton Creek Elementary School",
  },
});

describe("what the panel offers for a report", () => {
  it("is a reminder once it is overdue: a mail to the campus registrar that names no student", () => {
    const { reminder, calendar } = toLedgerItem(report({}), policy, now);
    expect(calendar).toBeUndefined();
    expect(reminder?.channels[0]).toMatchObject({
      kind: "mail",
      href: expect.stringContaining("mailto:registrar.bartoncreek@bluebonnetisd.example"),
    });
    expect(reminder?.text).toContain("expected");
    expect(reminder?.text).toContain("Chen Full Day Pre-K");
    expect(JSON.stringify(reminder)).not.toMatch(/Foster|3678927/);
  });

  it("is a calendar entry for the very day while it is not yet due, without a student", () => {
    const kept = report({ fate: "not-yet-due", expectedBy: "2026-12-01" });
    const { reminder, calendar } = toLedgerItem(kept, policy, now);
    expect(reminder).toBeUndefined();
    expect(calendar?.fileName).toBe("rosterguard-2026-12-01.ics");
    expect(calendar?.content).toContain("\r\nDTSTART;VALUE=DATE:20261201\r\n");
    expect(calendar?.content).toContain("UID:e1@rosterguard");
    expect(calendar?.content).not.toMatch(/Foster|3678927|Andr/);
    expect(toLedgerItem(kept, { ...policy, language: "es" }, now).calendar?.content).toContain(
      "Revisar la lista",
    );
  });

  it.each([["arrived"], ["not-seen"]] as const)("is neither when it has %s", (fate) => {
    expect(toLedgerItem(report({ fate }), policy, now)).not.toHaveProperty("reminder");
    expect(toLedgerItem(report({ fate }), policy, now)).not.toHaveProperty("calendar");
  });
});

describe("all that is due, in one list", () => {
  const syncAt = "2026-11-19T08:00:00.000Z";
  const edit = (entry: Partial<LedgerEntry>) => {
    const { expectedBy: _, ...rest } = report({ kind: "edit", fate: "waiting-for-sync", ...entry }).entry;
    return { ...report({}), entry: rest };
  };
  const all = [
    report({ id: "e1", fate: "arrived" }),
    report({ id: "e2", fate: "not-yet-due", expectedBy: "2026-12-01" }),
    edit({ id: "e3", syncAt }),
    report({ id: "e4" }),
  ].map((one) => toLedgerItem(one, policy, now));

  it("has the overdue first, then what a sync undoes, then what is coming, and what is settled last", () => {
    expect(inOrder(all).map(({ id, due }) => [id, due?.text.split(",")[0]])).toEqual([
      ["e4", "Overdue since Monday"],
      ["e3", expect.stringContaining("Will be undone tonight")],
      ["e2", "Expected by Tuesday"],
      ["e1", undefined],
    ]);
  });

  it("is one calendar file: the overdue today, the others on their days, no student in it", () => {
    const { content = "", count, fileName } = planAll(inOrder(all), "2026-11-18") ?? {};
    expect([count, fileName]).toEqual([3, "rosterguard-2026-11-18-all.ics"]);
    expect(content.match(/(?<=^UID:).*(?=@)|(?<=^DTSTART;VALUE=DATE:)\d+/gm)).toEqual([
      "e4",
      "20261118",
      "e3",
      "20261119",
      "e2",
      "20261201",
    ]);
    expect(content).not.toMatch(/Foster|3678927|Andr/);
    expect(planAll([all[0]!], "2026-11-18")).toBeUndefined();
  });

  it("offers the LEA's procedure for an edit that will not last, without a student", () => {
    const { reminder } = toLedgerItem(edit({ syncAt }), policy, now);
    expect(reminder?.channels[0]).toMatchObject({ kind: "mail" });
    expect(reminder?.text).toContain("Chen Full Day Pre-K");
    expect(reminder?.text).not.toMatch(/Foster|3678927/);
    expect(toLedgerItem(edit({ policy: "kept" }), policy, now)).not.toHaveProperty("reminder");
  });
});
