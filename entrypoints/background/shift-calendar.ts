import type { SchoolCalendar } from "../../utils/policy/policy.ts";
import { addDays } from "../../utils/procedures/iso-date.ts";

const yearDays = 365.2425;

/**
 * The calendar of the school year that `today` (an ISO date) falls into, or of the next one in the summer, made of
 * another year's: moved by whole years in whole weeks, so that every date keeps its weekday.
 */
export const shiftCalendar = (calendar: SchoolCalendar, today: string): SchoolCalendar => {
  const shiftOf = (years: number): number => Math.round((years * yearDays) / 7) * 7;
  const ends = (years: number): string => addDays(calendar.lastDay, shiftOf(years));
  let years = 0;
  while (ends(years) < today) years += 1;
  while (ends(years - 1) >= today) years -= 1;
  const move = (date: string): string => addDays(date, shiftOf(years));
  return {
    ...calendar,
    firstDay: move(calendar.firstDay),
    lastDay: move(calendar.lastDay),
    holidays: calendar.holidays.map(({ name, from, to }) => ({ name, from: move(from), to: move(to) })),
  };
};
