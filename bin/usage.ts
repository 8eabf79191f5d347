import { type ParseArgsConfig, parseArgs } from "node:util";

/** A sentence about the command line itself. */
export class UsageProblem extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options and paths among the words; wrong ones throw a `UsageProblem`. `--help` is answered before this. */
export const parseWords = <const T extends Options>(words: string[], options: T) => {
  try {
    return parseArgs({
      args: words,
      options: { ...options, help: { type: "boolean", short: "h" } } as T & {
        help: { type: "boolean"; short: "h" };
      },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      throw new UsageProblem(sayFirst(error.message));
    }
    throw error;
  }
};

/** Node's own sentences go on with advice about `--`; the first one says what is wrong. */
const sayFirst = (message: string): string => {
  const first = message.split(/\.\s/)[0]?.trim() ?? message;
  return first.endsWith(".") ? first : `${first}.`;
};

/** The value of an option that takes one of a few. */
export const oneOf = <T extends string>(
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

/** Those of the named options that were given; an empty value is wrong usage. */
export const pick = <K extends string>(
  values: Partial<Record<K, string | undefined>>,
  names: readonly K[],
): Partial<Record<K, string>> => {
  const picked: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (value === "") throw new UsageProblem(`--${name} was given without a value.`);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
};

/** An ISO day that exists. */
export const dayOf = (option: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value)) return value;
  throw new UsageProblem(`--${option} must be a day such as 2026-11-16, not "${value}".`);
};
