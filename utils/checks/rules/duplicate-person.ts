import { placeAt } from "../columns.ts";
import { needPeople } from "../known-people.ts";
import { peopleLayouts } from "../person-files.ts";
import type { Rule } from "../rule.ts";
import { findTwinRecords } from "../twin-records.ts";

/**
 * One person under two ids, counted without the first. Names and birth date are not enough: something that belongs to one
 * person, or the middle name and the school, must be the same too.
 */
export const rule: Rule = {
  id: "duplicate-person",
  outcome: "warning",
  consequence: "duplicate-made",
  whoCanFix: "registrar",
  source: "Rosterguard: receivers know people by their id alone",
  certain: true,
  formats: Object.keys(peopleLayouts).sort(),
  needs: (context) => needPeople(context),
  *check(context) {
    for (const { people, proof, pairs } of findTwinRecords(context)) {
      const { file, id } = people;
      yield {
        count: pairs.length,
        args: { file: file.table.file.name, proof },
        places: pairs.map(([row, other]) =>
          placeAt(file, row, id, `${file.table.file.name}:${file.table.lineOf(other)}`),
        ),
      };
    }
  },
};
