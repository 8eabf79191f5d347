import type { Edit, PageRoster } from "../messages/contracts.ts";

type Student = PageRoster["students"][number];
type Students = readonly Student[];

/** What a person did to a student, by field ("" where no column tells it), and the roster from before. */
export type Difference = { edits: Map<string, Edit>; before: PageRoster | undefined };

const nameParts = ["firstName", "middleName", "lastName"];

export const isComing = ({ change }: Edit): boolean =>
  ["enroll-new-student", "enroll-into-homeroom", "missing-class"].includes(change);
export const isGoing = ({ change }: Edit): boolean =>
  ["withdraw", "move-between-classes", "move-between-schools"].includes(change);

const studentsIn = ({ students }: PageRoster, sectionId: string): Students =>
  students.filter(({ sectionIds }) => sectionIds.includes(sectionId));

const findIn = (rosters: readonly PageRoster[], { studentId, sectionId }: Edit): Student | undefined => {
  const id = studentId.trim();
  if (id === "") return;
  for (const roster of rosters) {
    const found = studentsIn(roster, sectionId).find((each) => each.id.trim() === id);
    if (found) return found;
  }
  return;
};

/** Whether somebody who is not there is not in the class. */
const isWhole = ({ whole, of, students }: PageRoster): boolean =>
  whole !== false && (of === undefined || students.length >= of);

const bare = ({ change, studentId, sectionId, schoolId }: Edit): Edit => ({
  change,
  studentId,
  sectionId,
  schoolId,
});

/** The fields an edit may have changed: the name's parts for the name, all where it is not known which. */
const fieldsOf = (edit: Edit, before: Student): string[] => {
  if (isComing(edit)) return [];
  if (edit.field === "name") return before.fields.name === undefined ? nameParts : ["name"];
  if (edit.field !== undefined) return [edit.field];
  if (isGoing(edit)) return ["status"];
  return edit.change === "correct-details" ? Object.keys(before.fields) : [];
};

/** What is otherwise of a student, of the fields that were touched. */
export const differencesIn = ({ edits, before }: Difference, rosters: readonly PageRoster[]): Edit[] => {
  const [any] = edits.values();
  const was = any && before && findIn([before], any);
  const is = any && findIn(rosters, any);
  if (!was || !any) return [];
  // Gone from this class, and in another that the page shows beside it.
  if (!is) {
    const isMoved = rosters.some(({ students }) => students.some(({ id }) => id.trim() === was.id.trim()));
    return isMoved ? [{ ...bare(any), change: "move-between-classes" }] : [];
  }
  const told = new Set<string>();
  return [...edits.values()].flatMap((edit) =>
    fieldsOf(edit, was).flatMap((field) => {
      const [from = "", to = ""] = [was.fields[field], is.fields[field]];
      if (from === to || told.has(field)) return [];
      told.add(field);
      return [{ ...bare(edit), field, before: from, after: to }];
    }),
  );
};

const idsIn = (students: Students): Set<string> => new Set(students.map(({ id }) => id.trim()));

const nameOf = ({ fields }: Student): string =>
  fields.name ??
  [fields.firstName, fields.lastName].filter((part) => part !== undefined && part !== "").join(" ");

type Change = { came: Students; went: Students; stayed: number };

const changeOf = (sectionId: string, before: PageRoster, after: PageRoster): Change => {
  const [was, is] = [studentsIn(before, sectionId), studentsIn(after, sectionId)];
  const [wasIds, isIds] = [idsIn(was), idsIn(is)];
  const went = was.filter(({ id }) => id.trim() !== "" && !isIds.has(id.trim()));
  return {
    came: is.filter(({ id }) => id.trim() !== "" && !wasIds.has(id.trim())),
    went,
    stayed: was.length - went.length,
  };
};

/**
 * Who is in the class and was not. In a list of which a part is seen, another part would show many others: there only
 * one who has come to all who were there counts.
 */
export const arrivalsIn = (edit: Edit, before: PageRoster, after: PageRoster): Edit[] => {
  const { came, went } = changeOf(edit.sectionId, before, after);
  if (!(isWhole(before) && isWhole(after)) && (came.length > 1 || went.length > 0)) return [];
  return came.map((student) => ({ ...bare(edit), studentId: student.id, name: nameOf(student) }));
};

/**
 * Who was in the class and is not: the student it was about, or any where it was about none in particular. In a list
 * of which a part is seen, as many must have gone as the page counts fewer, or nobody may have come into view.
 */
export const departuresIn = (edit: Edit, before: PageRoster, after: PageRoster): Edit[] => {
  const { came, went, stayed } = changeOf(edit.sectionId, before, after);
  if (!(isWhole(before) && isWhole(after))) {
    const fewer = before.of === undefined || after.of === undefined ? undefined : before.of - after.of;
    const isSame = fewer === undefined ? came.length === 0 : fewer === went.length;
    if (!isSame || stayed <= went.length) return [];
  }
  const about = edit.studentId.trim();
  return went
    .filter(({ id }) => about === "" || id.trim() === about)
    .map((student) => ({ ...bare(edit), studentId: student.id }));
};
