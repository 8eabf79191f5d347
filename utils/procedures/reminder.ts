import type { ChangeKind } from "../policy/change-kinds.ts";
import type { Policy } from "../policy/policy.ts";
import { type DraftSubject, draftReport } from "./draft.ts";
import { type DraftChannel, draftChannels } from "./draft-channels.ts";
import type { ProcedureLookup } from "./procedure-for.ts";
import { type Language, sayDate } from "./say-date.ts";
import { sayIn } from "./words.ts";

export type Reminder = { subject: string; body: string; text: string; channels: DraftChannel[] };

/** Asks after a reported change that is overdue; repeats the report, so that nobody has to look for it. */
export const draftReminder = (
  about: DraftSubject & { expectedBy: string },
  lookup: ProcedureLookup,
  policy: Pick<Policy, "schools">,
  today: string,
  language: Language,
): Reminder => {
  const say = sayIn(language);
  const report = draftReport(about, lookup, policy, language);
  const subject = say("reminder.subject", { subject: report.subject });
  const asks = say("reminder.body", {
    reported: sayDate(about.reportedOn, language, today),
    expected: sayDate(about.expectedBy, language, today),
  });
  const [hello = "", ...rest] = report.body.split("\n\n");
  const body = [hello, asks, ...rest].join("\n\n");
  return {
    subject,
    body,
    text: `${subject}\n\n${body}\n`,
    channels: lookup.configured ? draftChannels(lookup, { subject, body }, language) : [],
  };
};

/** Title and text of the calendar entry for the day a change is expected. */
export const sayReminderEvent = (
  about: { change: ChangeKind; portal: string; reportedOn: string; expectedBy: string; who: string },
  language: Language,
): { summary: string; description: string } => {
  const say = sayIn(language);
  return {
    summary: say("event.summary", { change: say(`change.${about.change}`) }),
    description: say("event.description", {
      reported: sayDate(about.reportedOn, language, about.expectedBy),
      portal: about.portal,
      who: about.who,
    }),
  };
};

/** Title and text of the calendar entry for the day of the sync that will undo an edit. */
export const sayUndoingEvent = (
  about: { change: ChangeKind; portal: string; madeOn: string; who: string; on: string },
  language: Language,
): { summary: string; description: string } => {
  const say = sayIn(language);
  return {
    summary: say("event.undoing.summary", { change: say(`change.${about.change}`) }),
    description: say("event.undoing.description", {
      made: sayDate(about.madeOn, language, about.on),
      portal: about.portal,
      who: about.who,
    }),
  };
};
