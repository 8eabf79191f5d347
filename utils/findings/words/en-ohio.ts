import { many, quote } from "./en-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** English: claims of Ohio's roster verification. Sums are counted: one student in one subject and one month. */

const has = (count: number): string => (count === 1 ? "has" : "have");

export const ohioEn = {
  "ohio-claim-not-in-class": {
    title: "Claim for a student who is not in the class",
    what: ({ count, file, target, students }) =>
      `${many(count, "claim")} in ${file}, of ${many(students, "student")}, ${count === 1 ? "is" : "are"} for a class in which ${target} does not have the student.`,
    why: "The teacher would answer for the growth of a student whom the school's records have elsewhere.",
    fix: "Take the claim out, or enrol the student in the class in the student information system. A missing student is looked for first; then the principal or the support team adds the student with legal first, middle and last name, local ID, SSID, birth date and grade.",
  },
  "ohio-claim-outside-student-months": {
    title: "Claim of a month the student was not in class",
    what: ({ count, file, target }) =>
      `${many(count, "claim")} in ${file} ${count === 1 ? "is" : "are"} of a month of which the student, by ${target}, was in the class for half of the instructional days or fewer.`,
    why: "A month counts only when the student was enrolled for more than half of its instructional days.",
    fix: "Take these months out of the claim, or correct the entry and exit dates. Days absent do not matter, only enrollment does.",
  },
  "ohio-claim-outside-teacher-months": {
    title: "Claim of a month the teacher did not teach",
    what: ({ count, file, target }) =>
      `${many(count, "claim")} in ${file} ${count === 1 ? "is" : "are"} of a month of which the teacher, by ${target}, taught half of the instructional days or fewer.`,
    why: "A teacher who came later, left, or was on leave claims the months of which they taught more than half of the instructional days.",
    fix: "Take these months out of the teacher's claims, or correct the dates in the staff file.",
  },
  "ohio-does-not-take-part": {
    title: "Person who does not take part",
    what: ({ count, file, roles }) =>
      `${many(count, "person", "people")} in ${file} ${has(count)} a class or a claim although their role does not take part (${roles}).`,
    why: "Student teachers, substitutes of any length, tutors and staff of alternative providers do not verify rosters; the contract decides who is a substitute.",
    fix: "Give the class to the teacher of record, or correct the role if the contract says otherwise.",
  },
  "ohio-educator-without-state-id": {
    title: "Educator without a state ID",
    what: ({ count, file }) =>
      `${many(count, "person", "people")} in ${file} ${has(count)} no Educator State ID.`,
    why: "Without a valid Ohio Educator State ID a teacher cannot take part in roster verification.",
    fix: "Find the ID in the upper left corner of the educator's license, or in ODE.CORE within SAFE, where the teacher or a licensure e-signer can search for it; then create the staff account with it.",
  },
  "ohio-only-may-june": {
    title: "Teacher with claims in May and June only",
    what: ({ count, file }) =>
      `${many(count, "teacher")} in ${file} ${has(count)} claims in May and June only.`,
    why: "Teachers who teach only in May and June are exempt from roster verification.",
    fix: "Take these claims out, or add the earlier months if the teacher taught them.",
  },
  "ohio-overclaimed": {
    title: "Student claimed above 100 %",
    what: ({ count, file, students, worst }) =>
      `${many(students, "student")} in ${file} ${Number(students) === 1 ? "is" : "are"} claimed above 100 % of a subject, in ${many(count, "month")} taken together, up to ${worst} %.`,
    why: "All teachers together may claim 100 % of a student in a subject and month. What is above is an alert that the principal has to resolve, or each claim is cut in proportion.",
    fix: "Let the teachers who share the student agree on their percentages, and lower them to 100 % together.",
  },
  "ohio-student-after-spring-test": {
    title: "Student who came after the spring tests",
    what: ({ count, file, date }) =>
      `${many(count, "student")} in ${file} came after the spring administration of ${date}.`,
    why: "A student who arrives after the spring administration is not added to a teacher's roster.",
    fix: "Take these students off the rosters, or correct the entry date.",
  },
  "ohio-student-grade-out-of-scope": {
    title: "Student in a grade that is not verified",
    what: ({ count, file, subjects }) =>
      `${many(count, "claim")} in ${file} ${count === 1 ? "is" : "are"} of a student in a grade in which ${subjects} is not verified.`,
    why: "Mathematics and English language arts are verified in grades 4 to 8, science in 5 and 8; only in a high school course are all students verified, whatever their grade.",
    fix: "Correct the grade level, or take the claim out.",
  },
  "ohio-subject-out-of-scope": {
    title: "Class that is not verified",
    what: ({ count, file, about, example }) =>
      about === "grade"
        ? `${many(count, "class", "classes")} in ${file} ${count === 1 ? "is" : "are"} of a grade in which the subject is not verified, such as ${quote(example)}.`
        : `${many(count, "class", "classes")} in ${file} ${count === 1 ? "is" : "are"} in a subject that is not verified, such as ${quote(example)}.`,
    why: "Verified are mathematics and English language arts in grades 4 to 8, science in 5 and 8, and Algebra I, Geometry, Integrated Mathematics I and II, English I and II, Biology, American History and American Government.",
    fix: "Take the class out, or write the subject or the grade as the state names it.",
  },
  "ohio-term-against-months": {
    title: "Wrong term for the months claimed",
    what: ({ count, file, problem, example }) =>
      problem === "one-semester"
        ? `${many(count, "class", "classes")} in ${file} ${has(count)} the term Full Year although all claims lie in one semester, such as ${example}.`
        : `${many(count, "class", "classes")} in ${file} ${has(count)} the term of one semester although months of the other are claimed, such as ${example}.`,
    why: "The term decides how the value-added scores are worked out, and a teacher of the whole term claims all its months.",
    fix: ({ problem }) =>
      problem === "one-semester"
        ? "Choose the semester as the term, or claim the other months; nothing if the teacher taught only part of the year."
        : "Correct the term of the class, or the months of its claims.",
  },
  "ohio-underclaimed": {
    title: "Student claimed below 100 %",
    what: ({ count, file, students, worst }) =>
      `${many(students, "student")} in ${file} ${Number(students) === 1 ? "is" : "are"} claimed below 100 % of a subject, in ${many(count, "month")} taken together, down to ${worst} %.`,
    why: "That may be right, for instance when part of the instruction was given by somebody who does not take part; it is an alert all the same.",
    fix: "See whether a teacher who shares the student has not claimed yet; leave it if the rest was taught by nobody who verifies.",
  },
} satisfies Record<string, RuleWords>;
