import type { Field } from "../formats/format.ts";
import { itemSchema } from "../formats/values.ts";

/**
 * The items of a list that is whole once another mark is taken for the comma: "05;06", "S1|S2", and "05 06" of words from
 * a fixed list; undefined for any other value. Free text may hold such marks and is left alone.
 */
export const splitOtherwise = (text: string, field: Field): string[] | undefined => {
  if (field.list !== true || field.type === "string" || field.type === "identifier") return undefined;
  const marks = field.type === "enum" ? /[;|,\s]+/ : /\s*[;|,]\s*/;
  if (!/[;|]|\S\s+\S/.test(text)) return undefined;
  const items = text.trim().split(marks);
  const schema = itemSchema(field);
  return items.length > 1 &&
    items.every((item) => schema.safeParse(item).success) &&
    isNotPlainList(text, field)
    ? items
    : undefined;
};

/** Blanks after a comma are no other mark. */
const isNotPlainList = (text: string, field: Field): boolean => {
  const schema = itemSchema(field);
  return text.split(",").some((item) => !schema.safeParse(item.trim()).success);
};
