import {
  type Course,
  type District,
  type GradeLevel,
  gradeLevels,
  type School,
  type Student,
} from "./district.ts";
import { createPeopleMaker, type Drawn, makeNamesakes, makeTwins } from "./make-people.ts";
import { createScheduler } from "./make-sections.ts";
import { schoolNames } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import { schoolYearOf } from "./school-year.ts";

export type DistrictOptions = {
  students: number;
  seed: number;
  /** ISO day of the check: it decides the school year. */
  date: string;
  /** The grades that are taught; all by default. */
  grades?: readonly GradeLevel[];
};

const kinds = [
  { kind: "elementary", from: "PK", to: "05", about: 500, word: "Elementary School" },
  { kind: "middle", from: "06", to: "08", about: 700, word: "Middle School" },
  { kind: "high", from: "09", to: "12", about: 1400, word: "High School" },
] as const;

/** What a school is called after: "Barton Creek". */
const stems = schoolNames.map((name) =>
  name.replace(/ (Elementary School|Early Childhood Center|Primary School)$/, ""),
);
const compass = ["", "North ", "South ", "East ", "West "];

const makeSchools = (grades: readonly GradeLevel[], students: number): School[] => {
  const schools: School[] = [];
  for (const { kind, from, to, about, word } of kinds) {
    const own = gradeLevels
      .slice(gradeLevels.indexOf(from), gradeLevels.indexOf(to) + 1)
      .filter((grade) => grades.includes(grade));
    if (own.length === 0) continue;
    const share = (students * own.length) / grades.length;
    const count = Math.max(kind === "elementary" ? 2 : 1, Math.round(share / about));
    for (let i = 0; i < count; i++) {
      const at = schools.length;
      const stem = `${compass[Math.floor(at / stems.length) % compass.length]}${stems[at % stems.length]}`;
      const more = at >= stems.length * compass.length ? ` ${Math.floor(at / stems.length)}` : "";
      schools.push({
        id: String(101 + at).padStart(4, "0"),
        name: `${stem} ${word}${more}`,
        kind,
        grades: own,
      });
    }
  }
  return schools;
};

const place = (drawn: readonly Drawn[], schools: readonly School[]): (Drawn & { school: School })[] => {
  const times = new Map<GradeLevel, number>();
  return drawn.map((one) => {
    const fitting = schools.filter(({ grades }) => grades.includes(one.grade));
    const time = times.get(one.grade) ?? 0;
    times.set(one.grade, time + 1);
    return { ...one, school: fitting[time % fitting.length] as School };
  });
};

const groupBy = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
};

/** Children of one school and family name live together; every third student has nobody on file. */
const createFamilies = (random: Random, make: ReturnType<typeof createPeopleMaker>["guardian"]) => {
  const families = new Map<string, ReturnType<typeof make>>();
  return ({ lastName, birthDate }: Drawn) => {
    const key = `${lastName} ${birthDate}`;
    const known = families.get(key);
    if (known !== undefined || random.chance(0.35)) return known;
    const made = make(lastName);
    families.set(key, made);
    return made;
  };
};

/**
 * Bluebonnet ISD with as many students as asked for: the same options always make the same people. Twins, students of
 * the same name, compound and accented names; several schools; one homeroom for everybody, and from grade 6 on
 * a timetable of year and semester courses.
 */
export const makeDistrict = ({
  students: wanted,
  seed,
  date,
  grades = gradeLevels,
}: DistrictOptions): District => {
  const random = createRandom(seed);
  const schoolYear = schoolYearOf(date);
  const make = createPeopleMaker(random, schoolYear.startYear);
  const schools = makeSchools(grades, wanted);
  const drawn = Array.from({ length: wanted }, (_, i) =>
    make.student(grades[i % grades.length] as GradeLevel),
  );
  const placed = makeNamesakes(makeTwins(place(drawn, schools)));
  const scheduler = createScheduler(random, schoolYear, make.teacher);
  const familyOf = createFamilies(random, make.guardian);
  const students: Student[] = [];
  for (const group of groupBy(placed, ({ school, grade }) => `${school.id} ${grade}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const rooms = Math.ceil(group.length / 24);
    for (let room = 0; room < rooms; room++) {
      const sections = scheduler.scheduleRoom(first.school, first.grade, room);
      const [homeroom] = sections;
      if (homeroom === undefined) continue;
      for (const one of group.filter((_, i) => i % rooms === room)) {
        students.push({ ...one, homeroom, sections, guardian: familyOf(one) });
      }
    }
  }
  const used = new Set(students.map(({ school }) => school));
  const guardians = new Set(students.flatMap(({ guardian }) => guardian ?? []));
  const { teachers, courses, sections } = scheduler.made();
  return {
    id: "000917",
    name: "Bluebonnet ISD",
    date,
    schoolYear,
    schools: schools.filter((school) => used.has(school)),
    courses: courses as Course[],
    teachers,
    sections,
    students,
    guardians: [...guardians],
  };
};
