/** The sets of the benchmark, by the number of students; everything else follows from it. */

export const sizes = {
  /** About 11 MB, 94 thousand rows. */
  S: 5_480,
  /** About 108 MB, 945 thousand rows, 798 thousand of them enrollments. */
  M: 54_800,
  /** About 952 MB, 8.3 million rows: the largest US district. */
  L: 480_000,
  /** About 5.6 GB, 48 million rows: a whole state. */
  XL: 2_800_000,
} as const;

export type SizeName = keyof typeof sizes;

export const isSizeName = (text: string): text is SizeName => Object.hasOwn(sizes, text);

/** A school of the district: how many people and classes, and where their numbers start. */
export type SchoolShape = {
  index: number;
  firstStudent: number;
  students: number;
  homerooms: number;
  scheduled: number;
  firstClass: number;
  teachers: number;
  firstTeacher: number;
};

export const studentsPerHomeroom = 22;
export const coursesPerStudent = 13;
const studentsPerClass = 25;
const studentsPerSchool = 600;

/** Splits a district of `students` into schools. Numbers of students, classes and teachers run through the district. */
export const shapeSchools = (students: number): SchoolShape[] => {
  const count = Math.max(1, Math.round(students / studentsPerSchool));
  const schools: SchoolShape[] = [];
  let [firstStudent, firstClass, firstTeacher] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const here = Math.floor(((index + 1) * students) / count) - firstStudent;
    const homerooms = Math.ceil(here / studentsPerHomeroom);
    const scheduled = Math.max(coursesPerStudent, Math.ceil((here * coursesPerStudent) / studentsPerClass));
    const teachers = Math.ceil(here / 18);
    schools.push({
      index,
      firstStudent,
      students: here,
      homerooms,
      scheduled,
      firstClass,
      teachers,
      firstTeacher,
    });
    firstStudent += here;
    firstClass += homerooms + scheduled;
    firstTeacher += teachers;
  }
  return schools;
};
