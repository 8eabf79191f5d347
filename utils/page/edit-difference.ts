import type { Edit, PageRoster } from "../messages/contracts.ts";
import { rosterOf } from "./carry-edits.ts";

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

/** Who somebody is: by their id; where the page shows none, by their name, as far as no other has the same. */
const whoIs = (student: Student): string => student.id.trim() || nameOf(student);
const whomOf = ({ studentId, name = "" }: Edit): string => studentId.trim() || name;

const findIn = (rosters: readonly PageRoster[], edit: Edit): Student | undefined => {
  const who = whomOf(edit);
  if (who === "") return;
  for (const roster of rosters) {
    const found = studentsIn(roster, edit.sectionId).filter((each) => whoIs(each) === who);
    if (found.length === 1) return found[0];
  }
  return;
};

/** Whether somebody who is not there is not in the class. */
const isWhole = ({ whole, of, students }: PageRoster): boolean =>
  whole !== false && (of === undefined || students.length >= of);

/** Whether what the edit changes can show: its field is named, and something was read there of the student before. */
export const canShow = (edit: Edit, before: PageRoster | undefined): boolean => {
  const was = before && findIn([before], edit);
  return edit.field === "name" || !!was?.fields[edit.field ?? ""];
};

/** What is known of an edit, whatever it changed. */
export const bare = ({ change, studentId, sectionId, schoolId, name }: Edit): Edit => ({
  change,
  studentId,
  sectionId,
  schoolId,
  ...(studentId === "" && name !== undefined && { name }),
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
  // Gone from this class, and in another that the page shows beside it; a page of other classes tells nothing of this one.
  if (!is) {
    const isMoved =
      rosterOf(any, rosters) &&
      rosters.some(({ students }) => students.some((each) => whoIs(each) === whoIs(was)));
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

const idsIn = (students: Students): Set<string> => new Set(students.map(whoIs));

export const nameOf = ({ fields }: Student): string =>
  fields.name ??
  [fields.firstName, fields.lastName].filter((part) => part !== undefined && part !== "").join(" ");

type Change = { came: Students; went: Students; stayed: number };

const changeOf = (sectionId: string, before: PageRoster, after: PageRoster): Change => {
  const [was, is] = [studentsIn(before, sectionId), studentsIn(after, sectionId)];
  const [wasIds, isIds] = [idsIn(was), idsIn(is)];
  const went = was.filter((each) => whoIs(each) !== "" && !isIds.has(whoIs(each)));
  return {
    came: is.filter((each) => whoIs(each) !== "" && !wasIds.has(whoIs(each))),
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
  const about = whomOf(edit);
  return went
    .filter((each) => about === "" || whoIs(each) === about)
    .map((student) => bare({ ...edit, studentId: student.id, name: nameOf(student) }));
};
