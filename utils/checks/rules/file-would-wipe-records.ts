import { type ComparedType, comparedTypes, isWiped, needSizes } from "../compared-records.ts";
import { recordLayouts } from "../record-layouts.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";

const raise = (context: CheckContext, one: ComparedType): Raised => {
  const { type, before, now, file, isMissing } = one;
  const role = [...context.files.values()].find(({ table }) => table.file.name === file)?.role;
  const isEmpty = role !== undefined && context.files.get(role)?.table.rows === 0;
  const how = isMissing ? "missing" : isEmpty ? "empty" : now === 0 ? "none" : "few";
  return {
    count: before - now,
    args: { file, record: type, before, now, how },
    places: [{ file, ...(isMissing ? {} : { line: 1 }) }],
    // A manifest that says so makes a missing file a decision, which some receivers take for "unchanged".
    ...(isMissing && saysAbsent(context, one) ? { outcome: "warning", certain: false } : {}),
  };
};

const saysAbsent = ({ format, manifest }: CheckContext, { file }: ComparedType): boolean =>
  format.files.some(({ fileName, role }) => fileName === file && manifest?.get(role) === "absent");

/** A complete package in which all, or nearly all, of a type is gone that the last file had. Counted are the records. */
export const rule: Rule = {
  id: "file-would-wipe-records",
  outcome: "fault",
  consequence: "records-removed",
  whoCanFix: "lea-data-team",
  source:
    "IMS OneRoster 1.1 CSV tables: a bulk file is everything there is; Microsoft SDS V2.1: records of a file left out are no longer active",
  certain: true,
  formats: Object.keys(recordLayouts).sort(),
  needs: needSizes,
  *check(context) {
    for (const one of comparedTypes(context)) if (isWiped(one)) yield raise(context, one);
  },
};
