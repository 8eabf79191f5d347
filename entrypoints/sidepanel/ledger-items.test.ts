import { describe, expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { KeptEntry, LedgerEntry } from "../../utils/messages/desk-store.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { toLedgerItem } from "./ledger-items.ts";

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
