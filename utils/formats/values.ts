import * as z from "zod/mini";
import { isCalendarDay, readDay } from "./date-forms.ts";
import type { Field, ValueType } from "./format.ts";

/**
 * What a value of each type looks like: the one authority. Run once per distinct value, and only for those that the
 * byte checks of accept.ts did not already accept.
 */

/** Whether YYYY-MM-DD, whose shape was already checked, is a day of the calendar. */
const isDay = (text: string): boolean =>
  isCalendarDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));

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
  integer: text(z.regex(/^-?\d{1,15}$/)),
  guid: text(z.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i)),
  phone: text(z.regex(/^\+[1-9]\d{6,14}$/)),
} as const satisfies Record<Exclude<ValueType, "enum">, z.ZodMiniType<string>>;

/** The schema of one item of a field; blank cells are never asked about. */
export const itemSchema = (field: Field): z.ZodMiniType<string> => {
  const { type, dateForms } = field;
  if (type === "enum") return choiceSchema(field);
  if (type === "boolean" && field.anyCase) return anyCase(["true", "false"]);
  if (dateForms === undefined) return types[type];
  return text(z.refine((cell: string) => readDay(cell, dateForms) !== undefined));
};

const anyCase = (values: readonly string[]): z.ZodMiniType<string> => {
  const known = new Set(values.map((value) => value.toLowerCase()));
  return text(z.refine((cell: string) => known.has(cell.toLowerCase())));
};

const choiceSchema = ({ values = [], extension, ...field }: Field): z.ZodMiniType<string> => {
  const choice = field.anyCase ? anyCase(values) : z.enum(values);
  return extension === undefined ? choice : z.union([choice, text(z.regex(new RegExp(extension)))]);
};

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
