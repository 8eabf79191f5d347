import type { Consequence, Outcome } from "../findings/finding.ts";
import type { Field, ValueType } from "../formats/format.ts";
import { countRows, eachFieldColumn, placesOf } from "./columns.ts";
import { splitOtherwise } from "./list-separator.ts";
import { needNothing } from "./needs.ts";
import type { Raised, Rule } from "./rule.ts";
import { judgeValues } from "./value-verdicts.ts";

export type Weight = { outcome: Outcome; consequence: Consequence };

/** A value the receiver cannot do without loses its row; any other loses only itself. */
export const weightOf = (field: Field): Weight =>
  field.required === "yes"
    ? { outcome: "fault", consequence: "row-dropped" }
    : { outcome: "warning", consequence: "value-dropped" };

type TypeRule = Pick<Rule, "id" | "whoCanFix" | "source" | "certain"> & {
  types: readonly ValueType[];
  /** Weight by field; `weightOf` when absent. */
  weigh?: (field: Field) => Weight;
  /** Values that most receivers read all the same: reported apart, as a warning. */
  isTolerable?: (text: string, field: Field) => boolean;
  /** Values that another rule explains better. */
  isExplained?: (text: string, field: Field) => boolean;
};

/** A rule about every column of some value types, as the format's schema says. */
export const makeTypeRule = ({
  types,
  weigh = weightOf,
  isTolerable,
  isExplained,
  ...meta
}: TypeRule): Rule => ({
  ...meta,
  outcome: "fault",
  consequence: "row-dropped",
  needs: needNothing,
  *check(context) {
    for (const { file, field, column } of eachFieldColumn(context)) {
      if (!types.includes(field.type)) continue;
      // Blank cells are another rule's business, and so are values that a spreadsheet made unreadable.
      const { wrong } = judgeValues(field, column);
      const isTold = (code: number): boolean => {
        const text = column.valueOf(code);
        return isExplained?.(text, field) === true || splitOtherwise(text, field) !== undefined;
      };
      // There may be one a row: text is made only where it is asked for.
      const open =
        isExplained === undefined && field.list !== true ? wrong : wrong.filter((code) => !isTold(code));
      const tolerable = isTolerable ? open.filter((code) => isTolerable(column.valueOf(code), field)) : [];
      const serious = tolerable.length === 0 ? open : open.filter(notIn(tolerable));
      const raise = (codes: readonly number[], weight: Weight): Raised => ({
        count: countRows(column, codes),
        args: {
          file: file.table.file.name,
          column: column.name,
          example: column.valueOf(codes[0] as number),
          distinct: codes.length,
          required: field.required,
          type: field.type,
          ...(field.dateForms === undefined ? {} : { forms: field.dateForms.join(", ") }),
          ...(field.yearIs === undefined ? {} : { yearIs: field.yearIs }),
          ...(field.open === undefined ? {} : { open: "yes" }),
          ...(field.anyCase === undefined ? {} : { anyCase: "yes" }),
          ...(field.values === undefined ? {} : { allowed: field.values.join(", ") }),
        },
        places: placesOf(file, column, codes),
        ...weight,
        source: field.source,
        certain: field.certain,
      });
      if (serious.length > 0) yield raise(serious, weigh(field));
      if (tolerable.length > 0) yield raise(tolerable, { outcome: "warning", consequence: "value-dropped" });
    }
  },
});

const notIn = (codes: readonly number[]): ((code: number) => boolean) => {
  const known = new Set(codes);
  return (code) => !known.has(code);
};
