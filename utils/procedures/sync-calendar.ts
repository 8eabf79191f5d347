import type { SchoolCalendar, SyncCalendar } from "../policy/policy.ts";
import { addDays, weekdayOf } from "./iso-date.ts";
import { isHoliday } from "./school-days.ts";
import { instantOf, wallTimeAt } from "./zoned-time.ts";

/** More than the longest summer; a calendar whose holidays leave no sync at all must not be searched for ever. */
const farthest = 400;

/**
 * Files are also sent before the first and after the last day of school (that is how the year's rosters come to be),
 * so only weekdays and, where the LEA says so, holidays decide.
 */
const runsOn = (date: string, sync: SyncCalendar, calendar: SchoolCalendar): boolean =>
  sync.weekdays.includes(weekdayOf(date)) && (sync.onHolidays || !isHoliday(date, calendar));

/** The first sync after the instant `now`, as ISO instant; undefined when none is planned within a year. */
export const nextSync = (
  now: string,
  sync: SyncCalendar,
  calendar: SchoolCalendar,
  timeZone: string,
): string | undefined => findSync(now, sync, calendar, timeZone, 1);

/** The last sync at or before the instant `now`, as planned; whether it ran only the portal can tell. */
export const lastSyncBefore = (
  now: string,
  sync: SyncCalendar,
  calendar: SchoolCalendar,
  timeZone: string,
): string | undefined => findSync(now, sync, calendar, timeZone, -1);

const findSync = (
  now: string,
  sync: SyncCalendar,
  calendar: SchoolCalendar,
  timeZone: string,
  step: 1 | -1,
): string | undefined => {
  const today = wallTimeAt(now, timeZone).date;
  for (let days = 0; days <= farthest; days += 1) {
    const date = addDays(today, days * step);
    if (!runsOn(date, sync, calendar)) continue;
    const instant = instantOf({ date, time: sync.at }, timeZone);
    const isAfter = Date.parse(instant) > Date.parse(now);
    if (isAfter === (step === 1)) return instant;
  }
  return undefined;
};
