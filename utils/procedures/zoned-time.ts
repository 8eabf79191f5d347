/** Wall time to instants and back through Intl, the only time-zone data everywhere available (no Temporal in ES2023). */

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
};

export type WallTime = {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  time: string;
};

/** What clock and calendar on the wall show at an ISO instant. */
export const wallTimeAt = (instant: string, timeZone: string): WallTime =>
  readWall(Date.parse(instant), timeZone);

const readWall = (milliseconds: number, timeZone: string): WallTime => {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(new Date(milliseconds))) parts[type] = value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  };
};

/** Minutes to add to UTC for the wall time of this instant. */
const offsetAt = (milliseconds: number, timeZone: string): number => {
  const { date, time } = readWall(milliseconds, timeZone);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - milliseconds) / 60_000);
};

/**
 * The ISO instant of a wall time. A time that a clock change skips is taken as much later as the clocks jump (a job
 * set for 02:30 runs at 03:30 that night); one that occurs twice is its first occurrence. As RFC 5545, 3.3.5 rules.
 */
export const instantOf = ({ date, time }: WallTime, timeZone: string): string => {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = offsetAt(wall - 86_400_000, timeZone);
  const after = offsetAt(wall + 86_400_000, timeZone);
  const fits = [wall - before * 60_000, wall - after * 60_000]
    .filter((candidate) => {
      const shown = readWall(candidate, timeZone);
      return shown.date === date && shown.time === time;
    })
    .sort((a, b) => a - b);
  return new Date(fits[0] ?? wall - before * 60_000).toISOString();
};
