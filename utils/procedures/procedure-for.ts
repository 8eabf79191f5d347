import type { ChangeKind } from "../policy/change-kinds.ts";
import type { Contact, Policy, Procedure } from "../policy/policy.ts";

/** The LEA's procedure and the person for one school; or that the LEA has told none, which is said, never guessed. */
export type ProcedureLookup =
  | { configured: true; procedure: Procedure; contact: Contact }
  | { configured: false };

/** Which procedure and contact hold for a kind of change at a school; an empty school id means any school. */
export const procedureFor = (
  change: ChangeKind,
  schoolId: string,
  { procedures }: Pick<Policy, "procedures">,
): ProcedureLookup => {
  const procedure = procedures[change];
  if (procedure === undefined) return { configured: false };
  const contact = contactFor(procedure, schoolId);
  return contact === undefined ? { configured: false } : { configured: true, procedure, contact };
};

/** A campus contact goes before the general one. */
const contactFor = ({ contact, contacts = [] }: Procedure, schoolId: string): Contact | undefined =>
  contacts.find((one) => one.schools?.includes(schoolId)) ??
  [contact, ...contacts].find(
    (one) => one.schools === undefined || schoolId === "" || one.schools.includes(schoolId),
  );
