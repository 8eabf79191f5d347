import { parseArgs } from "node:util";
import type { Start } from "./answer.ts";
import { isSizeName, type SizeName } from "./sizes.ts";

export type Options = { sizes: SizeName[]; runs: number | undefined; json: boolean; start: Start };

export const usage = `npm run -s bench -- [--size S|M|L]... [--runs N] [--json]

  --size   a set to measure, repeatable; S and M when none is given (S 11 MB, M 109 MB, L 952 MB)
  --runs   measured runs of each side; 3 when not given, 1 at L
  --cold   in workers that have run nothing before; else both sides have checked a small package first, as the
           extension's worker does while a page is open on which files are chosen
  --json   one line of JSON a set instead of a table`;

/** The command line, or one sentence saying what is wrong with it. */
export const readOptions = (words: readonly string[]): Options | { problem: string } | { help: true } => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        size: { type: "string", multiple: true },
        runs: { type: "string" },
        cold: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { help: true };
    const wanted = values.size ?? ["S", "M"];
    const wrong = wanted.find((size) => !isSizeName(size));
    if (wrong !== undefined) return { problem: `There is no set "${wrong}": --size takes S, M or L.` };
    const runs = values.runs === undefined ? undefined : Number(values.runs);
    if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1 && runs <= 99)) {
      return { problem: `--runs takes a whole number from 1 to 99, not "${values.runs}".` };
    }
    return {
      sizes: wanted.filter(isSizeName),
      runs,
      json: values.json,
      start: values.cold ? "cold" : "warm",
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};
