import type { GradeLevel, Guardian, Person, School, Teacher } from "./district.ts";
import { gradeLevels } from "./district.ts";
import { boys, girls, otherLastNames, spanishLastNames } from "./names.ts";
import type { Random } from "./random.ts";

const domain = "bluebonnetisd.example";

/** Letters of a name as an address has them: "De León" is "deleon". */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();

/** Gives each address once: "luz.paz", "luz.paz2". */
const createAddresses = () => {
  const taken = new Map<string, number>();
  return (plain: string, host: string): string => {
    const times = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, times);
    return `${plain}${times === 1 ? "" : times}@${host}`;
  };
};

const createNumbers = (random: Random) => {
  const taken = new Set<number>();
  return (min: number, max: number): number => {
    let number = random.int(min, max);
    while (taken.has(number)) number = number === max ? min : number + 1;
    taken.add(number);
    return number;
  };
};

/** A birth date that fits the grade on 1 September of the school year: kindergarten is five. */
const birthDateFor = (grade: GradeLevel, startYear: number, random: Random): string => {
  const age = 4 + gradeLevels.indexOf(grade);
  const september = Date.UTC(startYear - age, 8, 1);
  return new Date(september - random.int(1, 364) * 86_400_000).toISOString().slice(0, 10);
};

export type Drawn = Person & {
  id: string;
  stateId: string;
  username: string;
  birthDate: string;
  sex: "female" | "male";
  hispanic: boolean;
  grade: GradeLevel;
};

/** Makes people with distinct ids, addresses and user names; about one student's id in five begins with nought. */
export const createPeopleMaker = (random: Random, startYear: number) => {
  const address = createAddresses();
  const ids = createNumbers(random);
  const stateIds = createNumbers(random);
  const staffNumbers = createNumbers(random);
  let guardians = 0;
  const family = (hispanic: boolean): string =>
    hispanic && random.chance(0.2)
      ? `${random.pick(spanishLastNames)}${random.pick(["-", " "])}${random.pick(spanishLastNames)}`
      : random.pick(hispanic ? spanishLastNames : otherLastNames);

  const student = (grade: GradeLevel): Drawn => {
    const sex = random.chance(0.5) ? "female" : "male";
    const hispanic = random.chance(0.5);
    const names = sex === "female" ? girls : boys;
    const firstName = random.pick(names);
    const lastName = family(hispanic);
    const id = String(ids(10_000, 4_999_999)).padStart(7, "0");
    const username = `${plainName(firstName).slice(0, 1)}${plainName(lastName)}${id.slice(-4)}`;
    const email = address(username, `students.${domain}`);
    return {
      id,
      stateId: String(stateIds(1_000_000_000, 4_999_999_999)),
      username: email.slice(0, email.indexOf("@")),
      firstName,
      middleName: random.chance(0.6) ? random.pick(names) : "",
      lastName,
      email,
      birthDate: birthDateFor(grade, startYear, random),
      sex,
      hispanic,
      grade,
    };
  };
  const teacher = (school: School): Teacher => {
    const number = String(staffNumbers(1_000_000, 9_999_999));
    const firstName = random.pick(random.chance(0.7) ? girls : boys);
    const lastName = family(random.chance(0.4));
    const email = address(`${plainName(firstName)}.${plainName(lastName)}`, domain);
    return { id: `T${number}`, number, firstName, middleName: "", lastName, email, school };
  };
  const guardian = (lastName: string): Guardian => {
    guardians++;
    const firstName = random.pick(random.chance(0.6) ? girls : boys);
    return {
      id: `G${String(guardians).padStart(6, "0")}`,
      firstName,
      middleName: "",
      lastName,
      email: address(`${plainName(firstName)}.${plainName(lastName)}`, "example.com"),
      phone: `+1512555${String(guardians).padStart(4, "0")}`,
    };
  };
  return { student, teacher, guardian };
};

/** Every 50th student becomes the twin of the next one of the same school: one family, one birth date, other names. */
export const makeTwins = <T extends Drawn & { school: School }>(students: readonly T[]): T[] => {
  const made = [...students];
  for (let i = 24; i < made.length; i += 50) {
    const one = made[i];
    const at = made.findIndex(
      (other, index) =>
        one !== undefined &&
        index > i &&
        other.school === one.school &&
        other.grade === one.grade &&
        other.firstName !== one.firstName,
    );
    const other = made[at];
    if (one === undefined || other === undefined) continue;
    made[at] = { ...other, lastName: one.lastName, birthDate: one.birthDate, hispanic: one.hispanic };
  }
  return made;
};

/** Every 40th student gets the whole name of a student of another school; birth dates and ids stay their own. */
export const makeNamesakes = <T extends Drawn & { school: School }>(students: readonly T[]): T[] => {
  const made = [...students];
  for (let i = 7; i < made.length; i += 40) {
    const one = made[i];
    const at = made.findIndex(
      (other, index) =>
        one !== undefined &&
        index > i + 3 &&
        other.school !== one.school &&
        other.sex === one.sex &&
        other.birthDate !== one.birthDate,
    );
    const other = made[at];
    if (one === undefined || other === undefined) continue;
    made[at] = { ...other, firstName: one.firstName, middleName: one.middleName, lastName: one.lastName };
  }
  return made;
};
