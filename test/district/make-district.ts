import { schoolNames, specials } from "../../utils/generate/names.ts";
import { createRandom } from "../../utils/generate/random.ts";
import { type District, type DistrictClass, type DistrictTeacher, grades, levelOfGrade } from "./district.ts";
import { createTeacherMaker, makeHomeroom, makeSpecials } from "./make-classes.ts";
import { createStudentMaker, makeNamesakes, makeTwins } from "./make-students.ts";

export type DistrictOptions = {
  seed?: number;
  /** Homerooms of each school; its length is the number of schools, at most six. */
  classesPerSchool?: readonly number[];
  students?: number;
};

const schoolYear = {
  id: "SY-2027",
  title: "2026-2027",
  begins: "2026-08-12",
  ends: "2027-05-27",
  endYear: "2027",
};

/** Bluebonnet ISD: by default 3 schools, 40 homerooms, 9 other classes, 45 teachers and 800 students. */
export const makeDistrict = (options: DistrictOptions = {}): District => {
  const { seed = 2026, classesPerSchool = [14, 13, 13], students: wanted = 800 } = options;
  const random = createRandom(seed);
  const makeTeacher = createTeacherMaker(random);
  const makeStudent = createStudentMaker(random, schoolYear.begins);
  const id = "000917";
  const schools = classesPerSchool.map((_, index) => ({
    id: `${id}${101 + index}`,
    name: schoolNames[index] ?? `Elementary School ${index + 1}`,
  }));
  const teachers: DistrictTeacher[] = [];
  const classes: DistrictClass[] = [];
  for (const [index, school] of schools.entries()) {
    for (let i = 0; i < classesPerSchool[index]!; i++) {
      const teacher = makeTeacher(school.id);
      teachers.push(teacher);
      classes.push(makeHomeroom(school, grades[i % grades.length]!, Math.floor(i / grades.length), teacher));
    }
    // The first two schools have two special teachers, the others share one each: 40 + 5.
    const specialists = Array.from({ length: index < 2 ? 2 : 1 }, () => makeTeacher(school.id));
    teachers.push(...specialists);
    classes.push(...makeSpecials(school, specialists));
  }
  const homerooms = classes.filter((section) => section.homeroom);
  const drawn = Array.from({ length: wanted }, (_, i) => makeStudent(homerooms[i % homerooms.length]!));
  const placed = makeNamesakes(makeTwins(drawn), 6).map((student) => ({
    ...student,
    scheduledIds: classes
      .filter((section) => !section.homeroom && section.schoolId === student.schoolId)
      .filter((_, special) => special !== 2 || student.grade !== "PK")
      .map((section) => section.id),
  }));
  const courses = [
    ...grades.map((grade) => ({
      id: `CRS-${grade}`,
      title: `${levelOfGrade[grade]} Homeroom`,
      grades: [grade],
    })),
    ...specials.map((special) => ({ id: `CRS-${special.code}`, title: special.title, grades: [...grades] })),
  ];
  return { id, name: "Bluebonnet ISD", schoolYear, schools, courses, teachers, classes, students: placed };
};
