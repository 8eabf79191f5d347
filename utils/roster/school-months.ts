/** The instructional days of each month of a school year. Dates are ISO days; a calendar may name any number of holidays. */

export type SchoolDays = {
  firstDay: string;
  lastDay: string;
  /** Days of the week with school, 0 = Sunday. */
  weekdays: readonly number[];
  holidays: readonly { from: string; to: string }[];
};

/** "AUG" to its instructional days, ascending. */
export type SchoolMonths = ReadonlyMap<string, readonly string[]>;

const names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const dayLong = 86_400_000;

/** A school year is one: from a calendar of more days than this no month could be told by its name. */
const longest = 366;

/** The instructional days by month, or undefined when the calendar is no single school year. */
export const monthsOf = (calendar: SchoolDays): SchoolMonths | undefined => {
  const first = Date.parse(calendar.firstDay);
  const last = Date.parse(calendar.lastDay);
  const days = Math.round((last - first) / dayLong) + 1;
  if (!(days > 0 && days <= longest)) return undefined;
  const months = new Map<string, string[]>();
  for (let at = 0; at < days; at++) {
    const date = new Date(first + at * dayLong);
    const iso = date.toISOString().slice(0, 10);
    const isOff = calendar.holidays.some(({ from, to }) => from <= iso && iso <= to);
    if (isOff || !calendar.weekdays.includes(date.getUTCDay())) continue;
    const name = names[date.getUTCMonth()] as string;
    months.set(name, [...(months.get(name) ?? []), iso]);
  }
  return months;
};

/** From the first day present to the last, both included; an absent bound is open. */
export type Stay = { from: string | undefined; to: string | undefined };

/** How many of a month's instructional days fall in any of the stays. */
export const daysPresent = (days: readonly string[], stays: readonly Stay[]): number =>
  days.filter((day) => stays.some(({ from, to }) => (from ?? day) <= day && day <= (to ?? day))).length;

/** Whether the stays cover more than half of the month's instructional days; exactly half does not. */
export const coversMajority = (days: readonly string[], stays: readonly Stay[]): boolean =>
  2 * daysPresent(days, stays) > days.length;
