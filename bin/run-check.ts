import { type CheckRequest, parseCheck } from "./check-arguments.ts";
import { checkHelp } from "./check-help.ts";
import { checkPaths } from "./check-paths.ts";
import type { Around, Command } from "./command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { showProgress } from "./show-progress.ts";
import { renderText, sayVerdict } from "./text-report.ts";
import { writeOut } from "./write-out.ts";

const check = async (request: CheckRequest, around: Around): Promise<number> => {
  const { stderr, say } = around;
  const progress = showProgress(request.quiet ? { write: () => true } : stderr);
  const report = await checkPaths(request, around, { onProgress: progress.show }).finally(progress.clear);
  const text = request.output === "json" ? `${JSON.stringify(report, undefined, 2)}\n` : renderText(report);
  await writeOut([text], request.out, around);
  if (request.out !== undefined && !request.quiet) {
    say(`${sayVerdict(report)} The report is in ${request.out}.`);
  }
  return exitCodeOf(report, request.failOn);
};

export const command: Command = {
  summary: "check files before they are sent",
  help: checkHelp,
  run: (words, around) => check(parseCheck(words), around),
};
