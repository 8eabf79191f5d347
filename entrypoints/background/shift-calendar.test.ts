import { describe, expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import { addDays, weekdayOf } from "../../utils/procedures/iso-date.ts";
import { shiftCalendar } from "./shift-calendar.ts";

const { calendar } = demoPolicy;
const dates = ({ firstDay, lastDay, holidays }: typeof calendar): string[] => [
  firstDay,
  lastDay,
  ...holidays.flatMap(({ from, to }) => [from, to]),
];

describe("shiftCalendar", () => {
  it.each(["2026-08-12", "2026-11-22", "2027-05-27", "2026-07-01"])(
    "leaves the year of %s as it is",
    (today) => {
      expect(shiftCalendar(calendar, today)).toEqual(calendar);
    },
  );

  it("moves Labor Day and Thanksgiving to where they are the year after", () => {
    const { firstDay, holidays } = shiftCalendar(calendar, "2027-09-01");
    expect(firstDay).toBe("2027-08-11");
    const fromOf = (part: string) => holidays.find(({ name }) => name.includes(part))?.from;
    expect([fromOf("Labor"), fromOf("Thanksgiving")]).toEqual(["2027-09-06", "2027-11-22"]);
  });

  it("holds every day of sixty years, or lies less than a summer before its first, on the same weekdays", () => {
    const weekdays = dates(calendar).map(weekdayOf);
    for (let today = "2000-01-03"; today < "2060-01-01"; today = addDays(today, 11)) {
      const moved = shiftCalendar(calendar, today);
      expect(today <= moved.lastDay, today).toBe(true);
      expect(today >= addDays(moved.firstDay, -90), today).toBe(true);
      expect(dates(moved).map(weekdayOf)).toEqual(weekdays);
      expect(moved.firstDay.slice(5) >= "08-05" && moved.firstDay.slice(5) <= "08-20", moved.firstDay).toBe(
        true,
      );
    }
  });
});
