import { describe, expect, it } from "vitest";
import { coversMajority, daysPresent, monthsOf } from "./school-months.ts";

const calendar = {
  firstDay: "2026-08-19",
  lastDay: "2027-05-27",
  weekdays: [1, 2, 3, 4, 5],
  holidays: [
    { from: "2026-09-07", to: "2026-09-07" },
    { from: "2026-12-21", to: "2027-01-01" },
  ],
};

describe("the instructional days of a month", () => {
  const months = monthsOf(calendar);

  it.each([
    ["AUG", 9],
    ["SEP", 21],
    ["OCT", 22],
    ["DEC", 14],
    ["JAN", 20],
    ["MAY", 19],
  ])("of %s are %i", (month, count) => {
    expect(months?.get(month)).toHaveLength(count);
  });

  it("are none outside the school year", () => {
    expect(months?.get("JUN")).toBeUndefined();
    expect(months?.get("JUL")).toBeUndefined();
  });

  it.each([
    ["2000-01-01", "2099-12-31"],
    ["2027-05-27", "2026-08-19"],
    ["", "2027-05-27"],
  ])("cannot be told of a calendar from %s to %s", (firstDay, lastDay) => {
    expect(monthsOf({ ...calendar, firstDay, lastDay })).toBeUndefined();
  });
});

describe("the majority of a month", () => {
  const months = monthsOf(calendar);
  const october = months?.get("OCT") ?? [];
  const stay = (from?: string, to?: string) => [{ from, to }];

  it.each([
    // October 2026 has 22 instructional days; the 11th of them is the 15th.
    [stay(undefined, "2026-10-15"), 11, false],
    [stay(undefined, "2026-10-16"), 12, true],
    [stay("2026-10-16"), 11, false],
    [stay("2026-10-15"), 12, true],
    [stay("2026-11-01"), 0, false],
    [stay(), 22, true],
    [[...stay(undefined, "2026-10-07"), ...stay("2026-10-22")], 12, true],
    [[...stay(undefined, "2026-10-08"), ...stay("2026-10-05", "2026-10-09")], 7, false],
  ])("%j has %i days: %s", (stays, days, expected) => {
    expect(daysPresent(october, stays)).toBe(days);
    expect(coversMajority(october, stays)).toBe(expected);
  });

  it("is exact at half: nine days of August need five", () => {
    const august = months?.get("AUG") ?? [];
    expect(coversMajority(august, stay("2026-08-25"))).toBe(true);
    expect(coversMajority(august, stay("2026-08-26"))).toBe(false);
  });
});
