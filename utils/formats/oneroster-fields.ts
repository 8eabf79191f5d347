import { fieldsFrom, filesFrom } from "./field-makers.ts";
import type { Field } from "./format.ts";
import { grades, status } from "./oneroster-vocabulary.ts";

type Required = Field["required"];

/**
 * The short hands of one version of OneRoster: the same columns are written down once, and each version names its own
 * source. `extension` is the pattern of values an enumeration takes beside its own; 1.1 has none.
 */
export const oneRosterMakers = (source: string, extension?: string) => {
  const field = fieldsFrom(source);
  const file = filesFrom({ columnOrder: "fixed", extensible: true, source });

  /** An enumeration that the version lets be extended. */
  const choice = (name: string, values: readonly string[], required: Required = "no"): Field =>
    field(name, "enum", required, { values, ...(extension === undefined ? {} : { extension }) });

  /** The three columns every file but the manifest begins with. */
  const head = (key: Partial<Field> = {}): Field[] => [
    { ...field("sourcedId", "sourcedId", "yes", { key: true }), ...key },
    field("status", "enum", "lifecycle", { values: status }),
    // 1.0 exports misspell it so often that the misspelling is known by name.
    field("dateLastModified", "datetime", "lifecycle", { aliases: ["dataLastModified"] }),
  ];

  /** A reference to the sourcedId of another file. */
  const reference = (name: string, role: string, required: Required = "no"): Field =>
    field(name, "sourcedId", required, { references: { role, column: "sourcedId" } });

  const references = (name: string, role: string, required: Required = "no"): Field => ({
    ...reference(name, role, required),
    list: true,
  });

  const gradesField = (): Field => field("grades", "enum", "no", { values: grades, list: true });
  const yesNo = (name: string): Field => field(name, "boolean");
  const texts = (...names: string[]): Field[] => names.map((name) => field(name, "string"));
  const lists = (...names: string[]): Field[] =>
    names.map((name) => field(name, "string", "no", { list: true }));

  /** manifest.csv with the properties of the version. */
  const manifest = (properties: readonly string[]) =>
    file(
      "manifest",
      [
        field("propertyName", "enum", "yes", { key: true, values: properties }),
        field("value", "string", "yes"),
      ],
      { required: "yes", extensible: false },
    );

  return { field, file, choice, head, reference, references, gradesField, yesNo, texts, lists, manifest };
};

export type OneRosterMakers = ReturnType<typeof oneRosterMakers>;
