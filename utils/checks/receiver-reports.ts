import type { CheckContext } from "./rule.ts";

/** A file that plays no role and looks like what a receiver sends back: by its header, or by its name. */
export type ReceiverReport = { file: string; by: "header" | "name"; sign: string };

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

/** Columns that say what is wrong with a row: no export has them. */
const verdicts =
  /^(?:errors?|error(?:code|message|description|details?|type|level|text|reason)s?|reject(?:ed|ion)?(?:reason|code|message)?s?|warnings?|severity|failure(?:reason|message)?)$/;
/** Columns that say which row, and why: not much by themselves. */
const places = /^(?:line|row|record)(?:no|num|number)?$|^(?:reason|message|rule|sourcefile|fieldname|field)$/;

/** Words of a file's name: "importErrors_2026.csv" is import, errors. */
const wordsOf = (name: string): string[] =>
  (/[^/\\]*$/.exec(name)?.[0] ?? "")
    .replace(/\.[^.]*$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

const reportWord = /^(?:errors?|rejects?|rejected|rejections?|refused|exceptions?|failures?|failed|logs?)$/;

/** The receiver's own reports in a package, which somebody put back beside the files they are about. */
export const findReceiverReports = ({ others = [] }: Pick<CheckContext, "others">): ReceiverReport[] =>
  others.flatMap(({ file, header }): ReceiverReport[] => {
    const keys = header.map(fold);
    const verdict = keys.findIndex((key) => verdicts.test(key));
    const told = keys.filter((key) => verdicts.test(key) || places.test(key)).length;
    if (verdict >= 0 && told >= 2) return [{ file, by: "header", sign: header[verdict] ?? "" }];
    const named = wordsOf(file).find((word) => reportWord.test(word));
    const sign = named ?? (/\.log$/i.test(file) ? ".log" : undefined);
    return sign === undefined ? [] : [{ file, by: "name", sign }];
  });
