import { nameKeys, splitName } from "../roster/teacher-names.ts";
import type { Hop, Pedagogue } from "./caseload-files.ts";

/** The user a teacher's name or nickname leads to, or the hop at which it ends. */
export type Found = { eis: string; email: string } | { hop: Hop; at: string };

export type FindUser = {
  byName: (school: string, teacherName: string) => Found;
  byNickname: (school: string, nickname: string) => Found;
};

export const fold = (text: string): string => text.trim().toUpperCase();

/** People are told apart by EIS number; those without one each count for themselves. */
export const makeFindUser = (pedagogues: readonly Pedagogue[]): FindUser => {
  const byKey = new Map<string, Set<string>>();
  const emails = new Map<string, string>();
  const add = (key: string, person: string) =>
    byKey.set(key, (byKey.get(key) ?? new Set<string>()).add(person));
  for (const [at, { school, eis, lastName, firstName, nickname, email }] of pedagogues.entries()) {
    const number = fold(eis);
    const person = number === "" ? `${noNumber}${at}` : number;
    for (const key of nameKeys(lastName, firstName)) add(`${fold(school)} ${key}`, person);
    if (fold(nickname) !== "") add(`${fold(school)} nickname ${fold(nickname)}`, person);
    const address = email.trim().toLowerCase();
    const known = emails.get(number);
    // Of two addresses the first in the alphabet: the order of the rows must not decide.
    if (number !== "" && address !== "" && (known === undefined || address < known))
      emails.set(number, address);
  }
  const resolve = (people: ReadonlySet<string>, at: string, several: Hop): Found => {
    const [eis = ""] = people;
    if (people.size > 1) return { hop: several, at };
    if (eis.startsWith(noNumber)) return { hop: "person-without-eis", at };
    const email = emails.get(eis);
    return email === undefined ? { hop: "eis-without-email", at: eis } : { eis, email };
  };
  return {
    byName: (school, name) => {
      const { last, first } = splitName(name);
      const keys = nameKeys(last, first).map((key) => `${fold(school)} ${key}`);
      const people = keys.map((key) => byKey.get(key)).find((one) => one !== undefined);
      return people === undefined
        ? { hop: "teacher-not-in-pedagogue-file", at: name }
        : resolve(people, name, "several-people-of-one-name");
    },
    byNickname: (school, nickname) => {
      const all = byKey.get(`${fold(school)} nickname ${fold(nickname)}`);
      if (all === undefined) return { hop: "nickname-not-in-pedagogue-file", at: nickname };
      // A row without a number beside one with it is the same person, not yet filled in.
      const numbered = new Set([...all].filter((person) => !person.startsWith(noNumber)));
      return resolve(
        numbered.size > 0 ? numbered : new Set([...all].slice(0, 1)),
        nickname,
        "nickname-of-several-people",
      );
    },
  };
};

/** Begins what stands for somebody without a number; no EIS number holds a space. */
const noNumber = " ";
