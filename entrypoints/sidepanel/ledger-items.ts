import type { LedgerItem } from "../../components/LedgerList.tsx";
import { sayFate } from "../../utils/guard/words.ts";
import type { KeptEntry } from "../../utils/messages/desk-store.ts";
import { findPortal } from "../../utils/messages/find-portal.ts";
import type { Policy } from "../../utils/policy/policy.ts";
import { calendarFile } from "../../utils/procedures/calendar-file.ts";
import { procedureFor } from "../../utils/procedures/procedure-for.ts";
import { draftReminder, sayReminderEvent } from "../../utils/procedures/reminder.ts";
import { sayReach } from "../../utils/procedures/say-contact.ts";
import { sayDate, sayInstant } from "../../utils/procedures/say-date.ts";
import { sayChange, sayField } from "../../utils/procedures/words.ts";
import { wallTimeAt } from "../../utils/procedures/zoned-time.ts";

/** Ledger entries as a person reads them. `now` is an ISO instant. */
export const toLedgerItem = (kept: KeptEntry, policy: Policy, now: string): LedgerItem => {
  const { entry, readable, remindedAt } = kept;
  const { language, timeZone } = policy;
  const today = wallTimeAt(now, timeZone).date;
  const say = (instant: string) => sayInstant(instant, timeZone, language, now);
  const change = sayChange(entry.change, language);
  const reminder = remind(kept, policy, today);
  const calendar = planLook(kept, policy, now);
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
    ...(entry.kind === "report" && entry.expectedBy
      ? { due: sayDate(entry.expectedBy, language, today) }
      : {}),
    ...(entry.fate === "waiting-for-sync" && entry.syncAt ? { sync: say(entry.syncAt) } : {}),
    ...(readable?.before !== undefined && readable.after !== undefined
      ? { value: { before: readable.before, after: readable.after } }
      : {}),
    ...(remindedAt ? { remindedWhen: say(remindedAt) } : {}),
    ...(reminder ? { reminder } : {}),
    ...(calendar ? { calendar } : {}),
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

/** A calendar entry for the day a reported change should show; it names no student either. */
const planLook = ({ entry, origin }: KeptEntry, policy: Policy, now: string) => {
  const portal = findPortal(policy, origin);
  if (entry.fate !== "not-yet-due" || entry.expectedBy === undefined || !portal) return null;
  const lookup = procedureFor(entry.change, entry.schoolId, policy);
  const event = sayReminderEvent(
    {
      change: entry.change,
      portal: portal.profile.title,
      reportedOn: wallTimeAt(entry.at, policy.timeZone).date,
      expectedBy: entry.expectedBy,
      who: lookup.configured ? sayReach(lookup.contact, lookup.procedure.channels) : policy.lea.name,
    },
    policy.language,
  );
  const content = calendarFile({
    uid: `${entry.id}@rosterguard`,
    writtenAt: now,
    date: entry.expectedBy,
    ...event,
  });
  return { fileName: `rosterguard-${entry.expectedBy}.ics`, content };
};
