import { columnOf } from "./columns.ts";
import { type Hierarchy, readHierarchy } from "./hierarchy.ts";
import { type Day, daysOf } from "./intervals.ts";
import type { CheckContext } from "./rule.ts";

/** Days of an academic session by its code, 0 where there is none; the end is the first day that no longer counts. */
export type SessionDays = { start: (code: number) => Day; end: (code: number) => Day };

/** Academic sessions with their parents and days; undefined without the columns for it. */
export const readSessions = (context: CheckContext): (Hierarchy & SessionDays) | undefined => {
  const hierarchy = readHierarchy(context, "academicSessions");
  const start = columnOf(hierarchy?.file, "startDate");
  const end = columnOf(hierarchy?.file, "endDate");
  if (hierarchy === undefined || start === undefined || end === undefined) return undefined;
  const starts = daysOf(start);
  const ends = daysOf(end);
  const { firstRow } = hierarchy.id;
  return {
    ...hierarchy,
    start: (code) => starts[start.codes[firstRow[code] as number] as number] as number,
    end: (code) => ends[end.codes[firstRow[code] as number] as number] as number,
  };
};
