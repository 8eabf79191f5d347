import { parseArgs } from "node:util";
import type { FormatId } from "../utils/formats/format.ts";
import { formats } from "../utils/formats/index.ts";
import { systems } from "../utils/reconcile/receivers.ts";
import { checkHelp, help } from "./help.ts";

export type CheckRequest = {
  paths: string[];
  format?: FormatId;
  system?: string;
  policy?: string;
  previous: string[];
  page?: string;
  mode?: "partial" | "complete";
  date?: string;
  output: "text" | "json";
  out?: string;
  failOn: "fault" | "warning" | "never";
};

export type Command =
  | { kind: "check"; request: CheckRequest }
  | { kind: "print"; text: string }
  | { kind: "version" }
  /** Wrong usage: one sentence, and where to read on. */
  | { kind: "usage"; problem: string; hint: string };

const options = {
  format: { type: "string" },
  system: { type: "string" },
  policy: { type: "string" },
  previous: { type: "string", multiple: true },
  page: { type: "string" },
  mode: { type: "string" },
  date: { type: "string" },
  output: { type: "string" },
  out: { type: "string" },
  "fail-on": { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** A sentence about the command line itself. */
class UsageProblem extends Error {}

/** What the command line asks for; never throws for what a person typed. */
export const parseCommand = (words: readonly string[]): Command => {
  const [first, ...rest] = words;
  if (first === undefined || first === "help" || first === "--help" || first === "-h") {
    const asks = rest[0] === "check" ? checkHelp : help;
    return first === undefined
      ? { kind: "usage", problem: "No command was given.", hint: help }
      : { kind: "print", text: asks };
  }
  if (first === "--version") return { kind: "version" };
  if (first !== "check") {
    const problem = `There is no command "${first}"; the command is "check".`;
    return { kind: "usage", problem, hint: 'Try "rosterguard --help".' };
  }
  try {
    return parseCheck(rest);
  } catch (error) {
    if (!isAboutUsage(error)) throw error;
    return { kind: "usage", problem: sayProblem(error), hint: 'Try "rosterguard check --help".' };
  }
};

const parseCheck = (words: string[]): Command => {
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true, strict: true });
  if (values.help) return { kind: "print", text: checkHelp };
  if (values.version) return { kind: "version" };
  if (positionals.length === 0) {
    throw new UsageProblem("No file to check was given: name a folder, a .zip, a .xlsx or .csv files.");
  }
  const format = oneOf("format", values.format, ["auto", ...formats.map(({ id }) => id)] as const);
  const system = oneOf("system", values.system, systems);
  const mode = oneOf("mode", values.mode, ["partial", "complete"] as const);
  if (values.date !== undefined && !isDate(values.date)) {
    throw new UsageProblem(`--date must be a day such as 2026-11-16, not "${values.date}".`);
  }
  return {
    kind: "check",
    request: {
      paths: positionals,
      previous: values.previous ?? [],
      output: oneOf("output", values.output, ["text", "json"] as const) ?? "text",
      failOn: oneOf("fail-on", values["fail-on"], ["fault", "warning", "never"] as const) ?? "fault",
      ...(format !== undefined && format !== "auto" && { format }),
      ...(system !== undefined && { system }),
      ...(mode !== undefined && { mode }),
      ...pick(values, ["policy", "page", "date", "out"]),
    },
  };
};

const oneOf = <T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined => {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageProblem(`--${option} must be ${sayChoice(allowed)}, not "${value}".`);
};

const sayChoice = (allowed: readonly string[]): string =>
  allowed.length < 2 ? (allowed[0] ?? "") : `${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}`;

const pick = <K extends string>(values: Partial<Record<K, string | undefined>>, names: readonly K[]) => {
  const picked: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (value === "") throw new UsageProblem(`--${name} was given without a value.`);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
};

const isDate = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
};

const isAboutUsage = (error: unknown): error is Error =>
  error instanceof UsageProblem ||
  (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

/** Node's own sentences go on with advice about `--`; the first one says what is wrong. */
const sayProblem = ({ message }: Error): string => {
  const first = message.split(/\.\s/)[0]?.trim() ?? message;
  return first.endsWith(".") ? first : `${first}.`;
};
