import type { Place } from "../findings/finding.ts";
import { placeAt } from "./columns.ts";
import { addUpClaims, type ClaimSum, type ClaimSums } from "./ohio-claim-sums.ts";
import { needClaims } from "./ohio-claims.ts";
import type { Rule } from "./rule.ts";

type SumRule = Pick<Rule, "id" | "outcome" | "consequence" | "source" | "certain"> & {
  pick: (sums: ClaimSums) => readonly ClaimSum[];
  /** Which of two sums is the better example. */
  isWorse: (a: number, b: number) => boolean;
};

/** A rule about the sums of a student's claims. Counted are sums: a student in a subject in a month. */
export const makeSumRule = ({ pick, isWorse, ...meta }: SumRule): Rule => ({
  ...meta,
  whoCanFix: "school",
  formats: ["ohio-roster-verification"],
  needs: needClaims,
  *check(context) {
    const sums = addUpClaims(context);
    if (sums === undefined) return;
    const { file, month, percent, subjects } = sums.claims;
    const found = pick(sums);
    const worst = found.reduce<number | undefined>(
      (a, { sum }) => (a === undefined || isWorse(sum, a) ? sum : a),
      undefined,
    );
    const say = ({ sum, subject, month: code }: ClaimSum): string =>
      `${subjects[subject]}, ${month.valueOf(code)}: ${sum} %`;
    const places = function* (): Generator<Place> {
      for (const one of found) yield placeAt(file, one.row, percent, say(one));
    };
    yield {
      count: found.length,
      args: {
        file: file.table.file.name,
        students: new Set(found.map(({ student }) => student)).size,
        worst: worst ?? 0,
      },
      places: places(),
    };
  },
});
