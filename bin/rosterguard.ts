import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import process from "node:process";
import { type CheckRequest, parseCommand } from "./arguments.ts";
import { exitCodeOf, exitCodes } from "./exit-code.ts";
import { tryTo, UnreadablePath } from "./open-paths.ts";
import { runCheck } from "./run-check.ts";
import { showProgress } from "./show-progress.ts";
import { renderText, sayVerdict } from "./text-report.ts";

/** npm runs scripts from the package's folder; paths are meant from where the person stood. */
const standingIn = (): string =>
  (process.env.npm_lifecycle_event === "rosterguard" && process.env.INIT_CWD) || process.cwd();

const readVersion = (): string => {
  const text = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};

const say = (sentence: string) => process.stderr.write(`rosterguard: ${sentence}\n`);

const check = async (request: CheckRequest): Promise<number> => {
  const root = standingIn();
  const progress = showProgress(process.stderr);
  const outcome = await runCheck(request, {
    root,
    version: readVersion(),
    onProgress: progress.show,
  }).finally(progress.clear);
  if (!outcome.ok) {
    say(outcome.problem);
    return exitCodes.usage;
  }
  const { report } = outcome;
  const text = request.output === "json" ? `${JSON.stringify(report, undefined, 2)}\n` : renderText(report);
  const { out } = request;
  if (out === undefined) process.stdout.write(text);
  else {
    await tryTo("write", out, () => writeFile(resolve(root, out), text));
    say(`${sayVerdict(report)} The report is in ${out}.`);
  }
  return exitCodeOf(report, request.failOn);
};

const main = async (): Promise<number> => {
  const command = parseCommand(process.argv.slice(2));
  switch (command.kind) {
    case "print":
      process.stdout.write(command.text);
      return exitCodes.accepted;
    case "version":
      process.stdout.write(`rosterguard ${readVersion()}\n`);
      return exitCodes.accepted;
    case "usage":
      say(command.problem);
      process.stderr.write(`${command.hint}\n`);
      return exitCodes.usage;
    case "check":
      return check(command.request);
  }
};

/** A reader that stops early ("| head") is no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = exitCodes.unreadable;
  if (error instanceof UnreadablePath) say(error.message);
  else if (process.env.ROSTERGUARD_DEBUG) throw error;
  else {
    const detail = error instanceof Error ? error.message : String(error);
    say(`Something went wrong in Rosterguard itself (${detail}). Set ROSTERGUARD_DEBUG=1 to see where.`);
  }
}
