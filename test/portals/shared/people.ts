import { boys, girls, otherLastNames, spanishLastNames } from "../../../utils/generate/names.ts";
import { createRandom, type Random } from "../../../utils/generate/random.ts";

/** Invented people for the look-alike portals. */
export type Person = {
  id: string;
  stateId: string;
  firstName: string;
  lastName: string;
  /** ISO date. */
  birthDate: string;
  gender: string;
  gradeLevel: string;
};

/** `count` people of some grades; ids of `digits` digits, each its own. The same seed makes the same people. */
export const makePeople = (
  seed: number,
  count: number,
  {
    grades,
    digits,
    stateId,
  }: { grades: readonly number[]; digits: number; stateId: (random: Random) => string },
): Person[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const isGirl = random.chance(0.5);
    const grade = grades[index % grades.length]!;
    const birth = Date.UTC(2026 - grade - 6, random.int(0, 11), random.int(1, 28));
    return {
      id: String(index * 37 + 10 ** (digits - 1) + seed).slice(0, digits),
      stateId: stateId(random),
      firstName: random.pick(isGirl ? girls : boys),
      lastName: random.pick(random.chance(0.4) ? spanishLastNames : otherLastNames),
      birthDate: new Date(birth).toISOString().slice(0, 10),
      gender: isGirl ? "Female" : "Male",
      gradeLevel: String(grade),
    };
  });
};

/** "03/14/2018" of an ISO date. */
export const toUsDate = (iso: string): string => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`;

/** ISO of "03/14/2018", or the text itself where it is none. */
export const toIsoDate = (text: string): string => {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  return year === undefined ? text : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
};
