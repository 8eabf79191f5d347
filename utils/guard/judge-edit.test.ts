import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../policy/default-policy.ts";
import { leaForTests } from "../policy/lea-for-tests.ts";
import type { MergePolicy } from "../policy/merge-policy.ts";
import { cliEngage } from "../portals/cli-engage.ts";
import { answerIntent, sayReported } from "./answer-intent.ts";
import type { EditIntent } from "./edit.ts";
import { evaluationInstant } from "./evaluation-instant.ts";
import { type GuardContext, judgeEdit } from "./judge-edit.ts";
import { sayNotice } from "./say-notice.ts";

const settings = leaForTests.portals[0];
if (settings === undefined) throw new Error("The test LEA has a portal.");

/** Friday, November 20, 2026, 10:00 in the morning in Texas. */
const context: GuardContext = {
  profile: cliEngage,
  settings,
  policy: leaForTests,
  now: "2026-11-20T16:00:00.000Z",
};
const edit = (part: Partial<EditIntent>): EditIntent => ({
  change: "correct-details",
  studentId: "0012345",
  sectionId: "CLS-7",
  schoolId: "101",
  ...part,
});
const as = (policy: MergePolicy): GuardContext => ({
  ...context,
  settings: { ...settings, mergePolicy: { "*": policy } },
  profile: { ...cliEngage, mergePolicy: {} },
});

describe("evaluationInstant", () => {
  it.each([
    ["2026-11-20T16:00:00Z", undefined, "2026-11-20T16:00:00.000Z"],
    ["2026-11-20T16:00:00Z", "2026-11-20T08:00:00Z", "2026-11-20T16:00:00.000Z"],
    ["2026-11-20T16:00:00Z", "2026-11-23T08:00:00Z", "2026-11-23T08:00:00.000Z"],
    ["2026-11-20T16:00:00Z", "yesterday", "2026-11-20T16:00:00.000Z"],
  ])("of %s with the feed of %s is %s", (now, lastSync, expected) => {
    expect(evaluationInstant(now, lastSync)).toBe(expected);
  });
});

describe("judgeEdit", () => {
  it.each<[string, EditIntent, GuardContext, object]>([
    [
      "a first name: undone by Monday's sync, a report shows after Thanksgiving",
      edit({ field: "firstName" }),
      context,
      { policy: "overwritten", syncAt: "2026-11-23T08:00:00.000Z", expectedBy: "2026-11-30" },
    ],
    [
      "a withdrawal",
      edit({ change: "withdraw", field: "status" }),
      context,
      { policy: "overwritten", syncAt: "2026-11-23T08:00:00.000Z", expectedBy: "2026-11-23" },
    ],
    [
      "a new student, for whom the LEA has no procedure",
      edit({ change: "enroll-new-student", studentId: "" }),
      context,
      { policy: "overwritten", syncAt: "2026-11-23T08:00:00.000Z" },
    ],
    [
      "the portal says that Monday's feed has run: Tuesday's decides",
      edit({ field: "firstName" }),
      { ...context, lastSync: "2026-11-23T08:00:00Z" },
      { policy: "overwritten", syncAt: "2026-11-24T08:00:00.000Z", expectedBy: "2026-12-01" },
    ],
    [
      "kept: no sync matters",
      edit({ field: "note" }),
      as("kept"),
      { policy: "kept", expectedBy: "2026-11-30" },
    ],
    ["purpose", edit({ field: "note" }), as("purpose"), { policy: "purpose", expectedBy: "2026-11-30" }],
    ["locked", edit({ field: "note" }), as("locked"), { policy: "locked", expectedBy: "2026-11-30" }],
    [
      "nobody has said",
      edit({ field: "note" }),
      { ...as("kept"), settings },
      { policy: "unknown", expectedBy: "2026-11-30" },
    ],
    [
      "an LEA's word for withdrawals, whatever control makes them",
      edit({ change: "withdraw" }),
      { ...context, settings: { ...settings, mergePolicy: { status: "kept" } } },
      { policy: "kept", expectedBy: "2026-11-23" },
    ],
    [
      "an LEA's word for new rows",
      edit({ change: "enroll-new-student" }),
      { ...context, settings: { ...settings, mergePolicy: { "add-student": "kept" } } },
      { policy: "kept" },
    ],
  ])("%s", (_, intent, given, verdict) => expect(judgeEdit(intent, given)).toEqual(verdict));
});

describe("answerIntent", () => {
  const warningOf = (intent: EditIntent, given = context, language: "en" | "es" = "en") =>
    answerIntent(intent, given, language).warning;

  it.each<[EditIntent, string]>([
    [
      edit({ field: "firstName" }),
      "The next sync, on Monday, November 23, at 2:00 AM, will change this first name back, unless your LEA's files have the correction by then.",
    ],
    [
      edit({ field: "id" }),
      "The files know students by this Student Internal ID. The next sync, on Monday, November 23, at 2:00 AM, will undo this change, or add the student a second time.",
    ],
    [
      edit({ change: "withdraw", field: "status" }),
      "The next sync, on Monday, November 23, at 2:00 AM, will set this student to Active again, unless your LEA's files have the withdrawal by then.",
    ],
    [
      edit({ change: "enroll-new-student", studentId: "" }),
      "The next sync, on Monday, November 23, at 2:00 AM, will remove this student again, unless your LEA's files have the student by then.",
    ],
    [
      edit({ field: "constructor" }),
      "The next sync, on Monday, November 23, at 2:00 AM, will change this value back, unless your LEA's files have the correction by then.",
    ],
  ])("warns of %j", (intent, warning) => expect(warningOf(intent)).toBe(warning));

  it.each([
    ["2026-11-23T20:00:00Z", "The next sync, tonight at 2:00 AM (Tuesday, November 24), will change"],
    ["2026-11-24T07:30:00Z", "The next sync, tonight at 2:00 AM (Tuesday, November 24), will change"],
    ["2026-11-24T20:00:00Z", "The next sync, on Monday, November 30, at 2:00 AM, will change"],
    ["2026-12-18T20:00:00Z", "The next sync, on Tuesday, January 5, 2027, at 2:00 AM, will change"],
    ["2027-03-13T20:00:00Z", "The next sync, on Monday, March 15, at 2:00 AM, will change"],
  ])("at %s says when", (now, start) => {
    expect(warningOf(edit({ field: "firstName" }), { ...context, now })?.slice(0, start.length)).toBe(start);
  });

  it("warns in Spanish", () => {
    expect(warningOf(edit({ field: "birthDate" }), { ...context, now: "2026-11-23T20:00:00Z" }, "es")).toBe(
      "La próxima sincronización, esta noche a las 2:00 a.m. (martes, 24 de noviembre), deshará el cambio en esta fecha de nacimiento, salvo que para entonces la corrección esté en los archivos de su LEA.",
    );
  });

  it("is silent where the edit lasts, and honest where nobody knows", () => {
    expect(warningOf(edit({ field: "note" }), as("kept"))).toBeUndefined();
    expect(warningOf(edit({ field: "note" }), as("purpose"))).toBeUndefined();
    expect(warningOf(edit({ field: "gender" }), as("locked"))).toMatch(
      /^This gender is kept by your LEA's files/,
    );
    expect(warningOf(edit({ field: "note" }), { ...as("kept"), settings })).toMatch(
      /^Nobody has told Rosterguard/,
    );
  });

  it("says so when no sync is planned", () => {
    const closed = [{ name: "Closed", from: "2026-01-01", to: "2029-12-31" }];
    const policy = { ...leaForTests, calendar: { ...leaForTests.calendar, holidays: closed } };
    const { warning, verdict, report } = answerIntent(
      edit({ field: "gender" }),
      { ...context, policy },
      "en",
    );
    expect(warning).toMatch(/^The next sync, for which no date is planned, will change this gender back/);
    expect(verdict.expectedBy).toBeUndefined();
    expect(report.lines).toContain("No date can be given: the school calendar ends, or no sync is planned.");
  });

  it("hands over the procedure of this kind of change for this school", () => {
    const { report } = answerIntent(edit({ field: "firstName" }), context, "en", { className: "Pre-K A.M." });
    expect(report.lines).toEqual([
      "Report it to Ana Peña, Campus registrar (ana@lea.example).",
      "Include: the student's legal name; what is right.",
      "If you report it today, expect the change by Monday, November 30.",
    ]);
    expect(report.channels.map(({ kind }) => kind)).toEqual(["mail"]);
    expect(report.draft).toContain("Class: Pre-K A.M.");
    expect(report.draft).toContain("What to correct: first name");
  });

  it("never puts the student's Internal ID in what may be sent or copied", () => {
    for (const change of ["correct-details", "withdraw", "move-between-classes"] as const) {
      for (const language of ["en", "es"] as const) {
        expect(JSON.stringify(answerIntent(edit({ change, field: "id" }), context, language))).not.toContain(
          "0012345",
        );
      }
    }
  });

  it("says honestly that the LEA has told no procedure", () => {
    const { report } = answerIntent(edit({ change: "missing-class" }), context, "en");
    expect(report.lines).toEqual([
      "Your LEA has not told Rosterguard its procedure for this kind of change. Ask your campus registrar or your LEA's data team.",
    ]);
    expect(report.channels).toEqual([]);
  });

  it("notes a report with its date", () => {
    expect(sayReported("2026-11-30", "2026-11-20", "en")).toBe(
      "Noted: reported today. The change should show by Monday, November 30.",
    );
    expect(sayReported(undefined, "2026-11-20", "es")).toBe("Anotado: avisado hoy.");
  });
});

describe("sayNotice", () => {
  it("tells how the roster is fed, when next, and whom to tell", () => {
    expect(sayNotice(context, "en")).toEqual({
      title: "This roster is filled automatically",
      lines: [
        "Test ISD sends enrollment files to CLI Engage on a regular schedule, and they fill this roster.",
        "Next update: Monday, November 23, at 2:00 AM.",
        "Changes made by hand here are overwritten by that update.",
        "To report a change, use “Report this change instead” beside the field. Whom to tell: Data team, Campus registrar, Front office.",
        "Expect a reported change within 1 to 3 school days, depending on its kind.",
      ],
    });
  });

  it("names the one contact there is", () => {
    const withdraw = leaForTests.procedures.withdraw;
    if (withdraw === undefined) throw new Error("The test LEA has a procedure for withdrawals.");
    const policy = { ...leaForTests, procedures: { withdraw } };
    expect(sayNotice({ ...context, policy }, "en").lines.slice(-2)).toEqual([
      "To report a change, contact Front office (+1 (512) 555-0100 ext. 12).",
      "Expect a reported change within 1 school day.",
    ]);
  });

  it("does not say that edits are overwritten where they are not", () => {
    expect(sayNotice(as("kept"), "en").lines.join()).not.toContain("overwritten");
  });

  it("says honestly that the LEA has told nothing, in Spanish too", () => {
    const policy = defaultPolicy("America/Chicago", "es");
    expect(sayNotice({ ...context, policy }, "es").lines).toEqual([
      "Su LEA envía archivos de inscripción a CLI Engage de manera regular, y con ellos se llena esta lista.",
      "Próxima actualización: lunes, 23 de noviembre, a las 2:00 a.m.",
      "Esa actualización sobrescribe los cambios hechos a mano aquí.",
      "Su LEA no ha indicado a Rosterguard su procedimiento para avisar de cambios. Pregunte a la persona encargada del registro en su escuela o al equipo de datos de su LEA.",
    ]);
  });
});
