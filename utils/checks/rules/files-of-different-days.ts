import { needNothing } from "../needs.ts";
import type { CheckContext, Rule } from "../rule.ts";

/** Files that follow people from day to day; those of schools, courses and terms are often kept by hand. */
const daily =
  /^(?:users|roles|classes|enrollments|students?|teachers?|staff|sections?|studentenrollment|teacherroster|registration|claims)$/i;

/** Clocks of other zones differ by less than a day, and a nightly export may begin before midnight. */
const apart = 2;

const dayLength = 24 * 60 * 60 * 1000;
const firstDay = Date.parse("1990-01-01T00:00:00Z");

type Written = { file: string; at: number; day: string };

/** Tools that want the same bytes each time write a day of their own: the first that zips know, or one ahead. */
const writtenFiles = ({ files, date }: CheckContext): Written[] => {
  const latest = Date.parse(`${date}T00:00:00Z`) + apart * dayLength;
  return [...files.values()].flatMap(({ role, table }) => {
    const day = table.file.written?.slice(0, 10) ?? "";
    const at = Date.parse(`${day}T00:00:00Z`);
    return daily.test(role) && at >= firstDay && at <= latest ? [{ file: table.file.name, at, day }] : [];
  });
};

/** Files of one package that were not written together. */
export const rule: Rule = {
  id: "files-of-different-days",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "person-uploading",
  source: "Rosterguard: files of one export are written together",
  certain: true,
  needs: needNothing,
  *check(context) {
    const written = writtenFiles(context).sort((a, b) => a.at - b.at);
    const newest = written.at(-1);
    if (newest === undefined) return;
    const old = written.filter(({ at }) => newest.at - at >= apart * dayLength);
    const [oldest] = old;
    if (oldest === undefined) return;
    yield {
      count: old.length,
      args: {
        file: oldest.file,
        day: oldest.day,
        newest: newest.file,
        newestDay: newest.day,
        days: Math.round((newest.at - oldest.at) / dayLength),
      },
      places: old.map(({ file, day }) => ({ file, value: day })),
    };
  },
};
