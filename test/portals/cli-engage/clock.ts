import { makeSchedule } from "../shared/clock.ts";

export { type Clock, createClock } from "../shared/clock.ts";

/** Monday to Friday at 2:00 a.m., US Central time. */
const schedule = makeSchedule("America/Chicago", 2, [1, 2, 3, 4, 5]);

/** The first 2:00 a.m. (Monday to Friday) after an instant, in milliseconds. */
export const nextSyncAfter = schedule.nextAfter;

/** The latest 2:00 a.m. (Monday to Friday) not after an instant. */
export const lastSyncBefore = schedule.lastBefore;

/** The local date of an instant, YYYY-MM-DD. */
export const localDate = schedule.localDate;

/** "November 20, 2026 at 2:00 AM". */
export const formatInstant = schedule.format;
