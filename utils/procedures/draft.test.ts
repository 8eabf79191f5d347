import { describe, expect, it } from "vitest";
import { leaForTests } from "../policy/lea-for-tests.ts";
import { type Channel, type Policy, Procedure } from "../policy/policy.ts";
import { type DraftSubject, draftReport } from "./draft.ts";
import { longestMailto, mailtoAddress, telephoneAddress } from "./draft-channels.ts";
import { procedureFor } from "./procedure-for.ts";
import { draftReminder, sayReminderEvent } from "./reminder.ts";

const about: DraftSubject = {
  change: "correct-details",
  field: "birthDate",
  portal: "CLI Engage",
  schoolId: "101",
  sectionId: "CLS-7",
  className: "Peña Pre-K A.M.",
  reportedOn: "2026-11-20",
  expectedBy: "2026-11-30",
};
const draftOf = (subject: DraftSubject, language: Policy["language"] = "en") =>
  draftReport(subject, procedureFor(subject.change, subject.schoolId, leaForTests), leaForTests, language);

describe("draftReport", () => {
  it("tells place, kind and dates, and leaves blanks for everything about the student", () => {
    const { subject, body, text } = draftOf(about);
    expect(subject).toBe("Roster change: Correct a student's details, Oak Elementary, Peña Pre-K A.M.");
    expect(body.split("\n")).toEqual([
      "Hello Ana Peña,",
      "",
      "Please make this change in the student information system, so that the roster files carry it to CLI Engage.",
      "",
      "Kind of change: Correct a student's details",
      "What to correct: date of birth",
      "School: Oak Elementary",
      "Class: Peña Pre-K A.M.",
      "Reported on: Friday, November 20, 2026",
      "Expected in the roster by: Monday, November 30",
      "",
      "Please include (fill in before sending):",
      "The student's legal name: ____",
      "What is right: ____",
      "",
      "Thank you.",
    ]);
    expect(text).toBe(`${subject}\n\n${body}\n`);
  });

  it("speaks Spanish", () => {
    const { subject, body } = draftOf(about, "es");
    expect(subject).toBe(
      "Cambio en la lista de clase: Corregir los datos de un estudiante, Oak Elementary, Peña Pre-K A.M.",
    );
    expect(body).toContain("Hola, Ana Peña:");
    expect(body).toContain("Qué corregir: fecha de nacimiento");
    expect(body).toContain("Fecha del aviso: viernes, 20 de noviembre de 2026");
    expect(body).toContain("Se espera en la lista a más tardar: lunes, 30 de noviembre");
  });

  it("links mail with its subject and body", () => {
    const { channels, subject, body } = draftOf(about);
    expect(channels).toHaveLength(1);
    const href = channels[0]?.href ?? "";
    const url = new URL(href);
    expect(url.pathname).toBe("ana@lea.example");
    expect(url.searchParams.get("subject")).toBe(subject);
    expect(url.searchParams.get("body")).toBe(body.replaceAll("\n", "\r\n"));
    expect(channels[0]?.label).toBe("Write to Ana Peña, Campus registrar");
  });

  it("links a call", () => {
    expect(draftOf({ ...about, change: "withdraw" }).channels).toEqual([
      {
        kind: "phone",
        label: "Call Front office: +1 (512) 555-0100 ext. 12",
        href: "tel:+15125550100;ext=12",
      },
    ]);
  });

  it("links forms and tickets, and names a ticket's mark", () => {
    const channels: Channel[] = [
      { kind: "form", url: "https://forms.lea.example/roster" },
      { kind: "ticket", url: "https://help.lea.example", mark: "Automated Rostering" },
      { kind: "mail" },
    ];
    const contact = { role: "Data team" };
    const procedure = Procedure.parse({ contact, channels, include: [], expectedSchoolDays: 1 });
    const draft = draftReport(about, { configured: true, procedure, contact }, leaForTests, "en");
    expect(draft.channels).toEqual([
      { kind: "form", label: "Open the web form", href: "https://forms.lea.example/roster" },
      {
        kind: "ticket",
        label: "Open a ticket marked “Automated Rostering”",
        href: "https://help.lea.example",
      },
    ]);
    expect(draft.body).toContain("Correct value: ____");
  });

  it("has text to copy, but no channel, where the LEA has told no procedure", () => {
    const draft = draftOf({ ...about, change: "missing-class" });
    expect(draft.channels).toEqual([]);
    expect(draft.text).toContain("Kind of change: Add a missing class");
  });

  it("puts what a page calls its class on one short line", () => {
    const { subject, body } = draftOf({ ...about, className: `A\r\nBcc: x@y.example\n${"z".repeat(500)}` });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(body.split("\n").filter((line) => line.startsWith("Bcc"))).toEqual([]);
    expect(Math.max(...body.split("\n").map((line) => line.length))).toBeLessThan(120);
  });
});

describe("addresses", () => {
  it.each([
    ["ñ", 5000],
    ["%", 3000],
    ["😀", 2000],
    ["a\n", 4000],
  ])("keeps a mailto of many %j below the limit, cut between lines", (text, times) => {
    const href = mailtoAddress("a@b.example", "Subject", `first\n${text.repeat(times)}\nlast`);
    expect(href.length).toBeLessThan(longestMailto);
    expect(decodeURIComponent(href)).toContain("body=first");
    expect(() => new URL(href)).not.toThrow();
  });

  it("takes half a surrogate pair and an ampersand for what they are", () => {
    expect(mailtoAddress("a@b.example", "Q&A \uD83D", "x")).toBe(
      "mailto:a@b.example?subject=Q%26A%20%EF%BF%BD&body=x",
    );
  });

  it.each([
    ["512-555-0100", "tel:5125550100"],
    ["(512) 555-0100 x 7", "tel:5125550100;ext=7"],
    ["+52 55 1234 5678", "tel:+525512345678"],
  ])("%s", (phone, href) => expect(telephoneAddress(phone)).toBe(href));
});

describe("reminders", () => {
  const lookup = procedureFor(about.change, about.schoolId, leaForTests);

  it("asks after the change and repeats the report", () => {
    const reminder = draftReminder(
      { ...about, expectedBy: "2026-11-30" },
      lookup,
      leaForTests,
      "2026-12-01",
      "en",
    );
    expect(reminder.subject).toMatch(/^Reminder: Roster change: /);
    expect(reminder.body).toContain(
      "Hello Ana Peña,\n\nOn Friday, November 20 I reported the change below. It was expected in the roster by Monday, November 30 and is not there yet.",
    );
    expect(reminder.body).toContain("What to correct: date of birth");
    expect(decodeURIComponent(reminder.channels[0]?.href ?? "")).toContain("subject=Reminder: ");
  });

  it("words the calendar entry", () => {
    const event = sayReminderEvent(
      { ...about, expectedBy: "2026-11-30", who: "Ana Peña, Campus registrar" },
      "es",
    );
    expect(event.summary).toBe("Revisar la lista: Corregir los datos de un estudiante");
    expect(event.description).toContain("viernes, 20 de noviembre");
  });
});
