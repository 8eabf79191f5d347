import { createRandom } from "../../utils/generate/random.ts";
import { type District, type DistrictClass, type DistrictStudent, nameClass } from "./district.ts";
import { createTeacherMaker, makeHomeroom } from "./make-classes.ts";
import { createStudentMaker } from "./make-students.ts";

/** What happened in a week, by Student Internal ID or class id, so that a test can hold a plan against it. */
export type NextWeek = {
  district: District;
  /** New students in classes that exist already. */
  added: string[];
  /** New students of the new class: they wait for the receiver's second run. */
  waiting: string[];
  moved: { id: string; from: string; to: string }[];
  changed: { id: string; field: "lastName" | "firstName" | "birthDate" }[];
  withdrawn: string[];
  reassigned: { classId: string; teacherId: string };
  newClassId: string;
  rekeyed: { from: string; to: string };
  /** Class that is not a homeroom, and its students. */
  scheduled: { classId: string; students: string[] };
};

/** Ids of the made people must not meet those of the district they join. */
const drawStudent = (
  make: (homeroom: DistrictClass) => DistrictStudent,
  homeroom: DistrictClass,
  taken: ReadonlySet<string>,
): DistrictStudent => {
  let student = make(homeroom);
  while (taken.has(student.id)) student = make(homeroom);
  return student;
};

/** A week later: students come, go, move and are corrected; a class changes hands, another opens. */
export const makeNextWeek = (district: District, seed = 7): NextWeek => {
  const random = createRandom(seed);
  const homerooms = district.classes.filter(({ homeroom }) => homeroom);
  const makeStudent = createStudentMaker(random, district.schoolYear.begins);
  const makeTeacher = createTeacherMaker(random);
  const taken = new Set(district.students.map(({ id }) => id));

  const school = district.schools[1]!;
  const substitute = { ...makeTeacher(school.id), id: "T009801" };
  const newTeacher = { ...makeTeacher(school.id), id: "T009802" };
  const newClass = makeHomeroom(school, "KG", 6, newTeacher);
  const lab: DistrictClass = {
    ...newClass,
    id: `CLS-${school.id.slice(-3)}-LAB-01`,
    title: "Dual Language Lab",
    homeroom: false,
    level: "All Levels",
    room: "S9",
  };

  // Disjoint groups, so that each student has one story.
  const [...cast] = random.shuffle(district.students);
  const movers = cast.splice(0, 4);
  const corrected = cast.splice(0, 3);
  const leavers = cast.splice(0, 5);
  const [rekeyed] = cast.splice(0, 1) as [DistrictStudent];
  const labStudents = cast.filter(({ schoolId }) => schoolId === school.id).slice(0, 12);
  const newId = `9${rekeyed.id.slice(1)}`;

  const moved = movers.map(({ id, schoolId, grade, homeroomId }) => {
    const others = homerooms.filter((room) => room.schoolId === schoolId && room.id !== homeroomId);
    const to = others.find(({ grades }) => grades[0] === grade) ?? others[0]!;
    return { id, from: homeroomId!, to: to.id };
  });
  const fields = ["lastName", "firstName", "birthDate"] as const;
  const changed = corrected.map(({ id }, index) => ({ id, field: fields[index]! }));
  const correct = (student: DistrictStudent): DistrictStudent => {
    const field = changed.find(({ id }) => id === student.id)?.field;
    if (field === "lastName") return { ...student, lastName: `${student.lastName}-Whitaker` };
    if (field === "firstName") return { ...student, firstName: `${student.firstName} Alexis` };
    if (field === "birthDate") return { ...student, birthDate: `${student.birthDate.slice(0, 8)}15` };
    return student;
  };
  const labIds = new Set(labStudents.map(({ id }) => id));
  const stays = district.students
    .filter((student) => !leavers.includes(student))
    .map(correct)
    .map((student) => {
      const to = moved.find(({ id }) => id === student.id)?.to;
      return {
        ...student,
        ...(to === undefined ? {} : { homeroomId: to }),
        id: student.id === rekeyed.id ? newId : student.id,
        scheduledIds: labIds.has(student.id) ? [...student.scheduledIds, lab.id] : student.scheduledIds,
      };
    });
  const newcomers = Array.from({ length: 6 }, () => drawStudent(makeStudent, random.pick(homerooms), taken));
  const firsts = Array.from({ length: 4 }, () => drawStudent(makeStudent, newClass, taken));

  const given = homerooms[5]!;
  const classes = district.classes.map((section) =>
    section.id === given.id
      ? {
          ...section,
          teacherId: substitute.id,
          title: nameClass(substitute.lastName, section.dayType, section.level),
        }
      : section,
  );
  return {
    district: {
      ...district,
      teachers: [
        ...district.teachers.filter(({ id }) => id !== given.teacherId),
        { ...substitute, schoolId: given.schoolId },
        newTeacher,
      ],
      classes: [...classes, newClass, lab],
      students: [...stays, ...newcomers, ...firsts],
    },
    added: newcomers.map(({ id }) => id),
    waiting: firsts.map(({ id }) => id),
    moved,
    changed,
    withdrawn: leavers.map(({ id }) => id),
    reassigned: { classId: given.id, teacherId: substitute.id },
    newClassId: newClass.id,
    rekeyed: { from: rekeyed.id, to: newId },
    scheduled: { classId: lab.id, students: [...labIds] },
  };
};
