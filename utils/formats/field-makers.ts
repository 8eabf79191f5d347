import type { Field, FileSpec, ValueType } from "./format.ts";

/** Short hands for writing a format down: each takes the source once, so that a file's table reads like the standard's. */

type Required = Field["required"];
type More = Partial<Omit<Field, "name" | "type" | "required">>;

export type FieldMaker = (name: string, type: ValueType, required?: Required, more?: More) => Field;

/** A maker whose fields all come from one source. */
export const fieldsFrom =
  (source: string, certain = true): FieldMaker =>
  (name, type, required = "no", more = {}) => ({ name, type, required, source, certain, ...more });

export type SpecMaker = (role: string, fields: readonly Field[], more?: Partial<FileSpec>) => FileSpec;

/** A maker of `<role>.csv` files; `more` changes what one file has of its own. */
export const filesFrom =
  (common: Pick<FileSpec, "columnOrder" | "extensible" | "source"> & Partial<FileSpec>): SpecMaker =>
  (role, fields, more = {}) => ({
    role,
    fileName: `${role}.csv`,
    required: "no",
    fields,
    ...common,
    ...more,
  });
