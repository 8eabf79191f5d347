import { needNothing } from "../needs.ts";
import { findReceiverReports } from "../receiver-reports.ts";
import type { Rule } from "../rule.ts";

const isJunk = (name: string): boolean => /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)|Zone\.Identifier$/.test(name);

/** Files of the package that play no role in the format: nothing in them was checked. */
export const rule: Rule = {
  id: "file-not-recognised",
  outcome: "note",
  consequence: "none",
  whoCanFix: "person-uploading",
  source: "Rosterguard",
  certain: true,
  needs: needNothing,
  *check(context) {
    if (context.format.files.length === 0) return;
    const used = new Set([...context.files.values()].map(({ table }) => table.file.name));
    const unread = new Set(context.problems.filter(({ fatal }) => fatal).map(({ file }) => file));
    const reports = new Set(findReceiverReports(context).map(({ file }) => file));
    for (const name of context.fileNames) {
      if (used.has(name) || unread.has(name) || reports.has(name) || isJunk(name)) continue;
      yield { count: 1, args: { file: name, format: context.format.title }, places: [{ file: name }] };
    }
  },
};
