import { describe, expect, it } from "vitest";
import type { ChangeKind } from "../policy/change-kinds.ts";
import { leaForTests } from "../policy/lea-for-tests.ts";
import { expectedBy } from "./expected-by.ts";
import { procedureFor } from "./procedure-for.ts";

const { calendar, timeZone } = leaForTests;
const sync = leaForTests.portals[0]?.sync;
const rules = { calendar, timeZone, ...(sync === undefined ? {} : { sync }) };

describe("expectedBy", () => {
  it.each<[string, string, number, string | undefined]>([
    ["three school days inside a week", "2026-11-16T16:00:00Z", 3, "2026-11-19"],
    ["over Thanksgiving", "2026-11-20T16:00:00Z", 3, "2026-11-30"],
    ["late in the evening counts from the local day", "2026-11-17T04:30:00Z", 3, "2026-11-19"],
    ["at once, but not before the next sync", "2026-11-16T16:00:00Z", 0, "2026-11-17"],
    ["at once on a Friday: Monday's sync", "2026-11-20T16:00:00Z", 0, "2026-11-23"],
    ["on the day before the break: the sync after it", "2026-11-24T16:00:00Z", 0, "2026-11-30"],
    ["over the year's end", "2026-12-18T16:00:00Z", 3, "2027-01-07"],
    ["after the last day of school there is no date", "2027-05-26T16:00:00Z", 3, undefined],
  ])("%s", (_, reportedAt, expectedSchoolDays, expected) => {
    expect(expectedBy(reportedAt, { expectedSchoolDays }, rules)).toBe(expected);
  });

  it("counts school days alone where no sync is known", () => {
    expect(expectedBy("2026-11-16T16:00:00Z", { expectedSchoolDays: 0 }, { calendar, timeZone })).toBe(
      "2026-11-16",
    );
  });
});

describe("procedureFor", () => {
  it.each<[ChangeKind, string, string | undefined, string]>([
    ["correct-details", "101", "Ana Peña", "the campus contact goes first"],
    ["correct-details", "102", undefined, "another campus has the general contact"],
    ["correct-details", "", undefined, "no school: the general contact"],
  ])("%s at school %j: %s (%s)", (change, school, name) => {
    const lookup = procedureFor(change, school, leaForTests);
    expect(lookup.configured && lookup.contact.name).toBe(name);
    expect(lookup.configured && lookup.contact.role).toBe(
      name === undefined ? "Data team" : "Campus registrar",
    );
  });

  it("says that a kind of change has no procedure", () => {
    expect(procedureFor("missing-class", "101", leaForTests)).toEqual({ configured: false });
  });

  it("does not send a school to a contact of other schools", () => {
    const procedure = leaForTests.procedures.withdraw;
    if (procedure === undefined) throw new Error("The test LEA has a procedure for withdrawals.");
    const only101 = { ...procedure, contact: { ...procedure.contact, schools: ["101"] } };
    const policy = { procedures: { withdraw: only101 } };
    expect(procedureFor("withdraw", "102", policy)).toEqual({ configured: false });
    expect(procedureFor("withdraw", "101", policy)).toMatchObject({ configured: true });
  });
});
