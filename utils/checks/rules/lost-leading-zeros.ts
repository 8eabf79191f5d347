import type { Column } from "../../table/table.ts";
import { countRows, placesOf } from "../columns.ts";
import {
  findPreviousId,
  findZerosByLength,
  findZerosInEnums,
  findZerosInReferences,
  padIds,
  restoreEnum,
} from "../leading-zeros.ts";
import { needNothing } from "../needs.ts";
import { readPeople } from "../people.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";

/** Students whose id is one of the last file's without its zeros: the receiver would make each a second time. */
function* againstPrevious(
  context: CheckContext,
  told: ReadonlyMap<Column, ReadonlySet<number>>,
): Generator<Raised> {
  if (context.previous === undefined || context.previous.ids.size === 0) return;
  const people = readPeople(context);
  if ("kind" in people) return;
  const { file, id } = people;
  const meant = findPreviousId(context, id);
  if (meant === undefined) return;
  const codes: number[] = [];
  for (let code = 0; code < id.size; code++) {
    if (told.get(id)?.has(code) !== true && meant(id.valueOf(code)) !== undefined) codes.push(code);
  }
  const [first] = codes;
  if (first === undefined) return;
  yield {
    count: countRows(id, codes),
    args: {
      file: file.table.file.name,
      column: id.name,
      proof: "previous",
      distinct: codes.length,
      example: id.valueOf(first),
      meant: meant(id.valueOf(first)) ?? "",
    },
    cause: "leading-zeros-lost",
    consequence: "duplicate-made",
    places: placesOf(file, id, codes, (code) => meant(id.valueOf(code))),
  };
}

/**
 * Identifiers that lost their leading zeros, as a spreadsheet does. Proved, never guessed: a reference that fits once the
 * zeros are back, a length the LEA's policy gives, an id of the last file, or a value of the format's list without its zero.
 */
export const rule: Rule = {
  id: "lost-leading-zeros",
  outcome: "fault",
  consequence: "row-dropped",
  whoCanFix: "person-uploading",
  source: "Rosterguard, from public sets in which 97 % of dangling references fit once zeros are put back",
  certain: true,
  needs: needNothing,
  *check(context) {
    for (const { file, column, target, targetColumn, explained, meant, lostIn } of findZerosInReferences(
      context,
    )) {
      const [first = 0] = explained;
      yield {
        count: countRows(column, explained),
        args: {
          file: file.table.file.name,
          column: column.name,
          target: target.table.file.name,
          targetColumn: targetColumn.name,
          proof: "reference",
          lostIn,
          distinct: explained.length,
          example: column.valueOf(first),
          meant: meant.get(first) ?? "",
        },
        cause: "leading-zeros-lost",
        places: placesOf(file, column, explained, (code) => meant.get(code)),
      };
    }
    const told = new Map<Column, ReadonlySet<number>>();
    for (const one of findZerosByLength(context)) {
      const { file, column, codes, length } = one;
      told.set(column, new Set(codes));
      const example = column.valueOf(codes[0] as number);
      yield {
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          proof: "length",
          length,
          distinct: codes.length,
          example,
          meant: padIds(example, one),
        },
        cause: "leading-zeros-lost",
        places: placesOf(file, column, codes, (code) => padIds(column.valueOf(code), one)),
        source: one.field?.source ?? "The LEA's policy, check.idLengths",
        ...(one.field && { certain: one.field.certain }),
      };
    }
    yield* againstPrevious(context, told);
    for (const { file, field, column, codes } of findZerosInEnums(context)) {
      const example = column.valueOf(codes[0] as number);
      yield {
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          proof: "list",
          distinct: codes.length,
          example,
          meant: restoreEnum(example, field) ?? "",
        },
        cause: "leading-zeros-lost",
        outcome: field.required === "yes" ? "fault" : "warning",
        consequence: field.required === "yes" ? "row-dropped" : "value-dropped",
        places: placesOf(file, column, codes, (code) => restoreEnum(column.valueOf(code), field)),
      };
    }
  },
};
