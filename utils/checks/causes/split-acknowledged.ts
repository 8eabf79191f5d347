import { concerns } from "../../findings/acknowledge.ts";
import type { Acknowledgement } from "../../findings/finding.ts";
import { cellsOf } from "../columns.ts";
import { type RaisedBy, splitRaised } from "./explain-findings.ts";

/**
 * Findings of which the LEA has acknowledged single values, in parts: the rows with each such value, and all others. The
 * counts add up; a finding that is not made of cells stays whole, and then its acknowledgement does not hold.
 */
export const splitAcknowledged = (
  raised: readonly RaisedBy[],
  acknowledged: readonly Acknowledgement[],
): RaisedBy[] => {
  const byValue = acknowledged.filter(({ value }) => value !== undefined);
  if (byValue.length === 0) return [...raised];
  return raised.flatMap((one) => {
    const parts: RaisedBy[] = [];
    let left: RaisedBy | undefined = one;
    for (const entry of byValue) {
      if (left === undefined || !concerns(entry, { rule: left.rule, args: left.raised.args })) continue;
      const code = cellsOf(left.raised.places)?.column.codeOf(entry.value ?? "") ?? -1;
      if (code < 0) continue;
      const split: { taken?: RaisedBy; left?: RaisedBy } = splitRaised(left, [code]);
      if (split.taken !== undefined) parts.push(split.taken);
      left = split.left;
    }
    return left === undefined ? parts : [...parts, left];
  });
};
