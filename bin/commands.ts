import type { Command } from "./command.ts";
import { command as caseloads } from "./run-caseloads.ts";
import { command as check } from "./run-check.ts";
import { command as compare } from "./run-compare.ts";
import { command as diff } from "./run-diff.ts";
import { command as explain } from "./run-explain.ts";
import { command as generate } from "./run-generate.ts";
import { command as repair } from "./run-repair.ts";
import { command as watch } from "./run-watch.ts";

/** Every command by its name, in the order in which they are listed. */
export const commands: Readonly<Record<string, Command>> = {
  check,
  explain,
  diff,
  compare,
  repair,
  watch,
  generate,
  caseloads,
};
