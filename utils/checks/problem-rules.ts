import type { ProblemKind } from "../table/table.ts";
import { needNothing } from "./needs.ts";
import type { Rule } from "./rule.ts";

type ProblemRule = Pick<Rule, "outcome" | "consequence" | "whoCanFix" | "source" | "certain"> & {
  id: ProblemKind;
};

/**
 * A rule about a file as such, found while it was read: the reader's problem of the same name becomes the finding. Files
 * that the format does not know count too, for the receiver gets them as well.
 */
export const makeProblemRule = (meta: ProblemRule): Rule => ({
  ...meta,
  needs: needNothing,
  *check(context) {
    for (const problem of context.problems) {
      if (problem.kind !== meta.id) continue;
      yield {
        count: problem.count,
        args: {
          ...problem.args,
          file: problem.file,
          // What OneRoster says of files is not said where another format is checked.
          ...(context.format.filesSource === undefined ? {} : { format: context.format.title }),
        },
        ...(context.format.filesSource === undefined ? {} : { source: context.format.filesSource }),
        // What follows was not read, so nobody can say that the rest is good.
        ...(problem.args.stoppedAtLine === undefined ? {} : { outcome: "fault" as const }),
        places:
          problem.places.length > 0
            ? problem.places.map((place) => ({ file: problem.file, ...place }))
            : [{ file: problem.file }],
      };
    }
  },
});
