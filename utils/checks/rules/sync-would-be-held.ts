import { type ChangeLimit, limitsFor } from "../../formats/receiver-limits.ts";
import { comparedTypes, countedAlike, isWiped, needSizes } from "../compared-records.ts";
import { currentRecords } from "../package-records.ts";
import type { CheckContext, PackageRecords, Raised, Rule } from "../rule.ts";

type Type = ChangeLimit["types"][number];

const countDeleted = (before: PackageRecords, now: PackageRecords, type: Type): number => {
  let deleted = 0;
  for (const id of before.ids[type] ?? []) if (now.ids[type]?.has(id) !== true) deleted++;
  return deleted;
};

const countUpdated = (before: PackageRecords, now: PackageRecords, type: Type): number => {
  if (type === "schools" || !countedAlike(before, now)) return 0;
  const then = before.contentOf(type);
  let updated = 0;
  for (const [id, content] of now.contentOf(type)) {
    const old = then.get(id);
    if (old !== undefined && old !== content) updated++;
  }
  return updated;
};

function* raiseAll(context: CheckContext): Generator<Raised> {
  const limits = limitsFor(context.system, context.format.id);
  const previous = context.previous?.records;
  if (limits === undefined || previous === undefined) return;
  const current = currentRecords(context);
  const files = new Map(comparedTypes(context).map((one) => [one.type, one]));
  for (const limit of limits.changes) {
    for (const type of limit.types) {
      const compared = files.get(type);
      // A missing or empty file is file-would-wipe-records.
      if (compared === undefined || isWiped(compared)) continue;
      const { file, before: of } = compared;
      const changed = (limit.effect === "deletes" ? countDeleted : countUpdated)(previous, current, type);
      if (changed * 100 <= of * limit.abovePercent) continue;
      yield {
        count: changed,
        args: {
          file,
          receiver: limits.name,
          record: type,
          of,
          effect: limit.effect,
          // Upwards, so that what is above the limit never reads like the limit.
          percent: Math.ceil((changed * 1000) / of) / 10,
          limit: limit.abovePercent,
          by: limit.by,
        },
        places: [{ file }],
        source: limit.source,
        certain: limit.certain,
        ...(limit.by === "app" ? { outcome: "note" } : {}),
      };
    }
  }
}

/** So many deletions or updates at once that the receiver stops and waits for somebody's word. */
export const rule: Rule = {
  id: "sync-would-be-held",
  outcome: "warning",
  consequence: "sync-held",
  whoCanFix: "lea-data-team",
  source: "support.clever.com 215806797 and 360044699192: holds of a sync and safety thresholds of an app",
  certain: true,
  needs: (context) => {
    const limits = limitsFor(context.system, context.format.id);
    return limits === undefined || limits.changes.length === 0 ? undefined : needSizes(context);
  },
  check: raiseAll,
};
