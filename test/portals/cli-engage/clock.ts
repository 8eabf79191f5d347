/** The portal's time: it runs on from its start instant, and jumps when a night is played. All in US Central time. */
const timeZone = "America/Chicago";
const syncHour = 2;
const syncWeekdays = [1, 2, 3, 4, 5];
const day = 86_400_000;

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

const syncNear = (instant: number, step: 1 | -1): number => {
  const midnight = Math.floor(toWall(instant) / day) * day;
  for (let days = 0; days < 8; days++) {
    const wall = midnight + step * days * day + syncHour * 3_600_000;
    const at = fromWall(wall);
    const fits = step > 0 ? at > instant : at <= instant;
    if (fits && syncWeekdays.includes(new Date(wall).getUTCDay())) return at;
  }
  throw new Error("A week without a sync night");
};

/** The first 2:00 a.m. (Monday to Friday) after an instant, in milliseconds. */
export const nextSyncAfter = (instant: number): number => syncNear(instant, 1);

/** The latest 2:00 a.m. (Monday to Friday) not after an instant. */
export const lastSyncBefore = (instant: number): number => syncNear(instant, -1);

/** The local date of an instant, YYYY-MM-DD. */
export const localDate = (instant: number): string => new Date(toWall(instant)).toISOString().slice(0, 10);

const words = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "long", timeStyle: "short" });

/** "November 20, 2026 at 2:00 AM". */
export const formatInstant = (instant: number): string => words.format(instant);

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
