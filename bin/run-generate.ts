import { access, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Fault } from "../utils/generate/faults/fault.ts";
import { faults as allFaults, findFault } from "../utils/generate/faults/index.ts";
import { type Generated, generateFaulty, type MadeFile, writePackage } from "../utils/generate/generate.ts";
import { type Made, recipes } from "../utils/generate/packages/index.ts";
import type { Around, Command } from "./command.ts";
import { exitCodes } from "./exit-code.ts";
import { nearestOf } from "./nearest.ts";
import { tryTo } from "./open-paths.ts";
import { dateIn } from "./today.ts";
import { dayOf, oneOf, parseWords, pick, UsageProblem } from "./usage.ts";

const made = Object.keys(recipes) as Made[];
const mostStudents = 200_000;

type GenerateRequest = {
  format: Made;
  students: number;
  seed: number;
  faults: readonly Fault[];
  /** Faults that cannot stand beside others, and were not named. */
  alone: readonly Fault[];
  date: string | undefined;
  out: string;
  json: boolean;
};

const wholeNumber = (option: string, text: string | undefined, usual: number, most: number): number => {
  if (text === undefined) return usual;
  const number = Number(text);
  const least = option === "students" ? 1 : 0;
  if (/^\d{1,9}$/.test(text) && number >= least && number <= most) return number;
  throw new UsageProblem(
    `--${option} must be a whole number from ${least} to ${most.toLocaleString("en-US")}, not "${text}".`,
  );
};

const faultsOf = (text: string | undefined): Pick<GenerateRequest, "faults" | "alone"> => {
  if (text === undefined) return { faults: [], alone: [] };
  if (text === "all") {
    const isAlone = ({ alone }: Fault) => alone !== undefined;
    return { faults: allFaults.filter((fault) => !isAlone(fault)), alone: allFaults.filter(isAlone) };
  }
  const faults = text.split(",").map((id) => {
    const fault = findFault(id.trim());
    if (fault !== undefined) return fault;
    const near = nearestOf(
      id.trim(),
      allFaults.map(({ rule }) => rule),
    );
    throw new UsageProblem(
      `No fault "${id.trim()}" can be planted${near === undefined ? '; "all" plants every one that can.' : `; did you mean "${near}"?`}`,
    );
  });
  return { faults: [...new Set(faults)], alone: [] };
};

/** What `generate` is asked to make; throws a `UsageProblem` for what a person typed wrong. */
export const parseGenerate = (words: string[]): GenerateRequest => {
  const { values, positionals } = parseWords(words, {
    format: { type: "string" },
    students: { type: "string" },
    seed: { type: "string" },
    faults: { type: "string" },
    date: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
  } as const);
  const [stray] = positionals;
  if (stray !== undefined) throw new UsageProblem(`"${stray}" is not an option; name the folder with --out.`);
  const given = pick(values, ["format", "students", "seed", "faults", "date", "out"]);
  const format = oneOf("format", given.format, made);
  if (format === undefined) throw new UsageProblem(`--format is missing: one of ${made.join(", ")}.`);
  if (given.out === undefined) throw new UsageProblem("--out is missing: name the folder to write to.");
  return {
    format,
    students: wholeNumber("students", given.students, 300, mostStudents),
    seed: wholeNumber("seed", given.seed, 1, 999_999_999),
    ...faultsOf(given.faults),
    date: dayOf("date", given.date),
    out: given.out,
    json: values.json ?? false,
  };
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const writeAll = async (
  files: readonly MadeFile[],
  { out }: GenerateRequest,
  root: string,
): Promise<void> => {
  const folder = resolve(root, out);
  for (const { name } of files) {
    if (await exists(join(folder, name))) {
      throw new UsageProblem(
        `${join(out, name)} is there already: name an empty folder, nothing is overwritten.`,
      );
    }
  }
  await tryTo("write", out, () => mkdir(folder, { recursive: true }));
  for (const { name, bytes } of files) {
    // "wx" fails where a file appeared meanwhile.
    await tryTo("write", join(out, name), () => writeFile(join(folder, name), bytes, { flag: "wx" }));
  }
};

const plantedName = "planted.json";

const summarise = (request: GenerateRequest, date: string, { made: pack, planted, leftOut }: Generated) => {
  const { format, students, seed } = request;
  const rows = pack.files.filter(({ spare }) => !spare).reduce((sum, file) => sum + file.rows.length, 0);
  return {
    format,
    students,
    seed,
    date,
    rows,
    planted,
    leftOut: [
      ...leftOut,
      ...request.alone.map(({ rule, alone = "" }) => ({ rule, because: `${alone}: name it to plant it` })),
    ],
  };
};

const number = (value: number): string => value.toLocaleString("en-US");

const generate = async (words: string[], around: Around): Promise<number> => {
  const request = parseGenerate(words);
  const date = request.date ?? dateIn(undefined, new Date());
  const made = generateFaulty({ ...request, date }, request.faults);
  const said = summarise(request, date, made);
  const files = writePackage(made.made);
  const list = new TextEncoder().encode(`${JSON.stringify(said, undefined, 2)}\n`);
  await writeAll(
    [...files, ...(request.faults.length > 0 ? [{ name: plantedName, bytes: list }] : [])],
    request,
    around.root,
  );
  if (request.json) {
    around.stdout.write(
      `${JSON.stringify({ files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })), ...said }, undefined, 2)}\n`,
    );
    return exitCodes.accepted;
  }
  const faults =
    request.faults.length === 0
      ? "no faults"
      : `${number(said.planted.length)} faults, listed in ${plantedName}`;
  around.stdout.write(
    `${request.out}: ${number(files.length)} files of ${request.format}, ${number(said.rows)} rows, ${faults}.\n`,
  );
  return exitCodes.accepted;
};

export const command: Command = {
  summary: "make a district that does not exist, for trials: clean, or with faults planted",
  help: `rosterguard generate OPTIONS

Writes the package of a made-up district: the same options always write the same bytes. Without --faults nothing is wrong
with it; with them, planted.json lists every fault and where it is.

  --format ID        ${made.join(", ")}
  --out DIR          where the files go; nothing in it is overwritten
  --students N       how many students, 1 to ${number(mostStudents)} (default: 300)
  --seed N           another number makes other people (default: 1)
  --faults all|ID,ID all that can stand together, or the faults that these rules find
  --date YYYY-MM-DD  the day it is checked on, which decides the school year (default: today)
  --json             print what was made as JSON

Exit code: 0 made, 2 wrong usage (also when a file is there already), 3 something could not be written.
`,
  run: generate,
};
