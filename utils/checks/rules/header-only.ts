import { makeProblemRule } from "../problem-rules.ts";
import { receiverOf } from "../receiver-of.ts";
import type { Rule } from "../rule.ts";

const found = makeProblemRule({
  id: "header-only",
  outcome: "note",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "IMS OneRoster 1.1 CSV tables: a file without data rows is left out and marked absent",
  certain: true,
});

/** Files with a header and no rows: wanted by some receivers, refused by others, forbidden by the standard. */
export const rule: Rule = {
  ...found,
  *check(context) {
    const { value, source, certain } = receiverOf(context).headerOnly;
    if (value === "wanted") return;
    for (const raised of found.check(context)) {
      yield value === "refused"
        ? { ...raised, outcome: "warning", consequence: "file-refused", source, certain }
        : raised;
    }
  },
};
