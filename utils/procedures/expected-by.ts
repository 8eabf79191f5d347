import type { Procedure, SchoolCalendar, SyncCalendar } from "../policy/policy.ts";
import { laterDate } from "./iso-date.ts";
import { addSchoolDays } from "./school-days.ts";
import { nextSync } from "./sync-calendar.ts";
import { wallTimeAt } from "./zoned-time.ts";

/**
 * The ISO date by which a change reported at the instant `reportedAt` should show: the LEA's school days later, and
 * never before the first sync after the report. Undefined when the school calendar ends before, or no sync is planned.
 */
export const expectedBy = (
  reportedAt: string,
  procedure: Pick<Procedure, "expectedSchoolDays">,
  { calendar, sync, timeZone }: { calendar: SchoolCalendar; sync?: SyncCalendar; timeZone: string },
): string | undefined => {
  const promised = addSchoolDays(
    wallTimeAt(reportedAt, timeZone).date,
    procedure.expectedSchoolDays,
    calendar,
  );
  if (promised === undefined || sync === undefined) return promised;
  const next = nextSync(reportedAt, sync, calendar, timeZone);
  return next === undefined ? undefined : laterDate(promised, wallTimeAt(next, timeZone).date);
};
