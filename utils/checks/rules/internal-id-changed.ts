import { columnOf, markValues, placeAt } from "../columns.ts";
import { findPreviousId } from "../leading-zeros.ts";
import { readPeople } from "../people.ts";
import type { Rule } from "../rule.ts";

/**
 * People of the last file who now come under another Internal ID. Certain enough to report only when the old id is gone,
 * the new one is new, and nobody else has the same names and birth date.
 */
export const rule: Rule = {
  id: "internal-id-changed",
  outcome: "fault",
  consequence: "duplicate-made",
  whoCanFix: "lea-data-team",
  source:
    "CLI Engage, What are the requirements for Automated Rostering (pages/141230089): the Internal ID must match",
  certain: true,
  formats: ["cli-engage", "cli-engage-workbook", "oneroster-1.1"],
  needs: (context) => {
    if (context.previous === undefined) return { kind: "no-previous" };
    const people = readPeople(context);
    return "kind" in people ? people : undefined;
  },
  *check(context) {
    const people = readPeople(context);
    const { previous } = context;
    if (previous === undefined || "kind" in people) return;
    const { file, id, keyOf, isPerson } = people;
    const withZeros = findPreviousId(context, id);
    const isKnown = markValues(id, previous.ids);
    // A key that two new people share proves nothing about either.
    const newcomers = new Map<string, number | undefined>();
    for (let row = 0; row < file.table.rows; row++) {
      const code = id.codes[row] as number;
      if (isKnown[code] === 1 || !isPerson(row)) continue;
      const key = keyOf(row);
      if (key === undefined) continue;
      const other = newcomers.get(key);
      // The flat roster lists a student once a class: rows of one id are one person.
      const same = other !== undefined && id.codes[other] === code;
      newcomers.set(key, !newcomers.has(key) ? row : same ? other : undefined);
    }
    const idsBefore = previous.idsOfKeys(new Set(newcomers.keys()));
    const changed = [...newcomers].flatMap(([key, row]) => {
      const before = idsBefore.get(key);
      if (row === undefined || before === undefined || id.codeOf(before) >= 0) return [];
      // That is lost-leading-zeros, which also says how to mend it.
      if (withZeros?.(id.valueOf(id.codes[row] as number)) === before) return [];
      return [{ row, before }];
    });
    yield {
      count: changed.length,
      args: { file: file.table.file.name, column: columnOf(file, "sourcedId")?.name ?? id.name },
      places: changed.map(({ row, before }) => placeAt(file, row, id, before)),
    };
  },
};
