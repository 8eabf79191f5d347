import type { Field } from "./format.ts";

/** A field of a test: nothing is asked of it but its type, and what the test says. */
export const madeField = (type: Field["type"], more: Partial<Field> = {}): Field => ({
  name: "x",
  type,
  required: "no",
  source: "test",
  certain: true,
  ...more,
});
