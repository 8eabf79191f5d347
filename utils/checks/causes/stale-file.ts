import { countRows } from "../columns.ts";
import { findDangling } from "../references.ts";
import { type Cause, eachBulk } from "./cause.ts";
import { type DanglingOpen, danglingOf } from "./dangling.ts";
import {
  proveByDates,
  proveByDistance,
  proveByGroups,
  proveByOthers,
  rowsThatRefer,
  type StaleProof,
} from "./stale-proofs.ts";

type Proved = DanglingOpen & { proof: StaleProof };

/** From the proof that says most to the one that says least. */
const proofs = [proveByGroups, proveByDates, proveByDistance, proveByOthers];

/** References dangle in bulk because one file is of another time, or of another selection, than the others. */
export const cause: Cause = {
  id: "stale-file",
  *explain(context, open) {
    const all = findDangling(context).reduce((sum, { column, codes }) => sum + countRows(column, codes), 0);
    const suspects = new Map<string, Proved[]>();
    for (const one of danglingOf(context, eachBulk(open))) {
      const proof = proofs.reduce<StaleProof | undefined>(
        (found, prove) => found ?? prove(context, one),
        undefined,
      );
      if (proof === undefined) continue;
      const key = `${proof.stale.role} ${proof.args.proof}`;
      suspects.set(key, [...(suspects.get(key) ?? []), { ...one, proof }]);
    }
    for (const parts of suspects.values()) {
      const [most] = [...parts].sort((a, b) => b.open.raised.count - a.open.raised.count);
      if (most === undefined) continue;
      yield {
        args: {
          file: most.cells.file.table.file.name,
          column: most.cells.column.name,
          target: most.target.table.file.name,
          stale: most.proof.stale.table.file.name,
          rows: parts.reduce((sum, { open: { raised } }) => sum + raised.count, 0),
          all,
          dangling: most.open.raised.count,
          of: rowsThatRefer(most),
          ...most.proof.args,
        },
        repairable: false,
        explained: parts.map((one) => ({ open: one.open })),
      };
    }
  },
};
