import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type CheckRequest, parseCheck } from "./check-arguments.ts";
import { checkHelp } from "./check-help.ts";
import { checkPaths } from "./check-paths.ts";
import type { Around, Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { keepAll, needsAll, renderReport } from "./render.ts";
import { showProgress } from "./show-progress.ts";
import { sayVerdict } from "./text-report.ts";
import { UsageProblem } from "./usage.ts";
import { writeCsv } from "./write-csv.ts";
import { writeOut } from "./write-out.ts";

const check = async (request: CheckRequest, around: Around): Promise<number> => {
  const { stderr, say } = around;
  const { out, output, quiet } = request;
  await refuseToOverwrite(request, around.root);
  const progress = showProgress(quiet ? { write: () => true } : stderr);
  const { kept, hooks } = needsAll(output) ? keepAll() : { kept: undefined, hooks: {} };
  const report = await checkPaths(request, around, { ...hooks, onProgress: progress.show }).finally(
    progress.clear,
  );
  if (output === "csv" && kept !== undefined) {
    const written = await writeCsv(kept, { out, allRows: request.allRows }, around);
    if (!quiet) {
      const files = written.length === 0 ? "" : ` The rows are in ${written.join(", ")}.`;
      say(`${sayVerdict(report)}${files}`);
    }
  } else if (output !== "csv") {
    await writeOut(renderReport(output, report, request, kept), out, around);
    if (out !== undefined && !quiet) say(`${sayVerdict(report)} The report is in ${out}.`);
  }
  return exitCodeOf(report, request.failOn);
};

const isFolder = async (path: string): Promise<boolean> => (await stat(path)).isDirectory();

/** A report must never take the place of what it is about. */
const refuseToOverwrite = async ({ out, paths, previous }: CheckRequest, root: string): Promise<void> => {
  if (out === undefined) return;
  const real = (path: string) => realpath(resolve(root, path)).catch(() => undefined);
  const target = await real(out);
  if (target === undefined) return;
  for (const path of [...paths, ...previous]) {
    if ((await real(path)) === target && !(await isFolder(target)))
      throw new UsageProblem(`--out names ${out}, which is one of the files to check: name another.`);
  }
};

export const command: Command = {
  summary: "check files before they are sent",
  help: checkHelp,
  run: (words, around) => check(parseCheck(words), around),
};
