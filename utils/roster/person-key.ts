import { foldName } from "./fold-name.ts";
import { normaliseDate } from "./normalise-value.ts";

/** What makes a person recognisable without an id. */
export type PersonNames = {
  firstName?: string | undefined;
  lastName?: string | undefined;
  birthDate?: string | undefined;
};

/** The day of birth in a `personKey`. */
export const dayOfKey = (key: string): string => key.slice(key.lastIndexOf("|") + 1);

/**
 * The key of a person: folded first name, folded last name and ISO birth date. `undefined` when one of the three is missing:
 * names alone are shared by too many. Two people may still share a key (same name, same day): whoever uses it must
 * treat a key that occurs twice as no key at all.
 */
export const personKey = (
  { firstName, lastName, birthDate }: PersonNames,
  fold: (name: string) => string = foldName,
): string | undefined => {
  if (firstName === undefined || lastName === undefined || birthDate === undefined) return undefined;
  const date = normaliseDate(birthDate);
  const first = fold(firstName);
  const last = fold(lastName);
  return date === undefined || first === "" || last === "" ? undefined : `${first}|${last}|${date}`;
};
