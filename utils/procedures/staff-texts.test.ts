import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../policy/default-policy.ts";
import { leaForTests } from "../policy/lea-for-tests.ts";
import type { Policy } from "../policy/policy.ts";
import { cliEngage } from "../portals/cli-engage.ts";
import { saySchedule } from "./say-schedule.ts";
import { customNotification, registrarGuideline, staffMessage, ticketText } from "./staff-texts.ts";

const settings = leaForTests.portals[0];
if (settings === undefined) throw new Error("The test LEA has a portal.");
const context = { policy: leaForTests, settings, profile: cliEngage };
const nobody: Policy = defaultPolicy("America/Chicago");

describe("saySchedule", () => {
  it.each([
    [[1, 2, 3, 4, 5], true, "en", "on Monday, Tuesday, Wednesday, Thursday, and Friday at 2:00 AM"],
    [[5, 1], false, "en", "on Monday and Friday at 2:00 AM, except on school holidays"],
    [[0, 1, 2, 3, 4, 5, 6], true, "en", "every day at 2:00 AM"],
    [[1, 5], false, "es", "los días lunes y viernes a las 2:00 a.m., salvo en días festivos escolares"],
  ] as const)("%j, holidays %s, %s", (weekdays, onHolidays, language, words) => {
    expect(saySchedule({ weekdays: [...weekdays], at: "02:00", onHolidays }, language)).toBe(words);
  });

  it("says one o'clock in the singular in Spanish", () => {
    expect(saySchedule({ weekdays: [1], at: "01:15", onHolidays: true }, "es")).toBe(
      "los días lunes a la 1:15 a.m.",
    );
  });
});

describe("staff texts", () => {
  it("marks the ticket as the vendor asks, in every language", () => {
    for (const language of ["en", "es"] as const) {
      const { subject, body } = ticketText(context, language);
      expect(subject).toMatch(/^Automated Rostering: /);
      expect(body).toContain("Automated Rostering");
      expect(body).toContain("Test ISD (000001)");
      expect(body).toContain("America/Chicago");
    }
  });

  it("tells the staff what the LEA configured, and nothing else", () => {
    const message = staffMessage(context, "en");
    expect(message).toContain("Test ISD uses automated rostering");
    expect(message).toContain(
      "- Correct a student's details: Data team (data@lea.example); expect it within 3 school days. Include: the student's legal name; what is right",
    );
    expect(message).toContain(
      "- Withdraw a student: Front office (+1 (512) 555-0100 ext. 12); expect it within 1 school day",
    );
    expect(message).not.toContain("Add a missing class");
  });

  it("gives registrars each kind of change, its contacts by school, and what is not set down", () => {
    const sheet = registrarGuideline(context, "en");
    expect(sheet).toContain("- Requests go to: Ana Peña, Campus registrar (Oak Elementary)");
    expect(sheet).toContain("- Teachers expect to see the change within 1 school day.");
    expect(sheet).toContain("- Note: Call before 3 p.m.\n");
    expect(sheet).toMatch(/Not set down yet: Enroll a new student; .*Add a missing class\.$/);
  });

  it("writes a short notification", () => {
    const text = customNotification(context, "es");
    expect(text).toContain("Test ISD");
    expect(text).toContain("Front office; Data team");
    expect(text.length).toBeLessThan(400);
  });

  it("says honestly that an LEA has set nothing down", () => {
    const empty = { ...context, policy: nobody };
    expect(staffMessage(empty, "en")).toContain("your LEA uses automated rostering");
    expect(staffMessage(empty, "en")).toContain("We have not yet set down whom to tell.");
    expect(customNotification(empty, "en")).toContain("your campus registrar");
  });

  it("never leaves a hole or a double stop", () => {
    for (const language of ["en", "es"] as const) {
      const { subject, body } = ticketText(context, language);
      const texts = [subject, body, staffMessage(context, language), registrarGuideline(context, language)];
      for (const text of [...texts, customNotification(context, language)]) {
        expect(text).not.toMatch(/[{}]|\.\.|undefined/);
      }
    }
  });
});
