import { draftReport } from "../procedures/draft.ts";
import type { DraftChannel } from "../procedures/draft-channels.ts";
import { type ProcedureLookup, procedureFor } from "../procedures/procedure-for.ts";
import { sayReach } from "../procedures/say-contact.ts";
import { type Language, sayDate } from "../procedures/say-date.ts";
import { wallTimeAt } from "../procedures/zoned-time.ts";
import type { EditIntent, EditVerdict } from "./edit.ts";
import { evaluationInstant } from "./evaluation-instant.ts";
import { type GuardContext, judgeEdit } from "./judge-edit.ts";
import { sayWarning } from "./say-warning.ts";
import { guardSayIn } from "./words.ts";

/** Names of places on the page, for the draft; the teacher's only when the page shows it. */
export type EditPlace = { schoolName?: string; className?: string; teacherName?: string };

export type IntentWords = {
  verdict: EditVerdict;
  warning?: string;
  report: { lines: string[]; channels: DraftChannel[]; draft: string };
};

/** All that the callout beside a control needs: the verdict, its sentence, and the procedure filled in. */
export const answerIntent = (
  edit: EditIntent,
  context: GuardContext,
  language: Language,
  place: EditPlace = {},
): IntentWords => {
  const { policy, profile } = context;
  const at = evaluationInstant(context.now, context.lastSync);
  const today = wallTimeAt(at, policy.timeZone).date;
  const verdict = judgeEdit(edit, context);
  const warning = sayWarning(edit, verdict, { at, timeZone: policy.timeZone, language });
  const lookup = procedureFor(edit.change, edit.schoolId, policy);
  const draft = draftReport(
    {
      change: edit.change,
      portal: profile.title,
      schoolId: edit.schoolId,
      sectionId: edit.sectionId,
      reportedOn: today,
      ...place,
      ...(edit.field === undefined || edit.change !== "correct-details" ? {} : { field: edit.field }),
      ...(verdict.expectedBy === undefined ? {} : { expectedBy: verdict.expectedBy }),
    },
    lookup,
    policy,
    language,
  );
  return {
    verdict,
    ...(warning === undefined ? {} : { warning }),
    report: {
      lines: sayReport(lookup, verdict.expectedBy, today, language),
      channels: draft.channels,
      draft: draft.text,
    },
  };
};

/** Whom to tell, what to include, by when it should show: one sentence a line. */
export const sayReport = (
  lookup: ProcedureLookup,
  expectedBy: string | undefined,
  today: string,
  language: Language,
): string[] => {
  const say = guardSayIn(language);
  if (!lookup.configured) return [say("report.unconfigured")];
  const { procedure, contact } = lookup;
  return [
    say("report.who", { who: sayReach(contact, procedure.channels) }),
    ...(procedure.include.length === 0
      ? []
      : [say("report.include", { include: procedure.include.join("; ") })]),
    expectedBy === undefined
      ? say("report.expected.none")
      : say("report.expected", { date: sayDate(expectedBy, language, today) }),
    ...(procedure.note === undefined ? [] : [say("report.note", { note: procedure.note })]),
  ];
};

/** The line once a change was reported. */
export const sayReported = (expectedBy: string | undefined, today: string, language: Language): string =>
  expectedBy === undefined
    ? guardSayIn(language)("reported")
    : guardSayIn(language)("reported.by", { date: sayDate(expectedBy, language, today) });
