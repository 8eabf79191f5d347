import { countRows } from "../columns.ts";
import { findDangling } from "../references.ts";
import type { Cause } from "./cause.ts";

/**
 * The zeros at the front of identifiers are gone. The rule has proved each value by matching it; here they become one
 * cause, measured against all references of these columns that point nowhere.
 */
export const cause: Cause = {
  id: "leading-zeros-lost",
  *explain(context, open) {
    const ours = open.filter(({ rule }) => rule === "lost-leading-zeros");
    if (ours.length === 0) return;
    const rows = (proof: string) =>
      ours.reduce((sum, { raised: { args, count } }) => sum + (args.proof === proof ? count : 0), 0);
    const referring = new Set(
      ours.flatMap(({ raised, cells }) => (raised.args.proof === "reference" && cells ? [cells.column] : [])),
    );
    const dangling = findDangling(context).filter(({ column }) => referring.has(column));
    const most = ours.reduce((a, b) => (b.raised.count > a.raised.count ? b : a));
    const { file = "", column = "", example = "", meant = "", target = "" } = most.raised.args;
    yield {
      args: {
        file,
        column,
        example,
        meant,
        target,
        lostIn: most.raised.args.lostIn ?? "reference",
        matched: rows("reference"),
        of: dangling.reduce((sum, one) => sum + countRows(one.column, one.codes), 0),
        byLength: rows("length"),
        byPrevious: rows("previous"),
        byList: rows("list"),
      },
      // That the last file had the zeros shows the damage; the copy is mended by what is in this package.
      repairable: rows("previous") === 0,
      explained: ours.map((one) => ({ open: one })),
    };
  },
};
