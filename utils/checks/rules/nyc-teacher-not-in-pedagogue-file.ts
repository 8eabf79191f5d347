import { makeTeacherRule } from "../nyc-teacher-rule.ts";

/** Teachers of the RACL whom the pedagogue file of their school does not have: no EIS number, so no e-mail address. */
export const rule = makeTeacherRule("nyc-teacher-not-in-pedagogue-file", ({ people }) => people.size === 0);
