/** A portal's time: it runs on from its start instant, and jumps when a sync is played. Instants are milliseconds. */

const day = 86_400_000;

export type Clock = { now: () => number; jump: (to: number) => void };

/** A clock that shows `start` now and goes on at the machine's pace. */
export const createClock = (start: number): Clock => {
  let offset = start - Date.now();
  return {
    now: () => Date.now() + offset,
    jump: (to) => {
      offset = to - Date.now();
    },
  };
};

export type Schedule = {
  /** The first sync after an instant. */
  nextAfter: (instant: number) => number;
  /** The latest sync not after an instant. */
  lastBefore: (instant: number) => number;
  /** The local date of an instant, YYYY-MM-DD. */
  localDate: (instant: number) => string;
  /** "November 20, 2026 at 2:00 AM". */
  format: (instant: number) => string;
};

/** Syncs on some days of the week (0 = Sunday) at a full local hour. */
export const makeSchedule = (timeZone: string, hour: number, weekdays: readonly number[]): Schedule => {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const words = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "long", timeStyle: "short" });
  /** The wall clock of an instant, told as if it were UTC. */
  const toWall = (instant: number): number => {
    const part = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
    return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`);
  };
  /** The instant of a wall clock time; correct wherever the offset does not change within the hour. */
  const fromWall = (wall: number): number => {
    const guess = wall - (toWall(wall) - wall);
    return wall - (toWall(guess) - guess);
  };
  const near = (instant: number, step: 1 | -1): number => {
    const midnight = Math.floor(toWall(instant) / day) * day;
    for (let days = 0; days < 8; days++) {
      const wall = midnight + step * days * day + hour * 3_600_000;
      const at = fromWall(wall);
      const fits = step > 0 ? at > instant : at <= instant;
      if (fits && weekdays.includes(new Date(wall).getUTCDay())) return at;
    }
    throw new Error("A week without a sync");
  };
  return {
    nextAfter: (instant) => near(instant, 1),
    lastBefore: (instant) => near(instant, -1),
    localDate: (instant) => new Date(toWall(instant)).toISOString().slice(0, 10),
    format: (instant) => words.format(instant),
  };
};
