import { countRows, placesOf } from "../columns.ts";
import { findZerosByLength, findZerosInEnums, findZerosInReferences, restoreEnum } from "../leading-zeros.ts";
import { needNothing } from "../needs.ts";
import type { Rule } from "../rule.ts";

/**
 * Identifiers that lost their leading zeros, as a spreadsheet does. Proved, never guessed: a reference that fits once the
 * zeros are back, a length the LEA's policy gives, or a value of the format's list without its zero.
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
    for (const { file, column, codes, length } of findZerosByLength(context)) {
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
          meant: example.padStart(length, "0"),
        },
        cause: "leading-zeros-lost",
        places: placesOf(file, column, codes, (code) => column.valueOf(code).padStart(length, "0")),
        source: "The LEA's policy, check.idLengths",
      };
    }
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
