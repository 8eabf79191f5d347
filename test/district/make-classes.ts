import { boys, girls, otherLastNames, spanishLastNames, specials } from "../../utils/generate/names.ts";
import type { Random } from "../../utils/generate/random.ts";
import {
  type DistrictClass,
  type DistrictSchool,
  type DistrictTeacher,
  type Grade,
  grades,
  levelOfGrade,
  nameClass,
} from "./district.ts";

const asciiName = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();

/** Makes teachers with distinct ids and e-mail addresses, on demand. */
export const createTeacherMaker = (random: Random) => {
  const taken = new Set<string>();
  let number = 4100;
  return (schoolId: string): DistrictTeacher => {
    number += random.int(3, 40);
    const firstName = random.pick(random.chance(0.8) ? girls : boys);
    const lastName = random.pick(random.chance(0.5) ? spanishLastNames : otherLastNames);
    const plain = `${asciiName(firstName)}.${asciiName(lastName)}`;
    let email = `${plain}@bluebonnetisd.example`;
    for (let again = 2; taken.has(email); again++) email = `${plain}${again}@bluebonnetisd.example`;
    taken.add(email);
    const stateId = String(random.int(1_000_000_000, 9_999_999_999));
    return { id: `T${String(number).padStart(6, "0")}`, stateId, firstName, lastName, email, schoolId };
  };
};

const dayTypeFor = (grade: Grade, position: number) => {
  if (grade !== "PK") return "Full Day";
  return (["Full Day", "A.M.", "P.M."] as const)[position % 3]!;
};

/** A homeroom with its name as the portal will write it. */
export const makeHomeroom = (
  school: DistrictSchool,
  grade: Grade,
  position: number,
  teacher: DistrictTeacher,
): DistrictClass => {
  const dayType = dayTypeFor(grade, position);
  const level = levelOfGrade[grade];
  return {
    id: `CLS-${school.id.slice(-3)}-${grade}-${String(position + 1).padStart(2, "0")}`,
    title: nameClass(teacher.lastName, dayType, level),
    schoolId: school.id,
    courseId: `CRS-${grade}`,
    homeroom: true,
    teacherId: teacher.id,
    dayType,
    level,
    grades: [grade],
    room: String(100 + grades.indexOf(grade) * 20 + position),
  };
};

/** The classes that are not a homeroom: the receiver ignores them. */
export const makeSpecials = (school: DistrictSchool, teachers: readonly DistrictTeacher[]): DistrictClass[] =>
  specials.map((special, index) => ({
    id: `CLS-${school.id.slice(-3)}-${special.code}-01`,
    title: special.title,
    schoolId: school.id,
    courseId: `CRS-${special.code}`,
    homeroom: false,
    teacherId: teachers[index % teachers.length]!.id,
    dayType: "Full Day",
    level: "All Levels",
    grades: [...grades],
    room: `S${index + 1}`,
  }));
