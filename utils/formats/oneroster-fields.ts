import { fieldsFrom, filesFrom } from "./field-makers.ts";
import type { Field } from "./format.ts";
import { grades, status } from "./oneroster-vocabulary.ts";

/** What every OneRoster 1.1 file has in common. */

export const source = "IMS OneRoster 1.1 CSV tables (final, 2017-04-17)";

export const field = fieldsFrom(source);
export const file = filesFrom({ columnOrder: "fixed", extensible: true, source });

/** The three columns every file but the manifest begins with. */
export const head = (key: Partial<Field> = {}): Field[] => [
  { ...field("sourcedId", "sourcedId", "yes", { key: true }), ...key },
  field("status", "enum", "lifecycle", { values: status }),
  // 1.0 exports misspell it so often that the misspelling is known by name.
  field("dateLastModified", "datetime", "lifecycle", { aliases: ["dataLastModified"] }),
];

/** A reference to the sourcedId of another file. */
export const reference = (name: string, role: string, required: Field["required"] = "no"): Field =>
  field(name, "sourcedId", required, { references: { role, column: "sourcedId" } });

export const references = (name: string, role: string, required: Field["required"] = "no"): Field => ({
  ...reference(name, role, required),
  list: true,
});

export const gradesField = (): Field => field("grades", "enum", "no", { values: grades, list: true });
