import type { SyncCalendar } from "../policy/policy.ts";
import { addDays } from "./iso-date.ts";
import { type Language, sayTime, sayWeekday, timeArticle } from "./say-date.ts";
import { sayIn } from "./words.ts";

/** "on Monday, Tuesday, and Friday at 2:00 AM, except on school holidays". */
export const saySchedule = ({ weekdays, at, onHolidays }: SyncCalendar, language: Language): string => {
  const say = sayIn(language);
  const time = sayTime(`2026-01-04T${at}:00Z`, "UTC", language);
  const las = timeArticle(time);
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  const when =
    days.length === 7
      ? say("schedule.daily", { time, las })
      : say("schedule.days", {
          days: joinWords(
            days.map((day) => sayWeekday(dayOf(day), language)),
            language,
          ),
          time,
          las,
        });
  return onHolidays ? when : when + say("schedule.holidays");
};

/** Some date on that day of the week; 2026-01-04 was a Sunday. */
const dayOf = (weekday: number): string => addDays("2026-01-04", weekday);

const joinWords = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(words);
