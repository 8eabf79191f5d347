import { many } from "./en-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** English: who is who, what is deleted, and what changed since the last file. */

const isOrAre = (count: number): string => (count === 1 ? "is" : "are");
const hasOrHave = (count: number): string => (count === 1 ? "has" : "have");

const sharedBy = ({ count, file, column, people }: Facts, kind: string): string =>
  `${many(count, kind, kind === "e-mail address" ? "e-mail addresses" : `${kind}s`)} in ${file} (${column}) ${isOrAre(count)} used by more than one person, ${many(people, "person", "people")} in all.`;

const proofs: Readonly<Record<string, string>> = {
  email: "the same e-mail address",
  username: "the same username",
  number: "the same number",
  stateId: "the same state id",
  phones: "the same birth date and telephone",
  school: "the same middle name, birth date and school",
};

const birthProblem = ({ count, file, column, problem, oldest }: Facts): string => {
  switch (problem) {
    case "ahead":
      return `${many(count, "person", "people")} in ${file} ${hasOrHave(count)} a ${column} that is still to come.`;
    case "long-ago":
      return `${many(count, "person", "people")} in ${file} ${hasOrHave(count)} a ${column} before 1900.`;
    default:
      return `${many(count, "student")} in ${file} would be older than ${oldest} by their ${column}.`;
  }
};

export const lifecycleEn = {
  "age-against-grade": {
    title: "Ages that do not fit the grade",
    what: ({ count, file, age, grade }) =>
      `${many(count, "student")} in ${file} ${isOrAre(count)} far too young or too old for the grade, such as one of ${many(age, "year")} in grade ${grade}.`,
    why: "The birth date or the grade is wrong, and with it the students' norms, forms and class lists.",
    fix: "Compare birth date and grade with the student's papers and correct the wrong one in the student information system.",
  },
  "birth-date-implausible": {
    title: "Birth dates that cannot be right",
    what: birthProblem,
    why: "Ages and results by age come out wrong, and a receiver that knows people by birth date does not find them.",
    fix: "Correct the birth date in the student information system. Adults in a school program may stay as they are.",
  },
  "duplicate-person": {
    title: "One person under two ids",
    what: ({ count, file, proof }) =>
      `${many(count, "record")} in ${file} ${isOrAre(count)} of somebody who is listed already under another id, with the same names and ${proofs[String(proof)] ?? "the same details"}.`,
    why: "The receiver keeps two records, and results and classes are divided between them.",
    fix: "Merge the two records in the student information system, keeping the id that the receiver has.",
  },
  "email-of-two-people": {
    title: "One e-mail address for two people",
    what: (facts) => sharedBy(facts, "e-mail address"),
    why: ({ kinds }) =>
      kinds === "students"
        ? "Sisters and brothers often share a parent's address; where students sign in by it, only one of them can."
        : "Where people sign in by e-mail address, one of them gets the other's account and classes.",
    fix: ({ kinds }) =>
      kinds === "students"
        ? "Nothing, if students do not sign in by it. Otherwise give each their own, or leave it blank."
        : "Enter each person's own address in the student information system, or leave it blank.",
  },
  "number-of-two-people": {
    title: "One number for two people",
    what: (facts) => sharedBy(facts, "number"),
    why: "A receiver or a test that goes by this number lays two people's results together.",
    fix: "Find out whose number it is, and correct the other's in the student information system.",
  },
  "state-id-of-two-people": {
    title: "One state id for two people",
    what: (facts) => sharedBy(facts, "state id"),
    why: "A receiver or a state report that goes by this id lays two people's results together.",
    fix: "Look both up in the state's system, and correct the wrong id in the student information system.",
  },
  "student-also-staff": {
    title: "One person as student and as staff",
    what: ({ count, file }) =>
      `${many(count, "student")} in ${file} ${isOrAre(count)} also listed as staff, by role or under the same names with the same e-mail address, username or number.`,
    why: "The person may see other students' records, or lose the classes they teach.",
    fix: "Leave the one role that is right, or correct what the two records share.",
  },
  "username-of-two-people": {
    title: "One username for two people",
    what: (facts) => sharedBy(facts, "username"),
    why: "A username names one account: the receiver leaves out the second person or lets both into one account.",
    fix: "Give each person a username of their own.",
  },
} as const satisfies Record<string, RuleWords>;
