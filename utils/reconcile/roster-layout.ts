import type { StudentField } from "../roster/roster.ts";

/** A column by file role and field. */
type Fields = readonly (readonly [StudentField, string])[];

/** Where the files of a format hold a roster whose people, sections and enrollments stand in files of their own. */
export type RosterLayout = {
  /** `type` names the column that says "school" of a school, where other organizations stand beside them. */
  schools: { role: string; id: string; name: string; type?: string };
  sections: { role: string; id: string; title: string; school: string; teachers: readonly string[] };
  students: { role: string; id: string; school?: string; fields: Fields };
  teachers: { role: string; id: string; firstName: string; lastName: string; email?: string };
  /** Students in sections; `as` names the column that says "student" where others stand beside them. */
  enrollments: { role: string; section: string; person: string; as?: string };
  /** Teachers in sections, where a file says so; `as` as above, with what it says of those who are not teachers. */
  teaching?: { role: string; section: string; person: string; as?: string };
  /** Which people are students, where one file holds everybody, and what it says of them. */
  roles?: { role: string; person: string; as: string; school: string; fields: Fields };
  demographics?: { role: string; person: string; fields: Fields };
};
