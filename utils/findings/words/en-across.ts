import { isOrAre, many, quote, rowsHave } from "./en-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** English: what the files of a roster have to be to each other. */

export const acrossEn = {
  "class-without-primary-teacher": {
    title: "Classes without a primary teacher",
    what: ({ count, file }) =>
      `${many(count, "class", "classes")} of ${file} ${count === 1 ? "has" : "have"} teachers, but none who is primary.`,
    why: "A receiver that shows one teacher picks any of them.",
    fix: "Set primary to true for the teacher who answers for the class.",
  },
  "class-without-students": {
    title: "Classes without students",
    what: ({ count, file }) =>
      `${many(count, "class", "classes")} of ${file} ${count === 1 ? "has" : "have"} a teacher, but no student enrolled.`,
    why: "The class arrives empty. Before a term begins that is ordinary.",
    fix: "If students ought to be in it, see whether their enrollments were left out of the export.",
  },
  "course-of-another-school": {
    title: "Courses of another school",
    what: ({ count, file }) =>
      `${many(count, "class", "classes")} of ${file} ${isOrAre(count)} of a course that belongs to another school.`,
    why: "Receivers that sort courses by school do not show this one at the class's school.",
    fix: "Let courses that several schools teach belong to the district, or name the school's own course.",
  },
  "course-without-class": {
    title: "Courses without a class",
    what: ({ count, file, of }) =>
      `${many(count, "course")} of the ${of} in ${file} ${count === 1 ? "has" : "have"} no class.`,
    why: "The receiver keeps them without use.",
    fix: "Nothing, if the whole catalogue is sent on purpose; else see whether classes were left out of the export.",
  },
  "enrollment-repeated": {
    title: "Enrolled twice on the same days",
    what: ({ count, file }) =>
      `${many(count, "person", "people")} in ${file} ${isOrAre(count)} in the same class and role twice on the same days.`,
    why: "The receiver keeps one of the two by chance, or counts the person twice.",
    fix: "Leave out one of the two enrollments, or end the first before the second begins.",
  },
  "folder-in-zip": {
    title: "Files in a folder of the zip",
    what: ({ count, file, folder }) =>
      `${many(count, "file")} of the zip, such as ${file}, ${count === 1 ? "lies" : "lie"} in the folder ${quote(folder)} instead of at the top.`,
    why: "The receiver looks for manifest.csv and the others at the top, and refuses a zip in which they are not there.",
    fix: "Pack the files themselves, not the folder they lie in.",
  },
  "line-endings-differ": {
    title: "Files written in different ways",
    what: ({ count, file, ending, most }) =>
      `${many(count, "file")}, such as ${file}, ${count === 1 ? "ends its" : "end their"} lines with ${ending}, while most files of the package use ${most}.`,
    why: "Receivers read both. But files of one export are alike, so these may be of another day, or were edited by hand.",
    fix: "Nothing, if that is known; else export all files again, together.",
  },
  "parent-cycle": {
    title: "Parents that lead back to themselves",
    what: ({ count, file, example }) =>
      `${many(count, "row")} of ${file} ${isOrAre(count)} above and below themselves when parentSourcedId is followed, such as ${quote(example)}.`,
    why: "The receiver cannot place them, and may never finish trying.",
    fix: "Correct parentSourcedId; the highest of them has none.",
  },
  "parent-not-wider": {
    title: "Parents of a narrower type",
    what: ({ count, file, example, type, parentType }) =>
      `${rowsHave(count, file)} a parent that is narrower than itself: ${quote(example)} is a ${type} under a ${parentType}.`,
    why: "The receiver builds its tree from this, and drops the link or shows the wrong one on top.",
    fix: "Correct parentSourcedId, or the type of one of the two.",
  },
  "primary-org-without-role": {
    title: "Primary org without a role there",
    what: ({ count, file }) =>
      `${many(count, "user")} of ${file} ${count === 1 ? "has" : "have"} a primary org at which roles.csv gives them no role.`,
    why: "The receiver cannot tell what the user is at that org, and drops it.",
    fix: "Add the role to roles.csv, or correct primaryOrgSourcedId.",
  },
  "primary-role-not-one": {
    title: "Not exactly one primary role",
    what: ({ count, file, problem }) =>
      problem === "two"
        ? `${many(count, "user")} in ${file} ${count === 1 ? "has" : "have"} two primary roles at one org at the same time.`
        : `${many(count, "user")} in ${file} ${count === 1 ? "has" : "have"} secondary roles only at an org.`,
    why: "The receiver goes by the primary role, and takes none or any of several.",
    fix: "Give each user one primary role at each org; the others are secondary.",
  },
  "profile-of-another-user": {
    title: "Profiles of another user",
    what: ({ count, file }) =>
      `${many(count, "role")} in ${file} ${count === 1 ? "names" : "name"} the profile of another user.`,
    why: "One person would sign in as another, so the receiver refuses the role.",
    fix: "Name a profile of the same user, or leave userProfileSourcedId blank.",
  },
  "school-year-differs": {
    title: "School year that does not fit the dates",
    what: ({ count, file, problem, example }) =>
      problem === "begins"
        ? `${rowsHave(count, file)} the year in which the school year begins (${example}) instead of the one in which it ends.`
        : `${rowsHave(count, file)} a schoolYear that does not fit the dates, such as ${quote(example)}.`,
    why: "The receiver files classes under another year, where nobody looks for them.",
    fix: "Give the year in which the school year ends: 2027 for 2026-2027.",
  },
  "school-without-district": {
    title: "Schools without a district",
    what: ({ count, file }) =>
      `${many(count, "school")} of ${file} ${count === 1 ? "names" : "name"} no parent, although the file has a district.`,
    why: "A receiver that shares data by district leaves them out.",
    fix: "Name the district in parentSourcedId.",
  },
  "session-backwards": {
    title: "Sessions that end before they start",
    what: ({ count, file }) =>
      `${many(count, "session")} of ${file} ${count === 1 ? "ends" : "end"} before or on the day of ${count === 1 ? "its" : "their"} start.`,
    why: "Such a session has no day, so its classes are never in session.",
    fix: "Correct the dates. The end date is the first day that no longer counts.",
  },
  "session-of-wrong-type": {
    title: "Sessions of a type that does not fit",
    what: ({ count, file, column, example, type, expected }) =>
      `${rowsHave(count, file)} a ${column} such as ${quote(example)}, which is a ${type} and not a ${expected}.`,
    why: "The receiver drops the link, or opens the class for the wrong time.",
    fix: "Name a session of the type that belongs there, or correct its type in academicSessions.csv.",
  },
  "session-outside-parent": {
    title: "Sessions outside their parent's dates",
    what: ({ count, file }) =>
      `${many(count, "session")} of ${file} ${count === 1 ? "begins" : "begin"} before the parent session or ${count === 1 ? "ends" : "end"} after it.`,
    why: "Classes may stay closed on the days that the parent does not cover.",
    fix: "Correct the dates of the session or of its parent.",
  },
  "student-as-agent": {
    title: "Students as agents of students",
    what: ({ count, file }) =>
      `${many(count, "student")} in ${file} ${count === 1 ? "has" : "have"} a student among the agents, who are parents, guardians and relatives.`,
    why: "The receiver gives an agent access to the student's data.",
    fix: "Name the parent or guardian, or correct the role of that person.",
  },
  "student-enrolled-elsewhere": {
    title: "Students enrolled at a school that is not theirs",
    what: ({ count, file }) =>
      `${many(count, "enrollment")} of students in ${file} ${isOrAre(count)} at a school that the student does not belong to.`,
    why: "Receivers that share by school leave the student out of the class.",
    fix: "Add the school to the orgs of the student, or correct the enrollment.",
  },
  "student-marked-primary": {
    title: "Students marked as primary",
    what: ({ count, file }) =>
      `${many(count, "enrollment")} of students in ${file} ${isOrAre(count)} marked as primary, which is said of teachers only.`,
    why: "Most receivers look past it; some take the person for the teacher of the class.",
    fix: "Set the export to leave primary blank or false for students.",
  },
  "student-without-demographics": {
    title: "Students without demographics",
    what: ({ count, file, of, users }) =>
      `${many(count, "student")} of the ${of} in ${users} ${isOrAre(count)} missing from ${file}.`,
    why: "The receiver has no birth date or sex for them.",
    fix: "Enter the missing data in the student information system; they were probably never saved.",
  },
  "user-without-role": {
    title: "Users without a role",
    what: ({ count, file }) =>
      `${many(count, "user")} of ${file} ${count === 1 ? "has" : "have"} no row in roles.csv, which says who is a student and who a teacher.`,
    why: "The receiver does not know what the person is, and does not create an account.",
    fix: "Add the role to roles.csv, or leave the user out.",
  },
} as const satisfies Record<string, RuleWords>;
