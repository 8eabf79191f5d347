import { nycAtsStars } from "../../formats/nyc-ats-stars.ts";
import type { District, GradeLevel, Section, Student, Teacher } from "../district.ts";
import { plainName } from "../make-people.ts";
import { makePackage, type Package, type Row } from "../package.ts";

/** ATS writes names in capital letters without accents. */
const atsName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^a-zA-Z' -]/g, "")
    .toUpperCase();

const atsGrade = (grade: GradeLevel): string => (grade === "KG" ? "0K" : grade);
/** Nine digits, half of them beginning with nought. */
const osisOf = ({ id }: Student): string => `${Number(id) % 2 === 0 ? "20" : "02"}${id}`;

/** Names of teachers are unique in a school here: a shared one is a fault of its own. */
const nameTeachers = (
  teachers: readonly Teacher[],
): Map<Teacher, { last: string; first: string; nickname: string }> => {
  const taken = new Set<string>();
  const named = new Map<Teacher, { last: string; first: string; nickname: string }>();
  for (const teacher of teachers) {
    const first = atsName(teacher.firstName);
    const base = atsName(teacher.lastName);
    let last = base;
    for (let i = 0; taken.has(`${teacher.school.id} ${last}, ${first}`); i++) {
      last = `${base}-${["BAILEY", "CARTER", "EVANS", "HAYES", "PRICE", "WARD"][i % 6]}${"-REED".repeat(Math.floor(i / 6))}`;
    }
    taken.add(`${teacher.school.id} ${last}, ${first}`);
    named.set(teacher, {
      last,
      first,
      nickname: `${last.slice(0, 14)} ${first.slice(0, 1)} ${teacher.number.slice(-4)}`,
    });
  }
  return named;
};

/** Official classes as a school writes them: 401 is the first class of grade 4, 0K1 of kindergarten. */
const nameClasses = (sections: readonly Section[]): Map<string, string> => {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const section of sections.filter(({ homeroom }) => homeroom)) {
    const key = `${section.school.id} ${section.grade}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const grade = atsGrade(section.grade);
    const letter = /^\d+$/.test(grade) ? String(Number(grade)) : grade;
    names.set(section.id, `${letter}${String(count).padStart(2, "0")}`);
  }
  return names;
};

const guidOf = (student: Student, at: number): string =>
  `${student.id.padStart(8, "0")}-8b86-d011-b42d-${String(at).padStart(12, "0")}`;

export const makeNycAtsStars = (district: District): Package => {
  const { schools, students, teachers, sections, schoolYear } = district;
  const dbns = new Map(schools.map(({ id }, i) => [id, `02M${String(475 + i).padStart(3, "0")}`]));
  const dbnOf = (schoolId: string): string => dbns.get(schoolId) ?? "02M475";
  const names = nameTeachers(teachers);
  const classes = nameClasses(sections);
  const nameOf = (teacher: Teacher) => names.get(teacher) ?? { last: "", first: "", nickname: "" };
  const year = String(schoolYear.startYear);
  const courseCode = ({ course }: Section): string => course.code.replace(/[^0-9A-Za-z]/g, "").slice(0, 9);
  const termOf = ({ term }: Section): string => (term.id === schoolYear.spring.id ? "2" : "1");
  const person = (student: Student): Row => ({
    StudentID: osisOf(student),
    LastName: atsName(student.lastName),
    FirstName: atsName(student.firstName),
    GradeLevel: atsGrade(student.grade),
  });
  return makePackage(nycAtsStars, {
    racl: students.map((student) => {
      const { last, first } = nameOf(student.homeroom.teacher);
      return {
        SchoolDBN: dbnOf(student.school.id),
        OfficialClass: classes.get(student.homeroom.id) ?? "",
        TeacherName: `${last}, ${first}`,
        GradeLevel: atsGrade(student.grade),
        StudentID: osisOf(student),
        StudentName: `${atsName(student.lastName)}, ${atsName(student.firstName)}`,
      };
    }),
    pedagogues: teachers.map((teacher) => {
      const { last, first, nickname } = nameOf(teacher);
      return {
        SchoolDBN: dbnOf(teacher.school.id),
        EISNumber: teacher.number,
        LastName: last,
        FirstName: first,
        TeacherNickname: nickname,
        Email: `${plainName(first)}${teacher.number}@schools.nyc.example`,
      };
    }),
    program: students.flatMap((student) =>
      student.sections.map((section) => ({
        SchoolDBN: dbnOf(student.school.id),
        SchoolYear: year,
        TermId: termOf(section),
        ...person(student),
        OfficialClass: classes.get(student.homeroom.id) ?? "",
        CourseCode: courseCode(section),
        SectionId: String(section.period + 1),
        TeacherNickname: nameOf(section.teacher).nickname,
      })),
    ),
    registration: students
      .filter(({ school }) => school.kind !== "elementary")
      .flatMap((student) =>
        student.sections.slice(1, 2).map((section, at) => ({
          ...person(student),
          SchoolDBN: dbnOf(student.school.id),
          CourseCode: courseCode(section),
          AssignedSectionId: String(section.period + 1),
          LEPFlag: "0",
          CreatedDate: `${year}-09-08 07:30:00.000000`,
          SchoolYear: year,
          TermId: termOf(section),
          GUID: guidOf(student, at),
          StudentDOEEmail: `${student.username}@nycstudents.example`,
        })),
      ),
  });
};
