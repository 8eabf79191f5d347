import { describe, expect, it } from "vitest";
import type { SchoolCalendar } from "../policy/policy.ts";
import { addDays, weekdayOf } from "./iso-date.ts";
import { addSchoolDays, isSchoolDay } from "./school-days.ts";

/** 2026-11-22 is a Sunday; Thanksgiving is Thursday the 26th. */
const calendar: SchoolCalendar = {
  firstDay: "2026-08-12",
  lastDay: "2027-05-27",
  weekdays: [1, 2, 3, 4, 5],
  holidays: [
    { name: "Thanksgiving", from: "2026-11-25", to: "2026-11-27" },
    { name: "Winter break", from: "2026-12-21", to: "2027-01-04" },
  ],
};

describe("iso dates", () => {
  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-03-14", 1, "2027-03-15"],
    ["2026-01-01", -1, "2025-12-31"],
  ])("%s and %i days are %s", (date, days, result) => expect(addDays(date, days)).toBe(result));

  it.each([
    ["2026-11-22", 0],
    ["2026-11-26", 4],
    ["1969-12-31", 3],
    ["2024-02-29", 4],
  ])("%s is day %i of the week", (date, weekday) => expect(weekdayOf(date)).toBe(weekday));
});

describe("isSchoolDay", () => {
  it.each([
    ["2026-11-20", true, "a Friday"],
    ["2026-11-21", false, "a Saturday"],
    ["2026-11-24", true, "the last day before the break"],
    ["2026-11-25", false, "the break's first day"],
    ["2026-11-27", false, "the break's last day"],
    ["2026-11-30", true, "the Monday after"],
    ["2026-08-11", false, "the day before the first"],
    ["2026-08-12", true, "the first day"],
    ["2027-05-27", true, "the last day"],
    ["2027-05-28", false, "the day after the last"],
  ])("%s: %s (%s)", (date, expected) => expect(isSchoolDay(date, calendar)).toBe(expected));

  it("knows a school that meets on Saturdays", () => {
    expect(isSchoolDay("2026-11-21", { ...calendar, weekdays: [2, 3, 4, 5, 6] })).toBe(true);
    expect(isSchoolDay("2026-11-23", { ...calendar, weekdays: [2, 3, 4, 5, 6] })).toBe(false);
  });
});

describe("addSchoolDays", () => {
  it.each<[string, number, string | undefined, string]>([
    ["2026-11-16", 3, "2026-11-19", "inside a week"],
    ["2026-11-19", 3, "2026-11-24", "over a weekend"],
    ["2026-11-20", 3, "2026-11-30", "over a weekend and Thanksgiving"],
    ["2026-11-22", 1, "2026-11-23", "from a Sunday"],
    ["2026-11-24", 1, "2026-11-30", "from the day before the break"],
    ["2026-11-26", 2, "2026-12-01", "from inside the break"],
    ["2026-12-18", 3, "2027-01-07", "over the year's end"],
    ["2026-07-01", 1, "2026-08-12", "from the summer before"],
    ["2026-11-22", 0, "2026-11-22", "none: the same day"],
    ["2027-05-26", 1, "2027-05-27", "up to the last day"],
    ["2027-05-26", 2, undefined, "beyond the last day"],
    ["2027-06-10", 1, undefined, "from the summer after"],
  ])("%s and %i are %s (%s)", (date, n, expected) => expect(addSchoolDays(date, n, calendar)).toBe(expected));

  it("ends on a calendar without any school day", () => {
    expect(addSchoolDays("2026-11-22", 1, { ...calendar, weekdays: [] })).toBeUndefined();
  });

  it("passes over exactly so many school days, the last of them its answer", () => {
    for (let i = 0; i < 250; i += 1) {
      const from = addDays("2026-08-12", i);
      for (const n of [1, 3, 10]) {
        const to = addSchoolDays(from, n, calendar);
        if (to === undefined) continue;
        let passed = 0;
        for (let day = from; day < to; ) {
          day = addDays(day, 1);
          if (isSchoolDay(day, calendar)) passed += 1;
        }
        expect([passed, isSchoolDay(to, calendar)]).toEqual([n, true]);
      }
    }
  });
});
