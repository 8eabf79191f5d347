import { makeTeacherRule } from "../nyc-teacher-rule.ts";

/** Teachers of the RACL whose name several people of their school's pedagogue file have. */
export const rule = makeTeacherRule("nyc-teacher-name-shared", ({ people }) => people.size > 1);
