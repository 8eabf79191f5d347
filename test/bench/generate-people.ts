import type { Cells } from "./columns.ts";
import { idOf } from "./district-year.ts";
import { familyNames, givenNames, grades } from "./names.ts";
import type { StudentPlant } from "./plants.ts";
import type { Random } from "./random.ts";

const folded = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]/g, "")
    .toLowerCase();

type Person = { id: string; role: string; number: number; orgs: string };

/** A user's row without faults. One name in a hundred has a comma, one in two hundred a nickname in quotes. */
export const makeUser = (person: Person, random: Random): Cells<"users"> => {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const isStudent = person.role === "student";
  // A student and a teacher may have one name and one number: then it must not look like one person.
  const login = `${isStudent ? "" : `${person.role[0]}.`}${folded(given)}.${folded(family)}${person.number}`;
  return {
    sourcedId: person.id,
    enabledUser: "true",
    orgSourcedIds: person.orgs,
    role: person.role,
    username: login,
    userIds: isStudent ? `{SIS:${100_000_000 + person.number}}` : "",
    givenName: random.below(200) === 0 ? `${given} "${given.slice(0, 3)}"` : given,
    familyName: random.below(100) === 0 ? `${family}, Jr.` : family,
    middleName: random.below(3) === 0 ? random.pick(givenNames) : "",
    identifier: isStudent ? String(4_000_000_000 + person.number) : "",
    email: `${login}@${isStudent ? "students." : ""}example.org`,
    phone: random.below(4) === 0 ? `555-01${10 + random.below(90)}` : "",
    grades: isStudent ? random.pick(grades) : "",
  };
};

/** Turns a student's clean user row into the planted one. */
export const spoilUser = (cells: Cells<"users">, plant: StudentPlant | undefined): Cells<"users"> => {
  switch (plant) {
    case "missing users.familyName":
      return { ...cells, familyName: "" };
    case "missing users.username":
      return { ...cells, username: "" };
    case "invalid users.email":
      return { ...cells, email: `${cells.username} at example.org` };
    case "invalid users.enabledUser":
      return { ...cells, enabledUser: "TRUE" };
    case "invalid users.grades":
      return { ...cells, grades: "8-Jun" };
    case "invalid users.userIds":
      return { ...cells, userIds: "SIS=17" };
    case "dangling users.orgSourcedIds":
      return { ...cells, orgSourcedIds: `${cells.orgSourcedIds},org-closed` };
    case "dangling users.agentSourcedIds":
      return { ...cells, agentSourcedIds: "grd-unknown" };
    default:
      return cells;
  }
};

const bool = (random: Random, oneIn: number): string => (random.below(oneIn) === 0 ? "true" : "false");

/** The year of birth that goes with a grade in the fall of 2026: kindergarten is for those of 2021 and late 2020. */
const birthYear = (grade: string, random: Random): number =>
  2021 - random.below(2) - Math.max(0, (grades as readonly string[]).indexOf(grade));

/** A student's demographics row, spoiled when planted. */
export const makeDemographics = (
  student: number,
  grade: string,
  random: Random,
  plant: StudentPlant | undefined,
): Cells<"demographics"> => {
  const year = birthYear(grade, random);
  const month = String(1 + random.below(12)).padStart(2, "0");
  const day = String(1 + random.below(28)).padStart(2, "0");
  return {
    sourcedId: idOf.student(student),
    birthDate: plant === "invalid demographics.birthDate" ? `5/13/${year}` : `${year}-${month}-${day}`,
    sex: plant === "invalid demographics.sex" ? "F" : random.pick(["female", "male"]),
    americanIndianOrAlaskaNative: bool(random, 50),
    asian: bool(random, 12),
    blackOrAfricanAmerican: bool(random, 6),
    nativeHawaiianOrOtherPacificIslander: bool(random, 100),
    white: bool(random, 2),
    demographicRaceTwoOrMoreRaces: bool(random, 20),
    hispanicOrLatinoEthnicity:
      plant === "invalid demographics.hispanicOrLatinoEthnicity" ? "Yes" : bool(random, 2),
    countryOfBirthCode: random.below(8) === 0 ? "MX" : "US",
    cityOfBirth: random.below(4) === 0 ? random.pick(["Houston", "San José", "Peñasco", "Dallas, TX"]) : "",
  };
};
