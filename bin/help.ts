import type { Command } from "./command.ts";

/** The list of commands. */
export const helpOf = (commands: Readonly<Record<string, Command>>): string => {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  rosterguard ${name.padEnd(width)}  ${summary}`,
  );
  return `rosterguard checks roster files before they are sent. Nothing leaves this machine.

${lines.join("\n")}

  rosterguard COMMAND --help   how a command is called, and its options
  rosterguard --version        print the version

From this repository: npm run -s rosterguard -- COMMAND ...
`;
};
