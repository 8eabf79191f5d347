import type { Roster, Section, Student, StudentFields, Teacher } from "../roster/roster.ts";

/** Short hands for the tests of this room: rosters as a few lines. */

export const student = (id: string, name: string, sections: string, fields: StudentFields = {}): Student => {
  const [firstName = "", lastName = ""] = name.split(" ");
  return {
    id,
    fields: { firstName, lastName, birthDate: "2021-04-05", ...fields },
    sectionIds: sections.split(" ").filter((section) => section !== ""),
  };
};

export const homeroom = (id: string, teacherId = `t-${id}`, title = `Class ${id}`): Section => ({
  id,
  title,
  schoolId: "S1",
  teacherIds: [teacherId],
  homeroom: true,
});

const emailOf = (id: string) => `${id}@example.org`;

export const teacher = (id: string, name = `Teacher ${id}`): Teacher => {
  const [firstName = "", lastName = ""] = name.split(" ");
  return { id, firstName, lastName, email: emailOf(id) };
};

type Parts = Partial<Pick<Roster, "students" | "sections" | "teachers" | "coverage">>;

const fill = ({ students = [], sections, teachers, coverage = { kind: "complete" } }: Parts) => {
  const ids = new Set(students.flatMap(({ sectionIds }) => sectionIds));
  const known = sections ?? [...ids].sort().map((id) => homeroom(id));
  return {
    coverage,
    schools: [{ id: "S1", name: "Elm" }],
    sections: known,
    teachers:
      teachers ?? [...new Set(known.flatMap(({ teacherIds }) => teacherIds))].map((id) => teacher(id)),
    students,
  };
};

export const fileRoster = (parts: Parts, name = "tonight.zip"): Roster => ({
  source: { kind: "file", name, checkedAt: "2026-11-16T08:00:00Z" },
  ...fill(parts),
});

/** A page that has shown the given sections whole. */
export const pageRoster = (seen: string, parts: Parts): Roster => ({
  source: { kind: "page", portal: "cli-engage", seenAt: "2026-11-15T15:00:00Z" },
  ...fill({ coverage: { kind: "partial", sectionIds: seen.split(" ") }, ...parts }),
});
