import { normaliseDate } from "./normalise-value.ts";
import {
  type Coverage,
  type Roster,
  type Section,
  type Student,
  type StudentFields,
  studentFields,
  type Teacher,
} from "./roster.ts";

/** What a content script read from a roster page; the shape of the `PageRoster` message. */
export type SeenPage = {
  schools: readonly { id: string; name: string }[];
  sections: readonly {
    id: string;
    title: string;
    schoolId?: string | undefined;
    teacherIds: readonly string[];
    teacherName?: string | undefined;
    homeroom: boolean;
  }[];
  students: readonly {
    id: string;
    fields: Readonly<Record<string, string>>;
    sectionIds: readonly string[];
    schoolId?: string | undefined;
    line?: number | undefined;
  }[];
  seen: number;
  of?: number | undefined;
  /** False where the page shows a part only, though it may not say of how many. */
  whole?: boolean | undefined;
};

/** The id of a teacher of whom a page shows the name only. */
const namedTeacher = "name:";
export const isNamedOnly = (teacherId: string): boolean => teacherId.startsWith(namedTeacher);

/**
 * A page as a roster. A page that says "20 of 26" has not shown any of its sections whole, so none is covered; one without
 * a total is taken at its word. `seenAt` is an ISO instant; `restricted` says that the user's access level hides some students, so
 * that no section was seen whole, whatever the page counts.
 */
export const rosterFromPage = (
  page: SeenPage,
  { restricted = false, ...source }: { portal: string; seenAt: string; restricted?: boolean },
): Roster => {
  const teachers = new Map<string, Teacher>();
  const sections = page.sections.map((seen): Section => {
    const { id, title, homeroom, schoolId, teacherName } = seen;
    const named = seen.teacherIds.length === 0 && teacherName !== undefined && teacherName.trim() !== "";
    const teacherIds = named ? [namedTeacher + teacherName] : seen.teacherIds;
    for (const teacherId of teacherIds) {
      teachers.set(teacherId, {
        id: teacherId,
        ...(teacherName !== undefined && teacherIds.length === 1 && { lastName: teacherName }),
      });
    }
    return { id, title, homeroom, teacherIds, ...(schoolId !== undefined && { schoolId }) };
  });
  return {
    source: { kind: "page", ...source },
    coverage: restricted ? { kind: "partial", sectionIds: [], seen: page.seen } : coverageOf(page),
    schools: page.schools,
    sections,
    teachers: [...teachers.values()],
    students: page.students.map(studentFromRow),
  };
};

const coverageOf = ({ sections, seen, of, whole }: SeenPage): Coverage => {
  if (whole === false && (of === undefined || seen >= of)) return { kind: "partial", sectionIds: [], seen };
  if (of === undefined || seen >= of) return { kind: "partial", sectionIds: sections.map(({ id }) => id) };
  return { kind: "partial", sectionIds: [], seen, of };
};

const studentFromRow = ({
  id,
  fields,
  sectionIds,
  schoolId,
  line,
}: SeenPage["students"][number]): Student => {
  const known: StudentFields = {};
  for (const field of studentFields) {
    const value = fields[field];
    if (value !== undefined) known[field] = value;
  }
  if (fields.name !== undefined && known.lastName === undefined) Object.assign(known, splitName(fields.name));
  if (known.birthDate !== undefined) known.birthDate = normaliseDate(known.birthDate) ?? known.birthDate;
  return {
    id: id.trim(),
    fields: known,
    sectionIds,
    ...(schoolId !== undefined && { schoolId }),
    ...(line !== undefined && { line }),
  };
};

/** "Last, First Middle", or a name whose parts nobody tells apart, which stands as the last name. */
const splitName = (name: string): StudentFields => {
  const [lastName = "", ...rest] = name.split(",").map((part) => part.trim());
  return { lastName, ...(rest.length > 0 && { firstName: rest.join(" ") }) };
};
