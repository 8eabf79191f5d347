import { many, number } from "./en-phrases.ts";
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

const singular: Readonly<Record<string, string>> = {
  schools: "school",
  students: "student",
  teachers: "teacher",
  sections: "section",
  enrollments: "enrollment",
};

const typeOf = (record: string | number | undefined): string => String(record).replace("PerSchool", "");

/** "1 student", "12 students". */
const records = (count: string | number | undefined, record: string | number | undefined): string =>
  many(count, singular[typeOf(record)] ?? "record");

const amounts: Readonly<Record<string, string>> = {
  "rows-per-file": "rows",
  students: "students",
  "contacts-per-student": "rows of contacts for one student",
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
  "deleted-but-referenced": {
    title: "Deleted, but still referred to",
    what: ({ count, file, column, target }) =>
      `${many(count, "row")} of ${file} ${count === 1 ? "names" : "name"} in ${column} a record that ${target} marks tobedeleted.`,
    why: "The receiver deletes the record first and then finds nothing that the row refers to.",
    fix: "Mark these rows tobedeleted as well, or take the deletion out, and set the export to send both together.",
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
  "file-would-wipe-records": {
    title: "The upload would remove all of a kind",
    what: ({ file, record, before, now, how }) =>
      how === "missing"
        ? `${file} is not in the package, and the last one held ${records(before, record)}.`
        : how === "empty"
          ? `${file} has no rows, and the last one held ${records(before, record)}.`
          : `${file} holds ${Number(now) === 0 ? `no ${typeOf(record)}` : `only ${records(now, record)}`}, and the last one held ${number(Number(before))}.`,
    why: "A complete upload says that whatever it does not hold is gone: the receiver makes these records inactive or deletes them.",
    fix: "Do not send this package. Find out why the export lost them, and export again.",
  },
  "modified-ahead": {
    title: "Changed in the future",
    what: ({ count, file, column, example }) =>
      `${many(count, "row")} of ${file} ${hasOrHave(count)} a ${column} that is still to come, such as ${example}.`,
    why: "A receiver that keeps the newest of two records takes no correction until that day has passed.",
    fix: "Correct the clock or the time zone of the export; the time is written in UTC.",
  },
  "number-of-two-people": {
    title: "One number for two people",
    what: (facts) => sharedBy(facts, "number"),
    why: "A receiver or a test that goes by this number lays two people's results together.",
    fix: "Find out whose number it is, and correct the other's in the student information system.",
  },
  "receiver-limit-exceeded": {
    title: "More than the receiver takes",
    what: ({ file, of, amount, most, kind, receiver }) =>
      kind === "advice"
        ? `${file} holds ${number(Number(amount))} ${amounts[String(of)]}, and ${receiver} advises no more than ${number(Number(most))}.`
        : `${file} holds ${number(Number(amount))} ${amounts[String(of)]}, and ${receiver} takes at most ${number(Number(most))}.`,
    why: ({ of }) =>
      of === "contacts-per-student"
        ? "Contacts beyond the limit are not taken."
        : "The receiver refuses the file, or falls behind with it.",
    fix: ({ of }) =>
      of === "contacts-per-student"
        ? "Export at most five contacts a student."
        : "Divide the upload, for example by groups of schools, or ask the receiver what it takes today.",
  },
  "size-unlike-last-file": {
    title: "Far more or fewer than in the last file",
    what: ({ file, record, before, now, percent, change, school, schools }) =>
      school === ""
        ? `${file} holds ${records(now, record)}, ${percent} % ${change} than the ${number(Number(before))} of the last file.`
        : `${file} has ${change} ${typeOf(record)} at ${many(schools, "school")}, such as ${school} with ${number(Number(now))} after ${number(Number(before))}.`,
    why: ({ change }) =>
      change === "fewer"
        ? "Whoever is not in a complete file loses access at the receiver, and so do their classes."
        : "A file that grows so much often holds a second year, another program or the same people twice.",
    fix: "Compare with what the school year explains: a rollover, a new school, a filter. If nothing does, export again before you send it.",
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
  "sync-would-be-held": {
    title: "The receiver would pause this sync",
    what: ({ receiver, effect, percent, record, count, of, limit, by, file }) =>
      `${by === "app" ? `An app of ${receiver} may ask for a review of this sync` : `${receiver} will hold this sync`}: ${file} ${effect} ${percent} % of the ${typeOf(record)} (${number(Number(count))} of ${number(Number(of))}); ${by === "app" ? "apps ask" : "it holds"} above ${limit} %.`,
    why: ({ by }) =>
      by === "app"
        ? "Until somebody approves it, the app keeps the data it had."
        : "Nothing of the sync is taken until the district approves it, and apps that share the data may ask for a review of their own.",
    fix: "If the change is meant, as at a term's end, tell whoever approves the sync beforehand. If it is not, correct the export first.",
  },
  "username-of-two-people": {
    title: "One username for two people",
    what: (facts) => sharedBy(facts, "username"),
    why: "A username names one account: the receiver leaves out the second person or lets both into one account.",
    fix: "Give each person a username of their own.",
  },
} as const satisfies Record<string, RuleWords>;
