import { isOrAre, many, quote, rowsHave } from "./en-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** English: what a roster has to be beyond its columns. */

const manifestSays = ({ file, problem, about, value, expected }: Facts): string => {
  switch (problem) {
    case "absent-but-there":
      return `${file} says that ${about} is absent, but the package has it.`;
    case "named-but-gone":
      return `${file} says that ${about} is there (${value}), but the package does not have it.`;
    case "mode-unknown":
      return `${file} gives ${about} the mode ${quote(value)}, which is neither absent, bulk nor delta.`;
    case "not-named":
      return `${file} does not mention ${about}, which is in the package.`;
    case "version":
      return `${file} says that the package is OneRoster ${value}, but it was checked as OneRoster ${expected}.`;
    default:
      return `${file} gives the manifest's own version as ${quote(value)} instead of “1.0”, as a spreadsheet does.`;
  }
};

export const rosterEn = {
  "bulk-with-status": {
    title: "Status filled in a bulk file",
    what: ({ count, file, column, deletes }) =>
      deletes === "yes"
        ? `${many(count, "row")} of ${file} ${isOrAre(count)} marked tobedeleted, although the file is a complete (bulk) one.`
        : `${rowsHave(count, file)} a ${column}, although the file is a complete (bulk) one, where it stays blank.`,
    why: ({ deletes }) =>
      deletes === "yes"
        ? "One receiver deletes these rows, another takes them for current; a complete file leaves out what is gone."
        : "Most receivers look past it; a strict one refuses the file.",
    fix: ({ deletes }) =>
      deletes === "yes"
        ? "Leave these rows out of the complete file, or send the file as delta."
        : "Set the export to leave status and dateLastModified blank in bulk files.",
  },
  "class-not-homeroom": {
    title: "Classes that are no homerooms",
    what: ({ count, file, of }) =>
      `${many(count, "class", "classes")} of the ${of} in ${file} ${isOrAre(count)} not of the type homeroom.`,
    why: "CLI Engage creates homerooms only: these classes and the enrollments in them are ignored.",
    fix: "Nothing, if that is meant. A class that ought to arrive needs classType homeroom.",
  },
  "class-without-teacher": {
    title: "Classes without a teacher",
    what: ({ count, file }) =>
      `${many(count, "class", "classes")} in ${file} ${count === 1 ? "has" : "have"} no teacher enrolled.`,
    why: "The class is created, but nobody sees it until a teacher is enrolled.",
    fix: "Enter the teacher of the class in the student information system; the next export brings the enrollment.",
  },
  "delta-without-status": {
    title: "Changes that do not say what changed",
    what: ({ count, file, column }) =>
      `${rowsHave(count, file)} no ${column}, although the file is one of changes (delta), where every row needs it.`,
    why: "The receiver cannot tell whether to add or to delete the record, and drops the row.",
    fix: "Fill status (active or tobedeleted) and dateLastModified on every row, or send the file as bulk.",
  },
  "enrollment-out-of-its-dates": {
    title: "Enrollments outside their dates",
    what: ({ count, file, problem, example }) =>
      problem === "backwards"
        ? `${many(count, "enrollment")} in ${file} ${count === 1 ? "ends" : "end"} before ${count === 1 ? "it begins" : "they begin"}.`
        : `${many(count, "enrollment")} in ${file} ${count === 1 ? "lies" : "lie"} outside the terms of the class, such as ${example}.`,
    why: ({ problem }) =>
      problem === "backwards"
        ? "Such an enrollment is never in force, so the person is in no class."
        : "A receiver that keeps to the term cuts the enrollment short or does not show it.",
    fix: "Correct the dates, or the term of the class, in the student information system. The end date is the first day that no longer counts.",
  },
  "enrollment-role-differs": {
    title: "Enrolled in another role",
    what: ({ count, file, people }) =>
      `${many(count, "enrollment")} in ${file} ${count === 1 ? "gives" : "give"} a person a role that ${people} does not: as student somebody who is none, or a student as teacher.`,
    why: "The receiver drops the enrollment or gives the person the wrong rights.",
    fix: ({ people }) => `Correct the role in ${people} or in the enrollment.`,
  },
  "enrollment-school-differs": {
    title: "Enrolled at another school than the class",
    what: ({ count, file }) =>
      `${many(count, "enrollment")} in ${file} ${count === 1 ? "names" : "name"} another school than the class does.`,
    why: "Receivers that sort by school show the person at the wrong one, or not at all.",
    fix: "Let the export take the school from the class.",
  },
  "file-not-recognised": {
    title: "Files that were not checked",
    what: ({ file, format }) => `${file} plays no part in ${format}, so nothing in it was checked.`,
    why: "The receiver ignores it, or refuses a package with files it does not know.",
    fix: "Leave it out. If it ought to count, compare its name and columns with the format's.",
  },
  "internal-id-changed": {
    title: "The same person under another Internal ID",
    what: ({ count, file }) =>
      `${many(count, "student")} in ${file} ${count === 1 ? "has" : "have"} another Internal ID than in the last file, with the same names and birth date.`,
    why: "The receiver matches on this id: it makes a second record, and the first, with its results, is left behind.",
    fix: "Give the person the earlier id again. If the change is meant, ask the receiver to change the id there before the upload.",
  },
  "manifest-against-content": {
    title: "Manifest and files disagree",
    what: manifestSays,
    why: ({ problem }) =>
      problem === "manifest-version"
        ? "Only a very strict receiver minds."
        : "The receiver goes by the manifest and refuses the package, or takes the wrong files.",
    fix: ({ problem, expected }) =>
      problem === "version"
        ? `Export as OneRoster ${expected}, or correct oneroster.version.`
        : "Correct the manifest, or add or remove the file.",
  },
  "metadata-column-missing": {
    title: "Metadata the receiver needs is missing",
    what: ({ count, file, column, problem }) =>
      problem === "blank"
        ? `${rowsHave(count, file)} no ${column}, which the receiver needs.`
        : `${file} lacks the column ${column}, which the receiver needs.`,
    why: "CLI Engage needs some metadata columns; which, your LEA has entered in its policy.",
    fix: "Add the column to the export, at the right edge, with exactly this name.",
  },
  "school-not-a-school": {
    title: "Schools that are no schools",
    what: ({ count, file, column, example, type }) =>
      `${rowsHave(count, file)} a ${column} that is no school: ${quote(example)} is of the type ${quote(type)} in orgs.csv.`,
    why: "Classes and enrollments belong to schools; under a district the receiver does not find them.",
    fix: "Name the school, or correct its type in orgs.csv.",
  },
  "student-in-two-homerooms": {
    title: "Students in two homerooms at once",
    what: ({ count, file }) =>
      `${many(count, "student")} in ${file} ${isOrAre(count)} in two different homerooms at the same time.`,
    why: "A student has one class in CLI Engage: which of the two remains is chance.",
    fix: "End the enrollment in the old homeroom. If one of them is an advisory, give it classType scheduled.",
  },
  "student-without-homeroom": {
    title: "Students without a homeroom",
    what: ({ count, file, elsewhere }) =>
      `${many(count, "student")} of ${file} ${isOrAre(count)} in no homeroom${Number(elsewhere) > 0 ? ` (${elsewhere} of them only in other classes)` : ""}.`,
    why: "CLI Engage creates only students who are enrolled in a homeroom: these will not appear.",
    fix: "Place them in a homeroom in the student information system. Students the program does not serve may stay without.",
  },
  "two-primary-teachers": {
    title: "Two primary teachers at once",
    what: ({ count, file }) =>
      `${many(count, "class", "classes")} in ${file} ${count === 1 ? "has" : "have"} two primary teachers at the same time.`,
    why: "The class is named after its primary teacher; which of the two that is, is chance.",
    fix: "Leave primary true for one of them.",
  },
} as const satisfies Record<string, RuleWords>;
