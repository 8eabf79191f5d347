/** One command of `rosterguard`. A file bin/run-<name>.ts exports it as `command`; bin/commands.ts lists it. */
export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** What "rosterguard <name> --help" prints; begins with how it is called. */
  help: string;
  /**
   * Does it and gives the exit code (bin/exit-code.ts). Throws `UsageProblem` for what a person typed wrong and
   * `UnreadablePath` for what cannot be read or written; the dispatcher says both.
   */
  run: (words: string[], around: Around) => Promise<number>;
};

export type Terminal = { isTTY?: boolean; write(text: string): unknown };

/** What a command may touch of the world around it. */
export type Around = {
  /** Folder that paths are meant from. */
  root: string;
  /** Of Rosterguard. */
  version: string;
  stdout: NodeJS.WritableStream;
  stderr: Terminal;
  /** One sentence to the person, on stderr. */
  say: (sentence: string) => void;
};
