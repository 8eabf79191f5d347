import type { ChangeKind } from "../policy/change-kinds.ts";
import type { Policy } from "../policy/policy.ts";
import { type DraftChannel, draftChannels } from "./draft-channels.ts";
import type { ProcedureLookup } from "./procedure-for.ts";
import { type Language, sayDate } from "./say-date.ts";
import { sayField, sayIn } from "./words.ts";

/** What a draft is about: places and kinds, never a student's name or id (they are blanks to fill in). */
export type DraftSubject = {
  change: ChangeKind;
  /** A StudentField or "id" that is to be corrected. */
  field?: string;
  /** The portal's title, e.g. "CLI Engage". */
  portal: string;
  schoolId: string;
  sectionId: string;
  schoolName?: string;
  className?: string;
  teacherName?: string;
  /** ISO date of the report. */
  reportedOn: string;
  /** ISO date by which the change should show. */
  expectedBy?: string;
};

export type Draft = {
  subject: string;
  body: string;
  /** Subject and body as one text to copy. */
  text: string;
  channels: DraftChannel[];
};

/** The report of a change to whoever the LEA names, ready to be completed and sent. */
export const draftReport = (
  about: DraftSubject,
  lookup: ProcedureLookup,
  policy: Pick<Policy, "schools">,
  language: Language,
): Draft => {
  const say = sayIn(language);
  const known = policy.schools.find(({ id }) => id === about.schoolId)?.name;
  const school = oneLine(known ?? about.schoolName ?? about.schoolId);
  const section = oneLine(about.className ?? about.sectionId);
  const place = [school, section].filter((part) => part !== "").join(", ");
  const mail = lookup.configured ? lookup.procedure.channels.find(({ kind }) => kind === "mail") : undefined;
  const change = say(`change.${about.change}`);
  const subject = [
    (mail?.kind === "mail" ? mail.subject : undefined) ?? say("draft.subject", { change }),
    place,
  ]
    .filter((part) => part !== "")
    .join(", ");

  const name = lookup.configured ? lookup.contact.name : undefined;
  const facts = [
    say("draft.kind", { change }),
    ...(about.field === undefined ? [] : [say("draft.field", { field: sayField(about.field, language) })]),
    ...(school === "" ? [] : [say("draft.school", { school })]),
    ...(section === "" ? [] : [say("draft.class", { class: section })]),
    ...(about.teacherName === undefined
      ? []
      : [say("draft.teacher", { teacher: oneLine(about.teacherName) })]),
    say("draft.date", { date: sayDate(about.reportedOn, language) }),
    ...(about.expectedBy === undefined
      ? []
      : [say("draft.expected", { date: sayDate(about.expectedBy, language, about.reportedOn) })]),
  ];
  const include = lookup.configured ? lookup.procedure.include : [];
  const labels =
    include.length === 0 && about.change === "correct-details" ? [say("draft.blank.value")] : include;
  const blanks =
    labels.length === 0
      ? []
      : ["", say("draft.blanks"), ...labels.map((label) => say("draft.blank", { label: upperFirst(label) }))];
  const note = lookup.configured ? lookup.procedure.note : undefined;
  const body = [
    name === undefined ? say("draft.hello") : say("draft.hello.name", { name }),
    "",
    say("draft.ask", { portal: about.portal }),
    "",
    ...facts,
    ...blanks,
    "",
    ...(note === undefined ? [] : [say("draft.note", { note }), ""]),
    say("draft.thanks"),
  ].join("\n");
  return {
    subject,
    body,
    text: `${subject}\n\n${body}\n`,
    channels: lookup.configured ? draftChannels(lookup, { subject, body }, language) : [],
  };
};

/** School and class names may come from the page: one short line, whatever it says. */
const oneLine = (text: string): string => [...text.replace(/\s+/g, " ").trim()].slice(0, 100).join("");

/** "the student's legal name" to "The student's legal name": it begins a line. */
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
