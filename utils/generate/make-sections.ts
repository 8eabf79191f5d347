import type { Course, GradeLevel, School, Section, Teacher } from "./district.ts";
import { specials } from "./names.ts";
import type { Random } from "./random.ts";
import type { SchoolYear } from "./school-year.ts";

type Taught = { code: string; title: string; subject: string; term: "year" | "fall" | "spring" };

const year = (code: string, title: string, subject: string): Taught => ({
  code,
  title,
  subject,
  term: "year",
});

/** What every student of a school of that kind takes beside the homeroom. */
const middle: readonly Taught[] = [
  year("MAT", "Mathematics", "math"),
  year("ELA", "English Language Arts", "english/language arts"),
  year("SCI", "Science", "science"),
  year("SOC", "Social Studies", "social studies"),
  year("PE", "Physical Education", "PE and health"),
  { code: "ART", title: "Art, Drawing and Painting", subject: "arts and music", term: "fall" },
  { code: "MUS", title: "Music, Choir", subject: "arts and music", term: "spring" },
];
const high: readonly Taught[] = [
  year("ALG", "Algebra I", "math"),
  year("ENG", "English I", "english/language arts"),
  year("BIO", "Biology", "science"),
  year("HIS", "American History", "social studies"),
  year("SPA", "Español para hispanohablantes", "language"),
  { code: "HEA", title: "Health", subject: "PE and health", term: "fall" },
  { code: "ECO", title: "Economics", subject: "social studies", term: "spring" },
  {
    code: "CSP",
    title: "Computer Science Principles",
    subject: "technology and engineering",
    term: "spring",
  },
];
const elementary: readonly Taught[] = specials
  .slice(0, 2)
  .map(({ code, title }) => year(code, title, "other"));

const taughtIn = { elementary, middle, high } as const;

const levelOf = (grade: GradeLevel): string => {
  if (grade === "PK") return "Pre-K";
  return grade === "KG" ? "Kindergarten" : `Grade ${Number(grade)}`;
};

/** Makes the classes of a room of students, with their courses and teachers, and keeps what was made. */
export const createScheduler = (
  random: Random,
  schoolYear: SchoolYear,
  makeTeacher: (school: School) => Teacher,
) => {
  const teachers: Teacher[] = [];
  const sections: Section[] = [];
  const courses = new Map<string, Course>();
  /** Teachers of a course, each with how many classes they have. */
  const load = new Map<string, { teacher: Teacher; classes: number }>();

  const hire = (school: School): Teacher => {
    const teacher = makeTeacher(school);
    teachers.push(teacher);
    return teacher;
  };
  const teacherFor = (school: School, code: string): Teacher => {
    const key = `${school.id} ${code}`;
    const known = load.get(key);
    if (known !== undefined && known.classes < 6) {
      known.classes++;
      return known.teacher;
    }
    const teacher = hire(school);
    load.set(key, { teacher, classes: 1 });
    return teacher;
  };
  const courseOf = (
    school: School,
    code: string,
    title: string,
    subject: string,
    grade: GradeLevel,
  ): Course => {
    const key = `${school.id} ${code}`;
    const known = courses.get(key);
    if (known !== undefined) {
      if (!known.grades.includes(grade)) courses.set(key, { ...known, grades: [...known.grades, grade] });
      return courses.get(key) as Course;
    }
    const course = { code: `${code}-${school.id}`, title, subject, school, grades: [grade] };
    courses.set(key, course);
    return course;
  };
  const add = (section: Omit<Section, "id" | "room">, code: string): Section => {
    const made = {
      ...section,
      id: `C-${section.school.id}-${code}-${String(sections.length + 1).padStart(5, "0")}`,
      room: String(random.int(100, 399)),
    };
    sections.push(made);
    return made;
  };

  const scheduleRoom = (school: School, grade: GradeLevel, room: number): Section[] => {
    const teacher = hire(school);
    const level = levelOf(grade);
    const advisory = school.kind === "elementary" ? "Homeroom" : "Advisory";
    const dayType = grade === "PK" ? (room % 2 === 0 ? "A.M." : "P.M.") : "Full Day";
    const title =
      school.kind === "elementary"
        ? `${teacher.lastName} ${dayType} ${level}`
        : `${teacher.lastName} ${advisory} ${level}`;
    const common = { school, grade };
    const homeroom = add(
      {
        ...common,
        title,
        course: courseOf(school, `HR${grade}`, `${level} ${advisory}`, "homeroom/advisory", grade),
        teacher,
        homeroom: true,
        term: schoolYear.year,
        period: 0,
      },
      `HR${grade}`,
    );
    const others = taughtIn[school.kind].map((taught, index) =>
      add(
        {
          ...common,
          title: `${taught.title} ${level}${room === 0 ? "" : ` ${room + 1}`}`,
          course: courseOf(school, taught.code, taught.title, taught.subject, grade),
          teacher: teacherFor(school, taught.code),
          homeroom: false,
          term: schoolYear[taught.term],
          period: index + 1,
        },
        taught.code,
      ),
    );
    return [homeroom, ...others];
  };
  return { scheduleRoom, made: () => ({ teachers, sections, courses: [...courses.values()] }) };
};
