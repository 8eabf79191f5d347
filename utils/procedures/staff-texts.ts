import { type ChangeKind, changeKinds } from "../policy/change-kinds.ts";
import type { Policy, PortalSettings, Procedure } from "../policy/policy.ts";
import type { PortalProfile } from "../portals/profile.ts";
import { sayReach, sayWho } from "./say-contact.ts";
import type { Language } from "./say-date.ts";
import { saySchedule } from "./say-schedule.ts";
import { sayChange, sayIn } from "./words.ts";

/** Texts an LEA's staff hands on, made from its own policy (SYSTEMS.md, C8). All are plain text without a student. */

export type StaffContext = { policy: Policy; settings: PortalSettings; profile: PortalProfile };

/** The vendor asks for these two words on a ticket about the process (seed: Explainer for LEA Staff). */
export const ticketMark = "Automated Rostering";

/** A help ticket to the portal's vendor about the process itself. */
export const ticketText = (
  { policy, settings }: StaffContext,
  language: Language,
): { subject: string; body: string } => {
  const say = sayIn(language);
  const lea = leaOf(policy, language);
  return {
    subject: say("ticket.subject", { mark: ticketMark, lea }),
    body: [
      ticketMark,
      "",
      say("ticket.body", { lea, id: policy.lea.id === undefined ? "" : ` (${policy.lea.id})` }),
      say("ticket.files", { schedule: saySchedule(settings.sync, language), zone: policy.timeZone }),
      "",
      say("ticket.what"),
      say("ticket.since"),
      say("ticket.schools"),
      say("ticket.done"),
      say("ticket.contact"),
      "",
      say("ticket.privacy"),
    ].join("\n"),
  };
};

/** "Share with your staff": how rosters are kept and how to report, one line a kind of change. */
export const staffMessage = ({ policy, settings, profile }: StaffContext, language: Language): string => {
  const say = sayIn(language);
  const portal = profile.title;
  const known = proceduresOf(policy);
  return [
    say("staff.title", { portal }),
    "",
    say("staff.automated", { lea: leaOf(policy, language), portal }),
    say("staff.schedule", { schedule: saySchedule(settings.sync, language) }),
    say("staff.overwritten", { portal }),
    say("staff.delay"),
    "",
    ...(known.length === 0
      ? [say("staff.none")]
      : [
          say("staff.report"),
          ...known.map(([change, procedure]) => `- ${sayProcedure(change, procedure, language)}`),
        ]),
  ].join("\n");
};

const sayProcedure = (change: ChangeKind, procedure: Procedure, language: Language): string => {
  const say = sayIn(language);
  const { contact, channels, include, expectedSchoolDays: count } = procedure;
  return say("staff.line", {
    change: sayChange(change, language),
    who: sayReach(contact, channels),
    days: count === 0 ? "" : say(count === 1 ? "staff.line.days.one" : "staff.line.days.other", { count }),
    include: include.length === 0 ? "" : say("staff.line.include", { include: include.join("; ") }),
  });
};

/** Guidelines for registrars: every kind of change the LEA has set down, and which it has not. */
export const registrarGuideline = ({ policy, profile }: StaffContext, language: Language): string => {
  const say = sayIn(language);
  const portal = profile.title;
  const known = proceduresOf(policy);
  const missing = changeKinds.filter((change) => policy.procedures[change] === undefined);
  return [
    say("registrar.title", { portal }),
    "",
    say("registrar.intro", { portal }),
    ...known.flatMap(
      ([change, { contact, contacts = [], channels, include, expectedSchoolDays: count, note }]) => [
        "",
        say("registrar.heading", { change: sayChange(change, language) }),
        ...[contact, ...contacts].map((one) => `- ${say("registrar.who", { who: sayWhere(one, policy) })}`),
        `- ${say("registrar.channels", { channels: channels.map(({ kind }) => say(`channel-name.${kind}`)).join(", ") })}`,
        ...(include.length === 0 ? [] : [`- ${say("registrar.include", { include: include.join("; ") })}`]),
        `- ${say(count === 1 ? "registrar.days.one" : "registrar.days.other", { count })}`,
        ...(note === undefined ? [] : [`- ${say("registrar.note", { note })}`]),
      ],
    ),
    "",
    say("registrar.homeroom", { portal }),
    say("registrar.ids"),
    ...(missing.length === 0
      ? []
      : [
          "",
          say("registrar.missing", {
            changes: missing.map((change) => sayChange(change, language)).join("; "),
          }),
        ]),
  ].join("\n");
};

/** A short text for the portal's own custom notification. */
export const customNotification = ({ policy, settings }: StaffContext, language: Language): string => {
  const say = sayIn(language);
  const who = [...new Set(proceduresOf(policy).map(([, { contact }]) => sayWho(contact)))];
  return say("notification", {
    lea: leaOf(policy, language),
    schedule: saySchedule(settings.sync, language),
    who: who.length === 0 ? say("registrar.someone") : who.join("; "),
  });
};

const leaOf = ({ lea }: Policy, language: Language): string =>
  lea.name === "" ? sayIn(language)("your-lea") : lea.name;

const proceduresOf = ({ procedures }: Policy): [ChangeKind, Procedure][] =>
  changeKinds.flatMap((change): [ChangeKind, Procedure][] => {
    const procedure = procedures[change];
    return procedure === undefined ? [] : [[change, procedure]];
  });

/** A contact with the schools it serves, where the LEA has limited it. */
const sayWhere = (contact: Procedure["contact"], { schools }: Policy): string => {
  const names = contact.schools?.map((id) => schools.find((school) => school.id === id)?.name ?? id);
  return names === undefined ? sayWho(contact) : `${sayWho(contact)} (${names.join(", ")})`;
};
