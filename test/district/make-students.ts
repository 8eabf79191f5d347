import { boys, girls, otherLastNames, spanishLastNames } from "../../utils/generate/names.ts";
import type { Random } from "../../utils/generate/random.ts";
import { type DistrictClass, type DistrictStudent, type Grade, grades } from "./district.ts";

/** A birth date that fits the grade on 1 September of the school year (Texas Education Code 25.001). */
export const birthDateFor = (grade: Grade, schoolYearBegins: string, random: Random): string => {
  const age = 4 + grades.indexOf(grade);
  const september = Date.UTC(Number(schoolYearBegins.slice(0, 4)) - age, 8, 1);
  return new Date(september - random.int(0, 364) * 86_400_000).toISOString().slice(0, 10);
};

/** Makes students with distinct ids; about one Internal ID in five begins with zero. */
export const createStudentMaker = (random: Random, schoolYearBegins: string) => {
  const ids = new Set<string>();
  const draw = (make: () => string) => {
    let id = make();
    while (ids.has(id)) id = make();
    ids.add(id);
    return id;
  };
  return (homeroom: DistrictClass): DistrictStudent => {
    const grade = homeroom.grades[0]!;
    const sex = random.chance(0.5) ? "female" : "male";
    const hispanic = random.chance(0.55);
    const lastName = random.pick(hispanic ? spanishLastNames : otherLastNames);
    const names = sex === "female" ? girls : boys;
    const maternal = random.pick(spanishLastNames);
    return {
      id: draw(() => String(random.int(10_000, 4_999_999)).padStart(7, "0")),
      stateId: draw(() => String(random.int(1_000_000_000, 9_999_999_999))),
      firstName: random.pick(names),
      middleName: random.chance(0.6) ? random.pick(names) : "",
      // A compound name with a space or with a hyphen, as registrars type either.
      lastName:
        hispanic && random.chance(0.2) ? `${lastName}${random.pick(["-", " "])}${maternal}` : lastName,
      birthDate: birthDateFor(grade, schoolYearBegins, random),
      sex,
      hispanic,
      grade,
      schoolId: homeroom.schoolId,
      homeroomId: homeroom.id,
      scheduledIds: [],
      assessmentLanguage: hispanic && random.chance(0.4) ? "Spanish" : "English",
    };
  };
};

/** Makes every 60th student the twin of the one before, in another homeroom of the same grade where there is one. */
export const makeTwins = (students: readonly DistrictStudent[]): DistrictStudent[] => {
  const made = [...students];
  for (let i = 59; i < made.length; i += 60) {
    const one = made[i]!;
    const twin = made.findIndex(
      (other, index) =>
        index > i &&
        other.grade === one.grade &&
        other.schoolId === one.schoolId &&
        other.homeroomId !== one.homeroomId,
    );
    if (twin < 0) continue;
    const { lastName, birthDate, hispanic } = one;
    const other = made[twin]!;
    const names = other.sex === "female" ? girls : boys;
    const firstName = other.firstName === one.firstName ? names[(i + 7) % names.length]! : other.firstName;
    made[twin] = { ...other, firstName, lastName, birthDate, hispanic };
  }
  return made;
};

/** Gives some students the full name of a student of another school; their birth dates and ids stay their own. */
export const makeNamesakes = (students: readonly DistrictStudent[], count: number): DistrictStudent[] => {
  const made = [...students];
  for (let k = 0; k < count; k++) {
    const from = made[k * 11 + 3];
    const to = made.findIndex(
      (other, index) =>
        index > k * 13 && from !== undefined && other.schoolId !== from.schoolId && other.sex === from.sex,
    );
    if (!from || to < 0) continue;
    const { firstName, middleName, lastName } = from;
    made[to] = { ...made[to]!, firstName, middleName, lastName };
  }
  return made;
};
