import { many, quote } from "./en-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** English: New York City's official classes, teachers and caseloads. */

const tuesday =
  "The New Visions Portal reads the RACL every Tuesday, so a correction in ATS shows after the next one.";

const offRacl = ({ count, file, racl, problem, example, school }: Facts): string => {
  const students = many(count, "student");
  switch (problem) {
    case "school":
      return `${students} in ${file} ${count === 1 ? "is" : "are"} at a school of which ${racl} has no class, such as ${school}.`;
    case "none":
      return `${students} up to grade 5 in ${file} ${count === 1 ? "has" : "have"} no official class.`;
    case "upper":
      return `${students} of grades 6 to 12 in ${file} ${count === 1 ? "is" : "are"} in an official class that ${racl} does not have, such as ${quote(example)}.`;
    default:
      return `${students} in ${file} ${count === 1 ? "is" : "are"} in an official class that ${racl} does not have, such as ${quote(example)}.`;
  }
};

export const nycEn = {
  "nyc-class-not-on-racl": {
    title: "Official class not on the RACL",
    what: offRacl,
    why: ({ problem }) =>
      problem === "upper"
        ? "Caseloads of grades 6 to 12 follow the STARS courses, so nobody loses a student; ATS and STARS disagree all the same."
        : "Up to grade 5 a caseload follows the RACL: these students are on nobody's.",
    fix: ({ problem }) =>
      problem === "school"
        ? "Export the RACL of that school too, or leave its students out."
        : `Correct the student's official class in ATS, or create the class on the CMOD screen. ${tuesday}`,
  },
  "nyc-class-without-teacher": {
    title: "Official class without a teacher",
    what: ({ count, file, example }) =>
      `${many(count, "official class", "official classes")} in ${file} ${count === 1 ? "has" : "have"} no teacher, such as ${quote(example)}.`,
    why: "The students of such a class are on no teacher's caseload.",
    fix: `Assign the teacher to the class on the CMOD screen in ATS, or to many classes on UTEA. ${tuesday}`,
  },
  "nyc-eis-without-email": {
    title: "EIS number without an e-mail address",
    what: ({ count, file }) =>
      `${many(count, "person", "people")} in ${file} ${count === 1 ? "has" : "have"} an EIS number, but no e-mail address.`,
    why: "The caseload is matched to a user by e-mail, so these people see no students.",
    fix: "Enter the person's @schools.nyc.gov address in the personnel record that STARS reads.",
  },
  "nyc-nickname-shared": {
    title: "One nickname for two people",
    what: ({ count, file, people, example }) =>
      `${many(count, "nickname")} in ${file} ${count === 1 ? "belongs" : "belong"} to ${people} people of the same school, such as ${quote(example)}.`,
    why: "A course names its teacher by nickname only, so the students may land on the wrong caseload or on none.",
    fix: "Give each teacher a nickname of their own in STARS and move the courses to it.",
  },
  "nyc-nickname-without-eis": {
    title: "Nickname without an EIS number",
    what: ({ count, file, target, problem, example, students }) =>
      problem === "blank"
        ? `${many(count, "teacher nickname")} of ${file} ${count === 1 ? "has" : "have"} no EIS number in ${target}, such as ${quote(example)}, which concerns ${many(students, "student")}.`
        : `${many(count, "teacher nickname")} of ${file} ${count === 1 ? "is" : "are"} not in ${target}, such as ${quote(example)}, which concerns ${many(students, "student")}.`,
    why: ({ needed }) =>
      needed === "no"
        ? "Caseloads up to grade 5 follow the RACL, so nobody loses a student as long as that is right."
        : "From grade 6 on, the nickname leads to the EIS number and that to the e-mail address: without it the teacher's courses give no caseload.",
    fix: ({ problem }) =>
      problem === "blank"
        ? "Enter the teacher's EIS number beside the nickname in STARS."
        : "Link the nickname to the teacher's EIS number in STARS, or correct the nickname on the course.",
  },
  "nyc-official-class-damaged": {
    title: "Official class turned into a number",
    what: ({ count, file, racl, example, meant }) =>
      `${many(count, "student")} in ${file} ${count === 1 ? "is" : "are"} in an official class that a spreadsheet changed: ${quote(example)} is ${quote(meant)} in ${racl}.`,
    why: "A spreadsheet takes 4E1 for the number 40 and 001 for 1, and the class no longer matches the RACL.",
    fix: "Export again and use that file without opening it in a spreadsheet; to look inside, import the column as text.",
  },
  "nyc-student-in-two-classes": {
    title: "Student in two official classes",
    what: ({ count, file }) =>
      `${many(count, "student")} in ${file} ${count === 1 ? "is" : "are"} in two official classes.`,
    why: "A student has one official class; with two, it is open whose caseload the student is on.",
    fix: `Correct the official class in ATS, or finish the transfer. ${tuesday}`,
  },
  "nyc-teacher-name-shared": {
    title: "Teacher's name shared by several people",
    what: ({ count, file, target, classes }) =>
      `${many(count, "teacher")} of ${file}, with ${many(classes, "official class", "official classes")}, ${count === 1 ? "has" : "have"} a name that several people in ${target} have.`,
    why: "The RACL gives a name and no number, so nothing tells whose EIS number and e-mail address are meant.",
    fix: "Write the teacher's name in ATS so that it fits one person only, for instance with the middle initial.",
  },
  "nyc-teacher-not-in-pedagogue-file": {
    title: "Teacher not in the pedagogue file",
    what: ({ count, file, target, classes }) =>
      `${many(count, "teacher")} of ${file}, with ${many(classes, "official class", "official classes")}, ${count === 1 ? "is" : "are"} not among the people of that school in ${target}.`,
    why: "Without the pedagogue file there is no EIS number and no e-mail address: the students of these classes are on no caseload.",
    fix: `Compare the spelling of the name in ATS with the pedagogue file, and correct the one that is wrong. ${tuesday}`,
  },
} satisfies Record<string, RuleWords>;
