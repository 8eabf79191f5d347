#!/usr/bin/env node
import process from "node:process";
import { dispatch } from "./dispatch.ts";
import { exitCodes } from "./exit-code.ts";
import { readVersion } from "./version.ts";

/** npm runs scripts from the package's folder; paths are meant from where the person stood. */
const standingIn = (): string =>
  (process.env.npm_lifecycle_event === "rosterguard" && process.env.INIT_CWD) || process.cwd();

const say = (sentence: string) => process.stderr.write(`rosterguard: ${sentence}\n`);

/** A reader that stops early ("| head") is no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await dispatch(process.argv.slice(2), {
    root: standingIn(),
    version: readVersion(),
    stdout: process.stdout,
    stderr: process.stderr,
    say,
  });
} catch (error) {
  process.exitCode = exitCodes.unreadable;
  if (process.env.ROSTERGUARD_DEBUG) throw error;
  const detail = error instanceof Error ? error.message : String(error);
  say(`Something went wrong in Rosterguard itself (${detail}). Set ROSTERGUARD_DEBUG=1 to see where.`);
}
