import type { Caseloads } from "../utils/caseloads/caseload-files.ts";
import { compareWithScreen } from "../utils/caseloads/compare-screen.ts";
import { deriveCaseloads } from "../utils/caseloads/derive-caseloads.ts";
import { nextRaclReading } from "../utils/caseloads/next-reading.ts";
import { readCaseloadFiles } from "../utils/caseloads/read-caseload-files.ts";
import type { RoleTable } from "../utils/checks/rule.ts";
import { settingOptions, settingsFrom } from "./check-arguments.ts";
import { checkPaths, readPage } from "./check-paths.ts";
import type { Around, Command } from "./command.ts";
import { exitCodes } from "./exit-code.ts";
import { UnreadablePath } from "./open-paths.ts";
import { showProgress } from "./show-progress.ts";
import { type CaseloadAnswer, renderCaseloads } from "./text-caseloads.ts";
import { oneOf, parseWords, pick, UsageProblem } from "./usage.ts";
import { writeOut } from "./write-out.ts";

const format = "nyc-ats-stars";

/** Without these no link can be followed to its end. */
const needed: Readonly<Record<string, string>> = { racl: "the RACL", pedagogues: "the pedagogue file" };

const caseloads = async (words: string[], around: Around): Promise<number> => {
  const { policy, date } = settingOptions;
  const { values, positionals } = parseWords(words, {
    ...{ policy, date },
    user: { type: "string" },
    student: { type: "string" },
    page: { type: "string" },
    output: { type: "string" },
    out: { type: "string" },
    quiet: { type: "boolean" },
  });
  if (positionals.length === 0) {
    throw new UsageProblem("No files were given: name the RACL, the pedagogue file and the STARS program.");
  }
  const { user, student, page, out } = pick(values, ["user", "student", "page", "out"]);
  if (page !== undefined && user === undefined) {
    throw new UsageProblem("--page shows one user's caseload: say whose with --user EMAIL.");
  }
  const output = oneOf("output", values.output, ["text", "json"] as const) ?? "text";
  const settings = settingsFrom(values);
  const screen = await readPage(page, around.root);
  const progress = showProgress(values.quiet ? { write: () => true } : around.stderr);
  let files: ReadonlyMap<string, RoleTable> = new Map();
  const report = await checkPaths({ ...settings, format, paths: positionals }, around, {
    plan: false,
    onProgress: progress.show,
    onTables: (_, found) => {
      files = found;
    },
  }).finally(progress.clear);
  const lacking = Object.keys(needed).filter((role) => !files.has(role));
  if (lacking.length > 0) {
    throw new UnreadablePath(
      `The caseloads cannot be told: ${lacking.map((role) => needed[role]).join(" and ")} was not found among the files ("rosterguard check" says what each of them is taken for).`,
    );
  }
  const derived = narrow(deriveCaseloads(readCaseloadFiles(files)), user, student);
  const [asked] = derived.caseloads;
  const answer: CaseloadAnswer = {
    ...derived,
    nextReading: nextRaclReading(report.date),
    ...(screen !== undefined && asked !== undefined && { screen: compareWithScreen(asked, screen) }),
  };
  const text = output === "json" ? `${JSON.stringify(answer, undefined, 2)}\n` : renderCaseloads(answer);
  await writeOut([text], out, around);
  return exitCodes.accepted;
};

/** What concerns one user or student; asking for nobody of the files is wrong usage. */
const narrow = ({ caseloads: all, missing }: Caseloads, user?: string, student?: string): Caseloads => {
  const email = user?.trim().toLowerCase();
  const id = student?.trim().toUpperCase();
  const users = email === undefined ? all : all.filter((one) => one.email === email);
  if (users.length === 0 && email !== undefined) {
    throw new UsageProblem(
      `The files give no caseload to ${user}: "rosterguard caseloads" without --user lists everybody who has one, and the links that lead to nobody.`,
    );
  }
  if (id === undefined) return { caseloads: users, missing: email === undefined ? missing : [] };
  const narrowed = users.flatMap((one) => {
    const students = one.students.filter(({ studentId }) => studentId === id);
    return students.length > 0 ? [{ ...one, students }] : [];
  });
  const lost = missing.filter(({ studentId }) => studentId === id);
  if (narrowed.length > 0 || lost.length > 0) return { caseloads: narrowed, missing: lost };
  throw new UsageProblem(
    `Student ${student} is in none of the files${email === undefined ? "" : `, or not on the caseload of ${user}`}.`,
  );
};

export const command: Command = {
  summary: "tell whose caseload each student of New York's files is on, and why others are on none",
  help: `rosterguard caseloads PATH...

PATH: the RACL, the pedagogue file and the STARS program of New York City, in any form that "rosterguard check" takes.
Up to grade 5 a caseload follows the official classes of the RACL, from grade 6 on the STARS courses; both lead through the EIS
number to an e-mail address. Whoever is on nobody's caseload is listed with the step at which the way ends.

  --user EMAIL        only this user's caseload
  --student ID        only this student: on whose caseload and why, or why on none
  --page FILE.json    with --user: the caseload read from the portal's page, compared with the one of the files
  --policy FILE       the LEA's policy, with its own names of the columns
  --date YYYY-MM-DD   the day it is asked for; default: today
  --output text|json  the form of the answer (default: text)
  --out FILE          write it to FILE instead of printing it
  --quiet             no progress on stderr

Exit code: 0 told, 2 wrong usage, 3 a file that it takes is not there or cannot be read.
`,
  run: caseloads,
};
