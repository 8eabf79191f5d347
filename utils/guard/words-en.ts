import { driftWordsEn } from "./words-en-drift.ts";
import { portalWordsEn } from "./words-en-portals.ts";

/** What the guard says of rosters, edits and their fates. Spanish: words-es.ts, same keys and values. */
export const wordsEn = {
  "notice.title": "This roster is filled automatically",
  "notice.fed": "{lea} sends enrollment files to {portal} on a regular schedule, and they fill this roster.",
  "notice.next": "Next update: {when}.",
  "notice.next.none": "No update is planned at the moment.",
  "notice.overwritten": "Changes made by hand here are overwritten by that update.",
  "notice.report.one": "To report a change, contact {who}.",
  "notice.report.many":
    "To report a change, use “Report this change instead” beside the field. Whom to tell: {who}.",
  "notice.days.range": "Expect a reported change within {from} to {to} school days, depending on its kind.",
  "notice.days.one": "Expect a reported change within {count} school day.",
  "notice.days.other": "Expect a reported change within {count} school days.",
  "notice.unconfigured":
    "Your LEA has not told Rosterguard its procedure for reporting changes. Ask your campus registrar or your LEA's data team.",
  "lea.unnamed": "Your LEA",

  "when.tonight": "tonight at {time} ({date})",
  "when.today": "today at {time} ({date})",
  "when.tomorrow": "tomorrow at {time} ({date})",
  "when.later": "{date}, at {time}",

  "sync.tonight": "The next sync, tonight at {time} ({date}),",
  "sync.today": "The next sync, today at {time} ({date}),",
  "sync.tomorrow": "The next sync, tomorrow at {time} ({date}),",
  "sync.later": "The next sync, on {date}, at {time},",
  "sync.none": "The next sync, for which no date is planned,",

  "undo.enroll-new-student":
    "{sync} will remove this student again, unless your LEA's files have the student by then.",
  "undo.enroll-into-homeroom":
    "{sync} will take this student out of this class again, unless your LEA's files have the enrollment by then.",
  "undo.move-between-classes": "{sync} will put this student back in the class that your LEA's files name.",
  "undo.move-between-schools": "{sync} will put this student back in the school that your LEA's files name.",
  "undo.withdraw":
    "{sync} will set this student to Active again, unless your LEA's files have the withdrawal by then.",
  "undo.correct-details":
    "{sync} will change {field} back, unless your LEA's files have the correction by then.",
  "undo.wrong-teacher": "{sync} will put back the teacher that your LEA's files name.",
  "undo.missing-class": "{sync} will undo this, unless your LEA's files have the class by then.",
  "undo.id":
    "The files know students by this Student Internal ID. {sync} will undo this change, or add the student a second time.",
  locked:
    "{field} is kept by your LEA's files and is not meant to be changed here. Report the change instead.",
  unknown:
    "Nobody has told Rosterguard what the next sync does to {field}. Report the change to be sure that it lasts.",

  "this.id": "this Student Internal ID",
  "this.firstName": "this first name",
  "this.middleName": "this middle name",
  "this.lastName": "this last name",
  "this.birthDate": "this date of birth",
  "this.gender": "this gender",
  "this.ethnicity": "this ethnicity",
  "this.stateId": "this State Unique ID",
  "this.gradeLevel": "this grade level",
  "this.assessmentLanguage": "this assessment language",
  "this.reportLanguage": "this preferred report language",
  "this.status": "this status",
  "this.other": "this value",

  "report.who": "Report it to {who}.",
  "report.include": "Include: {include}.",
  "report.expected": "If you report it today, expect the change by {date}.",
  "report.expected.none": "No date can be given: the school calendar ends, or no sync is planned.",
  "report.note": "{note}",
  "report.unconfigured":
    "Your LEA has not told Rosterguard its procedure for this kind of change. Ask your campus registrar or your LEA's data team.",
  "reported.by": "Noted: reported today. The change should show by {date}.",
  reported: "Noted: reported today.",

  "outcome.since": "Since the last sync: {parts}.",
  "outcome.plain": "Your changes here: {parts}.",
  "outcome.overwritten.one": "{count} edit was overwritten",
  "outcome.overwritten.other": "{count} edits were overwritten",
  "outcome.confirmed.one": "{count} edit is now in the files too",
  "outcome.confirmed.other": "{count} edits are now in the files too",
  "outcome.arrived.one": "{count} reported change arrived",
  "outcome.arrived.other": "{count} reported changes arrived",
  "outcome.kept.one": "{count} edit was kept",
  "outcome.kept.other": "{count} edits were kept",
  "outcome.overdue.one": "{count} reported change is overdue",
  "outcome.overdue.other": "{count} reported changes are overdue",
  "outcome.not-due.one": "{count} reported change is not due until {date}",
  "outcome.not-due.other": "{count} reported changes are not due yet, the first on {date}",
  "outcome.not-due-no-date.one": "{count} reported change is not due yet",
  "outcome.not-due-no-date.other": "{count} reported changes are not due yet",
  "outcome.waiting.one": "{count} change waits for the next sync",
  "outcome.waiting.other": "{count} changes wait for the next sync",
  "outcome.not-seen.one": "{count} change could not be seen on this page",
  "outcome.not-seen.other": "{count} changes could not be seen on this page",

  "fate.arrived": "Arrived",
  "fate.overwritten": "Overwritten",
  "fate.kept": "Kept",
  "fate.not-yet-due": "Not yet due",
  "fate.overdue": "Overdue",
  "fate.waiting-for-sync": "Waiting for the next sync",
  "fate.not-seen": "Not seen on the page",

  ...driftWordsEn,
  ...portalWordsEn,
} as const satisfies Record<string, string>;

export type GuardWord = keyof typeof wordsEn;
