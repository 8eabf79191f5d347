import type { Policy } from "../policy/policy.ts";
import { addDays } from "./iso-date.ts";
import { wallTimeAt } from "./zoned-time.ts";

export type Language = Policy["language"];

/** US schools in both languages: "martes, 24 de noviembre", but month names and clock as people there write them. */
const locales: Record<Language, string> = { en: "en-US", es: "es-US" };

/** Some ICU versions put a narrow no-break space before AM; a draft in plain text should hold plain spaces. */
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/** "Tuesday, November 24" of an ISO date; with its year when that is not the year of `today`. */
export const sayDate = (date: string, language: Language, today?: string): string => {
  const sameYear = today !== undefined && today.slice(0, 4) === date.slice(0, 4);
  return plainSpaces(
    new Intl.DateTimeFormat(locales[language], {
      timeZone: "UTC",
      weekday: "long",
      month: "long",
      day: "numeric",
      ...(sameYear ? {} : { year: "numeric" }),
    }).format(new Date(Date.parse(`${date}T12:00:00Z`))),
  );
};

/** "Tuesday" of an ISO date. */
export const sayWeekday = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: "UTC", weekday: "long" }).format(
    new Date(Date.parse(`${date}T12:00:00Z`)),
  );

/** "2:00 AM" at an ISO instant. */
export const sayTime = (instant: string, timeZone: string, language: Language): string =>
  plainSpaces(
    new Intl.DateTimeFormat(locales[language], { timeZone, hour: "numeric", minute: "2-digit" }).format(
      new Date(Date.parse(instant)),
    ),
  );

/** "Tuesday, November 24, at 2:00 AM". */
export const sayInstant = (instant: string, timeZone: string, language: Language, now?: string): string => {
  const today = now === undefined ? undefined : wallTimeAt(now, timeZone).date;
  const date = sayDate(wallTimeAt(instant, timeZone).date, language, today);
  const time = sayTime(instant, timeZone, language);
  return language === "es" ? `${date}, a ${timeArticle(time)} ${time}` : `${date}, at ${time}`;
};

/** How near an instant is, as a person on the spot would say it; the caller has words for each. */
export type Nearness = "tonight" | "today" | "tomorrow" | "later";

/** A sync before 6 in the morning of the coming night, or after 6 in the evening, is "tonight". */
export const nearnessOf = (instant: string, now: string, timeZone: string): Nearness => {
  const then = wallTimeAt(instant, timeZone);
  const here = wallTimeAt(now, timeZone);
  if (then.date === here.date) {
    if (then.time >= "18:00") return "tonight";
    return then.time < "06:00" ? "tonight" : "today";
  }
  if (then.date !== addDays(here.date, 1)) return "later";
  return then.time < "06:00" ? "tonight" : "tomorrow";
};

/** Spanish: "a la 1:00", "a las 2:00". */
export const timeArticle = (time: string): string => (/^1[:\s]/.test(time) ? "la" : "las");
