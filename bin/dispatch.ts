import type { Around } from "./command.ts";
import { commands } from "./commands.ts";
import { exitCodes } from "./exit-code.ts";
import { helpOf } from "./help.ts";
import { nearestOf } from "./nearest.ts";
import { UnreadablePath } from "./open-paths.ts";
import { UsageProblem } from "./usage.ts";

/** Runs what the words ask for and gives the exit code; rejects for our own faults only. */
export const dispatch = async (words: readonly string[], around: Around): Promise<number> => {
  const [first, ...rest] = words;
  const { stdout, stderr, say, version } = around;
  const explain = (text: string): number => {
    stdout.write(text);
    return exitCodes.accepted;
  };
  const refuse = (problem: string, hint: string): number => {
    say(problem);
    stderr.write(`${hint}\n`);
    return exitCodes.usage;
  };
  if (first === undefined) return refuse("No command was given.", helpOf(commands));
  if (first === "help" || first === "--help" || first === "-h") {
    return explain(find(rest[0])?.help ?? helpOf(commands));
  }
  if (first === "--version") return explain(`rosterguard ${version}\n`);
  const command = find(first);
  if (command === undefined) return refuse(sayUnknown(first), 'Try "rosterguard --help".');
  if (asksForHelp(rest)) return explain(command.help);
  if (rest.includes("--version")) return explain(`rosterguard ${version}\n`);
  try {
    return await command.run(rest, around);
  } catch (error) {
    if (error instanceof UsageProblem) return refuse(error.message, `Try "rosterguard ${first} --help".`);
    if (!(error instanceof UnreadablePath)) throw error;
    say(error.message);
    return exitCodes.unreadable;
  }
};

const find = (name: string | undefined) =>
  name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;

/** Words after "--" are paths, whatever they look like. */
const asksForHelp = (words: readonly string[]): boolean => {
  const end = words.indexOf("--");
  return words.slice(0, end < 0 ? undefined : end).some((word) => word === "--help" || word === "-h");
};

const sayUnknown = (word: string): string => {
  const names = Object.keys(commands);
  const near = nearestOf(word, names);
  return near === undefined
    ? `There is no command "${word}"; the commands are ${names.join(", ")}.`
    : `There is no command "${word}"; did you mean "${near}"?`;
};
