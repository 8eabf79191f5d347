import type { LedgerItem } from "../../components/LedgerList.tsx";
import { compareDue, type Due, dueOf, isPressing, sayDue } from "../../utils/guard/reminders.ts";
import { sayFate } from "../../utils/guard/words.ts";
import type { KeptEntry } from "../../utils/messages/desk-store.ts";
import { findPortal } from "../../utils/messages/find-portal.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { type CalendarEvent, calendarFile } from "../../utils/procedures/calendar-file.ts";
import { draftReport } from "../../utils/procedures/draft.ts";
import { procedureFor } from "../../utils/procedures/procedure-for.ts";
import { draftReminder, sayReminderEvent, sayUndoingEvent } from "../../utils/procedures/reminder.ts";
import { sayReach } from "../../utils/procedures/say-contact.ts";
import { sayDate, sayInstant } from "../../utils/procedures/say-date.ts";
import { sayChange, sayField } from "../../utils/procedures/words.ts";
import { wallTimeAt } from "../../utils/procedures/zoned-time.ts";

/** What is due first, then what came of the others, newest first as they were. */
export const inOrder = (items: readonly LedgerItem[]): LedgerItem[] =>
  [...items].sort((one, other) => {
    if (one.due && other.due) return compareDue(one.due, other.due);
    return Number(other.due !== undefined) - Number(one.due !== undefined);
  });

/** All that is due and has a day, as one calendar file; undefined where there is none. */
export const planAll = (
  items: readonly LedgerItem[],
  today: string,
): { fileName: string; content: string; count: number } | undefined => {
  const events = items.flatMap(({ event }) => event ?? []);
  if (events.length === 0) return;
  return {
    fileName: `rosterguard-${today}-all.ics`,
    content: calendarFile(...events),
    count: events.length,
  };
};

/** Ledger entries as a person reads them. `now` and `since`, the portal's last sync, are ISO instants. */
export const toLedgerItem = (kept: KeptEntry, policy: Policy, now: string, since?: string): LedgerItem => {
  const { entry, readable, remindedAt } = kept;
  const { language, timeZone } = policy;
  const today = wallTimeAt(now, timeZone).date;
  const say = (instant: string) => sayInstant(instant, timeZone, language, now);
  const change = sayChange(entry.change, language);
  const context = { now, timeZone, ...(since !== undefined && { since }) };
  const due = dueOf(entry, context);
  const reminder = remind(kept, policy, today) ?? (due && reportInstead(kept, due, policy, today));
  const event = due && planLook(kept, due, policy, now);
  return {
    id: entry.id,
    kind: entry.kind,
    what: entry.field === undefined ? change : `${change}: ${sayField(entry.field, language)}`,
    who: readable === null ? null : readable.name,
    studentId: readable?.studentId ?? "",
    place: readable ? [readable.sectionTitle, readable.schoolName].filter(Boolean).join(", ") : "",
    when: say(entry.at),
    fate: entry.fate,
    fateText: sayFate(entry.fate, language),
    ...(due && {
      due: { ...due, isPressing: isPressing(due), text: sayDue(due, entry, context, language) },
    }),
    ...(entry.kind === "report" && entry.expectedBy
      ? { expected: sayDate(entry.expectedBy, language, today) }
      : {}),
    ...(entry.fate === "waiting-for-sync" && entry.syncAt ? { sync: say(entry.syncAt) } : {}),
    ...(readable?.before !== undefined && readable.after !== undefined
      ? { value: { before: readable.before, after: readable.after } }
      : {}),
    ...(remindedAt ? { remindedWhen: say(remindedAt) } : {}),
    ...(reminder ? { reminder } : {}),
    ...(event && { event }),
    ...(event && due?.state === "coming"
      ? { calendar: { fileName: `rosterguard-${event.date}.ics`, content: calendarFile(event) } }
      : {}),
  };
};

/** A reminder for a report that is overdue; it names no student, like the report itself. */
const remind = ({ entry, readable, origin }: KeptEntry, policy: Policy, today: string) => {
  const portal = findPortal(policy, origin);
  if (entry.fate !== "overdue" || entry.expectedBy === undefined || !portal) return null;
  return draftReminder(
    {
      change: entry.change,
      portal: portal.profile.title,
      schoolId: entry.schoolId,
      sectionId: entry.sectionId,
      reportedOn: wallTimeAt(entry.at, policy.timeZone).date,
      expectedBy: entry.expectedBy,
      ...(entry.field === undefined ? {} : { field: entry.field }),
      ...(readable ? { schoolName: readable.schoolName, className: readable.sectionTitle } : {}),
    },
    procedureFor(entry.change, entry.schoolId, policy),
    policy,
    today,
    policy.language,
  );
};

/** The LEA's procedure for an edit that does not last: what should have been reported. */
const reportInstead = ({ entry, readable, origin }: KeptEntry, due: Due, policy: Policy, today: string) => {
  const portal = findPortal(policy, origin);
  if (entry.kind !== "edit" || !isPressing(due) || !portal) return null;
  return draftReport(
    {
      change: entry.change,
      portal: portal.profile.title,
      schoolId: entry.schoolId,
      sectionId: entry.sectionId,
      reportedOn: today,
      ...(entry.field === undefined || entry.change !== "correct-details" ? {} : { field: entry.field }),
      ...(readable ? { schoolName: readable.schoolName, className: readable.sectionTitle } : {}),
    },
    procedureFor(entry.change, entry.schoolId, policy),
    policy,
    policy.language,
  );
};

/**
 * A calendar entry: for the day a reported change should show, today where that has passed; for an edit, the day of the
 * sync that undoes it. It names no student.
 */
const planLook = (
  { entry, origin }: KeptEntry,
  { state, on }: Due,
  policy: Policy,
  now: string,
): CalendarEvent | undefined => {
  const portal = findPortal(policy, origin);
  if (on === undefined || !portal) return;
  const today = wallTimeAt(now, policy.timeZone).date;
  const lookup = procedureFor(entry.change, entry.schoolId, policy);
  const about = {
    change: entry.change,
    portal: portal.profile.title,
    who: lookup.configured ? sayReach(lookup.contact, lookup.procedure.channels) : policy.lea.name,
  };
  const madeOn = wallTimeAt(entry.at, policy.timeZone).date;
  const said =
    state === "undoing"
      ? sayUndoingEvent({ ...about, madeOn, on }, policy.language)
      : sayReminderEvent({ ...about, reportedOn: madeOn, expectedBy: on }, policy.language);
  return { uid: `${entry.id}@rosterguard`, writtenAt: now, date: on < today ? today : on, ...said };
};
