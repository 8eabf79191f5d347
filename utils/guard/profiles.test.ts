import { describe, expect, it } from "vitest";
import { leaForTests } from "../policy/lea-for-tests.ts";
import type { PortalSettings } from "../policy/policy.ts";
import { insightsClever } from "../portals/insights-clever.ts";
import { nycPortal } from "../portals/nyc-portal.ts";
import { ohioBfkLink } from "../portals/ohio-bfk-link.ts";
import type { PortalProfile } from "../portals/profile.ts";
import { selwebClever } from "../portals/selweb-clever.ts";
import { answerIntent } from "./answer-intent.ts";
import type { EditIntent } from "./edit.ts";
import type { GuardContext } from "./judge-edit.ts";
import { sayNotice } from "./say-notice.ts";
import { sayResting } from "./say-resting.ts";

/** Friday, November 20, 2026, 10:00 in the morning in Texas. */
const now = "2026-11-20T16:00:00.000Z";
const nightly = { weekdays: [0, 1, 2, 3, 4, 5, 6], at: "01:00", onHolidays: true };

const contextOf = (
  profile: PortalProfile,
  settings: Partial<PortalSettings> = {},
  page?: string,
): GuardContext => ({
  profile,
  settings: { profile: profile.id, origins: ["https://portal.example.org"], sync: nightly, ...settings },
  policy: { ...leaForTests, procedures: {} },
  now,
  ...(page === undefined ? {} : { page }),
});
const edit = (field: string | undefined, change: EditIntent["change"] = "correct-details"): EditIntent => ({
  change,
  studentId: "1",
  sectionId: "S",
  schoolId: "101",
  ...(field === undefined ? {} : { field }),
});
const judged = (context: GuardContext, intent: EditIntent, language: "en" | "es" = "en") => {
  const { verdict, warning } = answerIntent(intent, context, language);
  return [verdict.policy, warning];
};

describe("portals that Clever feeds", () => {
  it.each([insightsClever, selwebClever])(
    "$id: what Clever sends is undone tonight; the rest nobody knows",
    (profile) => {
      const context = contextOf(profile);
      for (const field of ["firstName", "birthDate", "gradeLevel", "section"]) {
        const [policy, warning] = judged(context, edit(field));
        expect(policy).toBe("overwritten");
        expect(warning).toMatch(/^The next sync, tonight at 1:00 AM/);
      }
      expect(judged(context, edit(undefined, "enroll-new-student"))[0]).toBe("overwritten");
      for (const field of ["accommodation", "constructor", "__proto__"]) {
        const [policy, warning] = judged(context, edit(field));
        expect(policy).toBe("unknown");
        expect(warning).toMatch(/^Nobody has told Rosterguard what the next sync does to this value/);
      }
    },
  );

  it("says how the roster comes, and names what is overwritten instead of all", () => {
    const { title, lines } = sayNotice(contextOf(insightsClever), "es");
    expect(title).toBe("Esta lista llega por Clever");
    expect(lines[0]).toContain("por medio de Clever");
    expect(lines.join("\n")).toMatch(/sobrescribe los cambios hechos a mano en: .*fecha de nacimiento/);
  });
});

describe("nyc-portal", () => {
  const context = contextOf(nycPortal, { sync: { weekdays: [2], at: "06:00", onHolidays: true } });

  it.each([
    ["pointPersonAttendance", "kept"],
    ["pointPersonPostsecondary", "kept"],
    ["supportLead", "kept"],
    ["officialClass", "overwritten"],
    ["name", "locked"],
    ["note", "unknown"],
  ])("%s: %s", (field, policy) => {
    const [given, warning] = judged(context, edit(field));
    expect(given).toBe(policy);
    expect(warning === undefined).toBe(policy === "kept");
  });

  it("names the Tuesday that decides, the place to put it right, and what stays", () => {
    expect(judged(context, edit("officialClass"))[1]).toMatch(
      /^The next sync, on Tuesday, November 24, at 6:00 AM/,
    );
    const text = sayNotice(context, "en").lines.join("\n");
    expect(text).toContain("Next reading of the RACL: Tuesday, November 24, at 6:00 AM.");
    expect(text).toContain("CMOD in ATS, or UTEA");
    expect(text).toMatch(/What you set here stays: attendance point person, .* and support lead\./);
    expect(text).toContain("Whoever is not shown here is not taken to be missing.");
  });
});

describe("ohio-bfk-link", () => {
  const phases = (from: string, to: string) => ({ phases: [{ id: "teacher-linkage", from, to }] });
  const at = (from: string, to: string, page = "teacher-roster") =>
    contextOf(ohioBfkLink, phases(from, to), page);
  const percent = edit("percent");

  it.each([
    ["its first day", "2026-11-20", "2026-12-01", "purpose", undefined],
    ["its last day", "2026-11-01", "2026-11-20", "purpose", undefined],
    [
      "the day before",
      "2026-11-21",
      "2026-12-01",
      "locked",
      /^Teacher Linkage opens on Saturday, November 21\./,
    ],
    [
      "the day after",
      "2026-11-01",
      "2026-11-19",
      "locked",
      /^Teacher Linkage ended on Thursday, November 19\./,
    ],
  ])("on %s an edit is %s", (_, from, to, policy, warning) => {
    const [given, said] = judged(at(from, to), percent);
    expect(given).toBe(policy);
    if (warning) expect(said).toMatch(warning);
    else expect(said).toBeUndefined();
    expect(String(said)).not.toMatch(/sync/);
  });

  it("holds a page to its own phases: setup is not open because teachers' phase is", () => {
    expect(judged(at("2026-11-01", "2026-12-01", "class-setup"), percent)[0]).toBe("unknown");
  });

  it("knows the day by the LEA's clock, not by Greenwich's", () => {
    const late = { ...at("2026-11-01", "2026-11-20"), now: "2026-11-21T03:00:00.000Z" };
    expect(judged(late, percent)[0]).toBe("purpose");
  });

  it("without dates, or on a page nobody has named, it does not know", () => {
    for (const context of [
      contextOf(ohioBfkLink, {}, "teacher-roster"),
      contextOf(ohioBfkLink, phases("2026-11-01", "2026-12-01")),
    ]) {
      const [policy, warning] = judged(context, percent, "es");
      expect([policy, policy === "purpose" ? undefined : warning]).toEqual(
        context.page === undefined
          ? ["purpose", undefined]
          : ["unknown", expect.stringMatching(/^Nadie ha indicado/)],
      );
    }
  });

  it("never opens what the student information system sends", () => {
    expect(judged(at("2026-11-01", "2026-12-01"), edit("stateId"))[0]).toBe("locked");
    expect(judged(at("2026-11-01", "2026-12-01"), edit("comment"))[0]).toBe("unknown");
  });

  it("says in the notice where today stands, and nothing of a sync", () => {
    const lines = (context: GuardContext) => sayNotice(context, "en").lines;
    expect(lines(at("2026-11-01", "2026-12-01"))[0]).toBe(
      "Teacher Linkage is open until Tuesday, December 1. Changing this roster is what the page is for.",
    );
    expect(lines(at("2026-11-01", "2026-11-02"))[0]).toMatch(/^Teacher Linkage ended on/);
    expect(lines(at("2026-11-01", "2026-12-01")).join()).not.toMatch(/overwrit|update/);
  });
});

describe("sayResting", () => {
  it.each([
    ["column Student Number", "The roster has no column “Student Number” any more."],
    ["columns 3 12", "3 of the 12 columns expected in the roster were recognised."],
    ["rows 0 23", "0 students could be read, but the page counts 23."],
    ["rows <b>x</b> 4", "4 students could be read, but the page counts ?."],
    ["table", "The roster is not where its profile looks for it."],
    ["class", "The page does not say which class this is."],
    ["Your account was suspended", "The page is not built as its profile says."],
  ])("%s", (code, because) => {
    expect(sayResting(code, "en")).toEqual({ title: "This page changed: the guard is resting", because });
  });

  it("does not say that a page changed which only hides us", () => {
    expect(sayResting("This page hides the warning.", "en").title).toBe("The guard is resting on this page");
  });
});
