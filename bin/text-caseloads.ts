import type { Caseload, Hop, Link, Missing } from "../utils/caseloads/caseload-files.ts";
import type { ScreenComparison } from "../utils/caseloads/compare-screen.ts";
import { number, plain } from "./plain.ts";

/** Everything the command has found, already narrowed to the user or student that was asked for. */
export type CaseloadAnswer = {
  caseloads: readonly Caseload[];
  missing: readonly Missing[];
  /** ISO date. */
  nextReading: string;
  screen?: ScreenComparison;
};

const atRacl = "correct it in ATS (CMOD; UTEA for many classes at once)";

/** Why a way ends there, and where to mend it at the source. */
const hopWords: Readonly<Record<Hop, (at: string) => string>> = {
  "grade-unknown": () => "the grade is missing or unknown: correct it in ATS",
  "student-without-official-class": () => "the student has no official class: assign one in ATS",
  "class-not-on-racl": (at) => `official class ${at} is not on the RACL: ${atRacl}`,
  "class-without-teacher": (at) =>
    `official class ${at} has no teacher on the RACL: assign one in ATS (CMOD)`,
  "teacher-not-in-pedagogue-file": (at) =>
    `${at} is not in the pedagogue file: compare how the name is written in ATS and there`,
  "several-people-of-one-name": (at) =>
    `several people are called ${at}: the RACL does not say which of them it means`,
  "nickname-not-in-pedagogue-file": (at) =>
    at === ""
      ? "the course has no teacher nickname: enter it in STARS"
      : `the teacher nickname ${at} is not in the pedagogue file: correct it in STARS`,
  "nickname-of-several-people": (at) =>
    `several people have the nickname ${at}: give each one of their own in STARS`,
  "person-without-eis": (at) => `${at} has no EIS number: the personnel record lacks it`,
  "eis-without-email": (at) => `EIS number ${at} has no e-mail address: enter it in the personnel record`,
};

const sayLink = (link: Link): string =>
  link.kind === "official-class"
    ? `official class ${link.officialClass} (${link.school})`
    : `course ${link.course}${link.section === "" ? "" : `, section ${link.section}`} (${link.school})`;

const count = (size: number, one: string, several = `${one}s`): string =>
  `${number(size)} ${size === 1 ? one : several}`;

const sayCaseload = ({ email, eis, students }: Caseload): string[] => [
  plain(`${email} (EIS number ${eis}): ${count(students.length, "student")}`),
  ...students.map(({ studentId, because }) => plain(`  ${studentId}  by ${because.map(sayLink).join("; ")}`)),
];

const sayScreen = ({ both, onlyOnScreen, notSeen }: ScreenComparison): string[] => [
  "BESIDE THE SCREEN",
  `  on both: ${number(both.length)}`,
  `  only on the screen: ${number(onlyOnScreen.length)}. A manual assignment keeps them (Point Person, Support Lead), or the files are newer than the screen.`,
  ...onlyOnScreen.map((id) => plain(`    ${id}`)),
  `  not seen on the screen: ${number(notSeen.length)}. Not seen is not missing: a Caseload Viewer or Editor sees only a part, and the list may go on.`,
  ...notSeen.map((id) => plain(`    ${id}`)),
  "",
];

/** The answer for a person at a terminal. */
export const renderCaseloads = ({ caseloads, missing, nextReading, screen }: CaseloadAnswer): string => {
  const placed = new Set(caseloads.flatMap(({ students }) => students.map(({ studentId }) => studentId)));
  const head = `${count(caseloads.length, "caseload")}, ${count(placed.size, "student")}; ${count(missing.length, "link leads", "links lead")} to nobody.`;
  return `${[
    head,
    "",
    ...(screen === undefined ? [] : sayScreen(screen)),
    ...caseloads.flatMap((one) => [...sayCaseload(one), ""]),
    ...(missing.length === 0 ? [] : ["WHO IS MISSING, AND WHERE THE WAY ENDS"]),
    ...missing.map(({ studentId, link, hop, at }) =>
      plain(`  ${studentId}  by ${sayLink(link)}: ${hopWords[hop](at)}`),
    ),
    ...(missing.length === 0 ? [] : [""]),
    `The portal next reads the RACL on Tuesday, ${nextReading}. What is corrected in ATS or STARS shows after that; what is assigned by hand in the portal does not reach ATS.`,
  ].join("\n")}\n`;
};
