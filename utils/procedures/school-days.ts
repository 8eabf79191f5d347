import type { SchoolCalendar } from "../policy/policy.ts";
import { addDays, weekdayOf } from "./iso-date.ts";

/** Counting in school days: weekends, holidays and the days outside the school year do not count. Dates are ISO. */

export const isHoliday = (date: string, { holidays }: SchoolCalendar): boolean =>
  holidays.some(({ from, to }) => from <= date && date <= to);

export const isSchoolDay = (date: string, calendar: SchoolCalendar): boolean =>
  calendar.firstDay <= date &&
  date <= calendar.lastDay &&
  calendar.weekdays.includes(weekdayOf(date)) &&
  !isHoliday(date, calendar);

/**
 * The n-th school day after `date`; the date itself when n is 0. Undefined when the calendar ends before: a date
 * beyond the last day of school would be a guess about a calendar nobody has given.
 */
export const addSchoolDays = (date: string, n: number, calendar: SchoolCalendar): string | undefined => {
  let day = date < calendar.firstDay && n > 0 ? addDays(calendar.firstDay, -1) : date;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (day > calendar.lastDay) return undefined;
    if (isSchoolDay(day, calendar)) left -= 1;
  }
  return day;
};
