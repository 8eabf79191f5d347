/**
 * The words everything speaks: a roster as one source tells it, whether a file, a page or the last upload.
 * Field names follow OneRoster 1.1 where it has a word; a homeroom is a section with `homeroom: true`.
 */

/** What a person's record may hold; absent means that the source does not tell, never that it is empty. */
export type StudentFields = {
  firstName?: string;
  middleName?: string;
  lastName?: string;
  /** ISO date, YYYY-MM-DD. */
  birthDate?: string;
  gender?: string;
  ethnicity?: string;
  /** State Unique ID (TSDS in Texas). */
  stateId?: string;
  gradeLevel?: string;
  assessmentLanguage?: string;
  reportLanguage?: string;
  /** "Active" or "Inactive" where the source has a status. */
  status?: string;
};

export type StudentField = keyof StudentFields;

/** All of them. */
export const studentFields = Object.keys({
  firstName: true,
  middleName: true,
  lastName: true,
  birthDate: true,
  gender: true,
  ethnicity: true,
  stateId: true,
  gradeLevel: true,
  assessmentLanguage: true,
  reportLanguage: true,
  status: true,
} satisfies Record<StudentField, true>) as readonly StudentField[];

export type Student = {
  /** The identity the receiver matches on: Student Internal ID, OneRoster sourcedId. May be "" on a page. */
  id: string;
  fields: StudentFields;
  /** Ids of the sections the source places the student in; only homerooms count for CLI Engage. */
  sectionIds: readonly string[];
  schoolId?: string;
  /** Where the record stands in its source: 1-based line of a file, or 1-based row of a page. */
  line?: number;
};

export type Section = {
  id: string;
  title: string;
  schoolId?: string;
  teacherIds: readonly string[];
  homeroom: boolean;
  line?: number;
};

export type Teacher = {
  id: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  schoolId?: string;
};

export type School = { id: string; name: string };

/** How much of the truth a source shows. Not seen is never missing: see DESIGN.md. */
export type Coverage =
  | { kind: "complete" }
  | {
      kind: "partial";
      /** Sections whose whole roster was seen. */
      sectionIds: readonly string[];
      /** For a page that shows part of a section: seen of how many. */
      seen?: number;
      of?: number;
    };

export type RosterSource =
  | { kind: "file"; name: string /** ISO instant */; checkedAt: string }
  | { kind: "page"; portal: string /** ISO instant */; seenAt: string };

export type Roster = {
  source: RosterSource;
  coverage: Coverage;
  schools: readonly School[];
  sections: readonly Section[];
  teachers: readonly Teacher[];
  students: readonly Student[];
};

/** A roster that holds nothing: what a never-visited portal looks like. */
export const emptyRoster = (source: RosterSource): Roster => ({
  source,
  coverage: { kind: "partial", sectionIds: [] },
  schools: [],
  sections: [],
  teachers: [],
  students: [],
});
