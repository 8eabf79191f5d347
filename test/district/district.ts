/** People and classes as a district's student information system holds them; no file format is known here. */

export const grades = ["PK", "KG", "01", "02"] as const;
export type Grade = (typeof grades)[number];

/** Words of the class level, as they stand in a class's name. */
export const levelOfGrade: Record<Grade, string> = {
  PK: "Pre-K",
  KG: "Kindergarten",
  "01": "1st Grade",
  "02": "2nd Grade",
};

export type DistrictSchool = { id: string; name: string };

export type DistrictTeacher = {
  id: string;
  /** TSDS Unique ID: staff have one too. */
  stateId: string;
  firstName: string;
  lastName: string;
  email: string;
  schoolId: string;
};

export type DistrictClass = {
  id: string;
  title: string;
  schoolId: string;
  courseId: string;
  homeroom: boolean;
  teacherId: string;
  dayType: "A.M." | "P.M." | "Full Day";
  level: string;
  /** Grades taught; a homeroom has one. */
  grades: readonly Grade[];
  room: string;
};

export type DistrictStudent = {
  /** The Student Internal ID: seven digits, some beginning with zero. */
  id: string;
  /** TSDS Unique ID: ten digits. */
  stateId: string;
  firstName: string;
  middleName: string;
  lastName: string;
  /** ISO date. */
  birthDate: string;
  sex: "female" | "male";
  hispanic: boolean;
  grade: Grade;
  schoolId: string;
  /** Absent for a student whom nobody has placed yet. */
  homeroomId?: string;
  /** Classes that are not a homeroom. */
  scheduledIds: readonly string[];
  assessmentLanguage: "English" | "Spanish";
};

export type District = {
  /** County-district number; county 000 does not exist, so no real district is meant. */
  id: string;
  name: string;
  schoolYear: { id: string; title: string; begins: string; ends: string; endYear: string };
  schools: readonly DistrictSchool[];
  courses: readonly { id: string; title: string; grades: readonly Grade[] }[];
  teachers: readonly DistrictTeacher[];
  classes: readonly DistrictClass[];
  students: readonly DistrictStudent[];
};

/** CLI Engage's name of a class: "<Teacher Last Name> <Class Day Type> <Class Level>". */
export const nameClass = (teacherLastName: string, dayType: string, level: string): string =>
  `${teacherLastName} ${dayType} ${level}`;
