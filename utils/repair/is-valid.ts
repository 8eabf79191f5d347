import type { Field } from "../formats/format.ts";
import { cellSchema } from "../formats/values.ts";

const schemas = new WeakMap<Field, ReturnType<typeof cellSchema>>();

/** Whether a filled cell is as the format wants it. */
export const isValid = (field: Field, text: string): boolean => {
  const known = schemas.get(field) ?? cellSchema(field);
  schemas.set(field, known);
  return known.safeParse(text).success;
};
