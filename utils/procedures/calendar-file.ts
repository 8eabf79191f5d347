import { addDays } from "./iso-date.ts";

export type CalendarEvent = {
  /** Globally unique and stable, so that a second import replaces the first (RFC 5545, 3.8.4.7). */
  uid: string;
  /** ISO instant at which the entry is written. */
  writtenAt: string;
  /** ISO date; the event lasts that whole day. */
  date: string;
  summary: string;
  description: string;
};

/** An .ics file of all-day events, each with a reminder that morning (RFC 5545). */
export const calendarFile = (...events: readonly CalendarEvent[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rosterguard//Roster reminders//EN",
    ...events.flatMap(linesOf),
    "END:VCALENDAR",
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join("");

const linesOf = (event: CalendarEvent): string[] => [
  "BEGIN:VEVENT",
  `UID:${escapeText(event.uid)}`,
  `DTSTAMP:${event.writtenAt.replace(/\.\d+/, "").replace(/[-:]/g, "")}`,
  `DTSTART;VALUE=DATE:${basicDate(event.date)}`,
  `DTEND;VALUE=DATE:${basicDate(addDays(event.date, 1))}`,
  `SUMMARY:${escapeText(event.summary)}`,
  `DESCRIPTION:${escapeText(event.description)}`,
  "TRANSP:TRANSPARENT",
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${escapeText(event.summary)}`,
  "TRIGGER:PT9H",
  "END:VALARM",
  "END:VEVENT",
];

const basicDate = (date: string): string => date.replaceAll("-", "");

/** 3.3.11: backslash, semicolon and comma are escaped, a line break is written \n; other controls are not allowed. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** 3.1: no line over 75 octets; a continuation begins with a space, which counts. Characters are not cut in two. */
export const foldLine = (line: string): string => {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
};

/** Length in UTF-8; a lone surrogate becomes U+FFFD when encoded, three octets. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};
