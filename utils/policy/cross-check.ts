import type { Contact, Policy, Procedure } from "./policy.ts";

/** What the shape of a policy cannot say: facts that must agree with each other. One sentence a problem. */
export const crossCheck = (policy: Policy): string[] => [
  ...checkTimeZone(policy),
  ...checkCalendar(policy),
  ...checkSchools(policy),
  ...checkPortals(policy),
  ...checkSpringTest(policy),
  ...Object.entries(policy.procedures).flatMap(([change, procedure]) =>
    procedure === undefined ? [] : checkProcedure(`procedures.${change}`, procedure, policy),
  ),
];

const checkTimeZone = ({ timeZone }: Policy): string[] =>
  isTimeZone(timeZone) ? [] : [`timeZone must be a time zone such as America/Chicago, not "${timeZone}".`];

export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
};

/** The pattern lets 2026-02-31 through; a real date survives the round trip. */
const isRealDate = (date: string): boolean => {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date);
};

const checkCalendar = ({ calendar }: Policy): string[] => {
  const problems: string[] = [];
  const real = (path: string, date: string): boolean => {
    const ok = isRealDate(date);
    if (!ok) problems.push(`${path} must be a day that exists; ${date} does not.`);
    return ok;
  };
  const bounds = [real("calendar.firstDay", calendar.firstDay), real("calendar.lastDay", calendar.lastDay)];
  if (bounds.every(Boolean) && calendar.firstDay > calendar.lastDay) {
    problems.push(`calendar.firstDay must not be after calendar.lastDay (${calendar.lastDay}).`);
  }
  if (calendar.weekdays.length === 0)
    problems.push("calendar.weekdays must name at least one day with school.");
  calendar.holidays.forEach(({ name, from, to }, i) => {
    const path = `calendar.holidays[${i}]`;
    const days = [real(`${path}.from`, from), real(`${path}.to`, to)];
    if (days.every(Boolean) && from > to) {
      problems.push(
        `${path}.from must not be after its to: "${name}" ends (${to}) before it begins (${from}).`,
      );
    }
  });
  return problems;
};

const checkSpringTest = ({ check: { springTest } }: Policy): string[] =>
  springTest === undefined || isRealDate(springTest)
    ? []
    : [`check.springTest must be a day that exists; ${springTest} does not.`];

const checkSchools = ({ schools }: Policy): string[] =>
  schools.flatMap(({ id }, i) =>
    schools.findIndex((other) => other.id === id) < i
      ? [`schools[${i}].id must be its own: "${id}" is used twice.`]
      : [],
  );

const checkPortals = ({ portals }: Policy): string[] => {
  const seen = new Map<string, number>();
  const phases = portals.flatMap(({ phases = [] }, i) =>
    phases.flatMap(({ from, to }, k) =>
      isRealDate(from) && isRealDate(to) && from <= to
        ? []
        : [`portals[${i}].phases[${k}] must run from a day that exists to one that is not before it.`],
    ),
  );
  const origins = portals.flatMap(({ origins }, i) =>
    origins.flatMap((origin, k) => {
      const before = seen.get(origin);
      seen.set(origin, i);
      return before === undefined || before === i
        ? []
        : [
            `portals[${i}].origins[${k}] must belong to one portal only: ${origin} is also in portals[${before}].`,
          ];
    }),
  );
  return [...origins, ...phases];
};

const checkProcedure = (path: string, procedure: Procedure, { schools }: Policy): string[] => {
  const kinds = new Set(procedure.channels.map(({ kind }) => kind));
  const contacts: [string, Contact][] = [
    [`${path}.contact`, procedure.contact],
    ...(procedure.contacts ?? []).map((one, i): [string, Contact] => [`${path}.contacts[${i}]`, one]),
  ];
  return contacts.flatMap(([at, contact]) => [
    ...(kinds.has("mail") && !isEmail(contact.email)
      ? [`${at}.email must be an e-mail address, because the procedure is reported by mail.`]
      : []),
    ...(kinds.has("phone") && !/\d{3}/.test(contact.phone ?? "")
      ? [`${at}.phone must be a telephone number, because the procedure is reported by phone.`]
      : []),
    ...(contact.schools ?? []).flatMap((id, i) =>
      schools.length > 0 && !schools.some((school) => school.id === id)
        ? [`${at}.schools[${i}] must be the id of a school of the policy; "${id}" is not listed.`]
        : [],
    ),
  ]);
};

/** Enough to be safe in a mailto address; whether it is delivered only the mail system knows. */
const isEmail = (email: string | undefined): boolean =>
  email !== undefined && /^[^\s@?&,;<>"]+@[^\s@?&,;<>"]+$/.test(email);
