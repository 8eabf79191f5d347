import { describe, expect, it } from "vitest";
import type { SchoolCalendar, SyncCalendar } from "../policy/policy.ts";
import { lastSyncBefore, nextSync } from "./sync-calendar.ts";
import { instantOf, wallTimeAt } from "./zoned-time.ts";

const calendar: SchoolCalendar = {
  firstDay: "2026-08-12",
  lastDay: "2027-05-27",
  weekdays: [1, 2, 3, 4, 5],
  holidays: [{ name: "Thanksgiving", from: "2026-11-25", to: "2026-11-27" }],
};
const daily = (at: string): SyncCalendar => ({ weekdays: [0, 1, 2, 3, 4, 5, 6], at, onHolidays: true });
const nights: SyncCalendar = { weekdays: [1, 2, 3, 4, 5], at: "02:00", onHolidays: false };
const central = "America/Chicago";

describe("nextSync", () => {
  it.each<[string, string, SyncCalendar, string, string]>([
    ["a Sunday", "2026-11-22T16:00:00Z", nights, central, "2026-11-23T08:00:00.000Z"],
    ["Friday after the sync: Monday", "2026-11-20T08:00:00Z", nights, central, "2026-11-23T08:00:00.000Z"],
    ["just before it", "2026-11-23T07:59:59.999Z", nights, central, "2026-11-23T08:00:00.000Z"],
    [
      "at the very instant: the next one",
      "2026-11-23T08:00:00Z",
      nights,
      central,
      "2026-11-24T08:00:00.000Z",
    ],
    ["over Thanksgiving", "2026-11-24T18:00:00Z", nights, central, "2026-11-30T08:00:00.000Z"],
    [
      "on holidays too",
      "2026-11-24T18:00:00Z",
      { ...nights, onHolidays: true },
      central,
      "2026-11-25T08:00:00.000Z",
    ],
    [
      "local Sunday that is Monday in UTC",
      "2026-11-23T03:00:00Z",
      daily("20:00"),
      central,
      "2026-11-24T02:00:00.000Z",
    ],
    ["year's end", "2026-12-31T23:00:00Z", daily("02:00"), central, "2027-01-01T08:00:00.000Z"],
    ["in summer, for the coming year", "2026-07-15T12:00:00Z", nights, central, "2026-07-16T07:00:00.000Z"],
    // Clocks go forward at 02:00 CST on 2027-03-14: 02:00 does not exist that night.
    [
      "night of the skipped hour",
      "2027-03-14T06:00:00Z",
      daily("02:00"),
      central,
      "2027-03-14T08:00:00.000Z",
    ],
    ["half past, skipped", "2027-03-14T06:00:00Z", daily("02:30"), central, "2027-03-14T08:30:00.000Z"],
    ["the night after", "2027-03-14T12:00:00Z", daily("02:00"), central, "2027-03-15T07:00:00.000Z"],
    // Clocks go back at 02:00 CDT on 2026-11-01: 01:30 occurs twice, 02:00 once.
    ["twice 01:30: the first", "2026-11-01T05:00:00Z", daily("01:30"), central, "2026-11-01T06:30:00.000Z"],
    ["not again an hour later", "2026-11-01T06:30:00Z", daily("01:30"), central, "2026-11-02T07:30:00.000Z"],
    [
      "02:00 after the extra hour",
      "2026-11-01T05:00:00Z",
      daily("02:00"),
      central,
      "2026-11-01T08:00:00.000Z",
    ],
    [
      "Phoenix has no summer time",
      "2026-07-01T00:00:00Z",
      daily("02:00"),
      "America/Phoenix",
      "2026-07-01T09:00:00.000Z",
    ],
    ["midnight", "2026-11-22T16:00:00Z", daily("00:00"), "America/New_York", "2026-11-23T05:00:00.000Z"],
    ["half-hour zones", "2026-11-22T16:00:00Z", daily("02:00"), "Asia/Kolkata", "2026-11-22T20:30:00.000Z"],
  ])("%s", (_, now, sync, timeZone, expected) => {
    expect(nextSync(now, sync, calendar, timeZone)).toBe(expected);
  });

  it("is undefined when holidays leave none", () => {
    const always = { ...calendar, holidays: [{ name: "Closed", from: "2026-01-01", to: "2029-12-31" }] };
    expect(nextSync("2026-11-22T16:00:00Z", nights, always, central)).toBeUndefined();
  });
});

describe("lastSyncBefore", () => {
  it.each<[string, string, SyncCalendar, string]>([
    ["Sunday: Friday's", "2026-11-22T16:00:00Z", nights, "2026-11-20T08:00:00.000Z"],
    ["at the very instant", "2026-11-23T08:00:00Z", nights, "2026-11-23T08:00:00.000Z"],
    ["just before", "2026-11-23T07:59:59Z", nights, "2026-11-20T08:00:00.000Z"],
    ["after Thanksgiving", "2026-11-29T12:00:00Z", nights, "2026-11-24T08:00:00.000Z"],
    ["night of the skipped hour", "2027-03-14T12:00:00Z", daily("02:00"), "2027-03-14T08:00:00.000Z"],
  ])("%s", (_, now, sync, expected) => {
    expect(lastSyncBefore(now, sync, calendar, central)).toBe(expected);
  });

  it("meets nextSync: the sync after the last one before now is the next one", () => {
    for (let hour = 0; hour < 24 * 30; hour += 7) {
      const now = new Date(Date.parse("2026-10-20T00:30:00Z") + hour * 3_600_000).toISOString();
      const last = lastSyncBefore(now, nights, calendar, central) ?? "";
      expect(nextSync(last, nights, calendar, central)).toBe(nextSync(now, nights, calendar, central));
    }
  });
});

describe("zoned time", () => {
  it("comes back from every hour of a year, but for the hours that clocks skip or repeat", () => {
    for (const timeZone of [central, "America/New_York", "Pacific/Honolulu", "Australia/Lord_Howe"]) {
      let different = 0;
      for (let hour = 0; hour < 365 * 24; hour += 1) {
        const instant = new Date(Date.parse("2026-06-01T00:00:00Z") + hour * 3_600_000).toISOString();
        if (instantOf(wallTimeAt(instant, timeZone), timeZone) !== instant) different += 1;
      }
      expect(different, timeZone).toBeLessThanOrEqual(1);
    }
  });
});
