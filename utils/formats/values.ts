import * as z from "zod/mini";
import type { Field, ValueType } from "./format.ts";

/**
 * What a value of each type looks like: the one authority. Run once per distinct value, and only for those that the
 * byte checks of accept.ts did not already accept.
 */

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether YYYY-MM-DD, whose shape was already checked, is a day of the calendar. */
const isDay = (text: string): boolean => {
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
};

const text = (...checks: Parameters<ReturnType<typeof z.string>["check"]>) => z.string().check(...checks);

const types = {
  string: z.string(),
  sourcedId: text(z.regex(/^[0-9A-Za-z./@_-]{1,255}$/)),
  date: text(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDay)),
  datetime: text(z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/), z.refine(isDay)),
  year: text(z.regex(/^(19|20|21)\d{2}$/)),
  boolean: z.enum(["true", "false"]),
  float: text(z.regex(/^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/)),
  email: z.email(),
  userId: text(z.regex(/^\{[^:{}]+:[^{}]+\}$/)),
  // An identifier of the LEA's own making: printable, without outer blanks.
  identifier: text(z.regex(/^[^\s\p{C}](?:[^\p{C}]{0,253}[^\s\p{C}])?$/u)),
} as const satisfies Record<Exclude<ValueType, "enum">, z.ZodMiniType<string>>;

/** The schema of one item of a field; blank cells are never asked about. */
export const itemSchema = (field: Field): z.ZodMiniType<string> =>
  field.type === "enum" ? z.enum(field.values ?? []) : types[field.type];

/** The schema of a whole cell: a list is comma separated without an empty item. */
export const cellSchema = (field: Field): z.ZodMiniType<string> => {
  const item = itemSchema(field);
  if (field.list !== true) return item;
  return text(
    z.refine((cell: string) =>
      cell.split(",").every((part) => part.trim() !== "" && item.safeParse(part.trim()).success),
    ),
  );
};
