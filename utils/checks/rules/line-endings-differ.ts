import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";

/**
 * Files of one package with other line ends than most: they were not written by the same export, or were opened and saved
 * since. A file of one line has none to compare.
 */
export const rule: Rule = {
  id: "line-endings-differ",
  outcome: "note",
  consequence: "none",
  whoCanFix: "lea-data-team",
  source: "Rosterguard, from public sets in which hand-edited files stand out by their line ends",
  certain: true,
  needs: needNothing,
  *check(context) {
    const files = [...context.files.values()].map(({ table }) => table.file);
    const written = files.filter(({ lineEnding, delimiter }) => lineEnding !== "none" && delimiter !== "");
    const groups = new Map<string, string[]>();
    for (const { lineEnding, name } of written) {
      groups.set(lineEnding, [...(groups.get(lineEnding) ?? []), name]);
    }
    const sorted = [...groups].sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1));
    const [most, ...others] = sorted;
    // Two equal halves do not tell which of them is out of place.
    if (most === undefined || others.length === 0 || others[0]?.[1].length === most[1].length) return;
    for (const [ending, names] of others) {
      yield {
        count: names.length,
        args: { file: names[0] ?? "", ending: ending.toUpperCase(), most: most[0].toUpperCase() },
        places: names.map((file) => ({ file })),
      };
    }
  },
};
