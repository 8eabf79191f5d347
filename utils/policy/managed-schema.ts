import * as z from "zod/mini";
import { Policy } from "./policy.ts";

/**
 * The JSON schema of storage.managed (public/managed-schema.json), made from the policy's own schema.
 *
 * Chrome asks for one type per value and no additionalProperties at the top, and does not load an extension whose
 * schema is otherwise; a value that does not fit is dropped without a word. So this schema says types and known words
 * only, and `parsePolicyLayer` judges the rest and tells the person what is wrong.
 * https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export type ManagedSchema = {
  type: "object" | "array" | "string" | "integer" | "boolean";
  description?: string;
  properties?: Record<string, ManagedSchema>;
  additionalProperties?: ManagedSchema;
  items?: ManagedSchema;
  enum?: string[];
};

const descriptions: Record<string, string> = {
  version: "Always 1.",
  lea: "Name of the local education agency, and its id.",
  timeZone: "IANA time zone, e.g. America/Chicago.",
  language: "Language of all texts: en or es.",
  schools: "Ids and names of the schools.",
  calendar: "First and last day of school, weekdays with school (0 = Sunday), holidays.",
  portals: "Portals with their origins and sync calendar.",
  profiles: "Profiles of the LEA's own portals, each as JSON text.",
  procedures: "By kind of change: whom to tell, how, what to include, expected school days.",
  guard:
    "inform, confirm or block; at block, whether a person may save in an emergency, and the LEA's own words.",
  check: "Lengths of identifiers, largest file in MB, seconds a file is held.",
  acknowledged: "Findings that do not reject: rule, file, column, value, reason, by whom, last day.",
  retention: 'Text: "session", or a number of days such as "30".',
};

export const managedSchema = (): ManagedSchema => {
  const properties = fromJsonSchema(z.toJSONSchema(Policy)).properties ?? {};
  for (const [key, description] of Object.entries(descriptions)) {
    const schema = properties[key];
    if (schema !== undefined) properties[key] = { ...schema, description };
  }
  return { type: "object", properties };
};

type JsonSchema = z.core.JSONSchema.BaseSchema;

const fromJsonSchema = (schema: JsonSchema): ManagedSchema => {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return joinChoices(choices.map(fromJsonSchema));
  switch (schema.type) {
    case "object":
      return fromObject(schema);
    case "array":
      return { type: "array", items: fromJsonSchema(schema.items as JsonSchema) };
    case "integer":
    case "number":
      return { type: "integer" };
    case "boolean":
      return { type: "boolean" };
    default:
      return fromText(schema);
  }
};

const fromText = (schema: JsonSchema): ManagedSchema => {
  const words = schema.const === undefined ? schema.enum : [schema.const];
  return words === undefined ? { type: "string" } : { type: "string", enum: words.map(String) };
};

/** A record of known keys (procedures) is spelled out; of any keys, it is additionalProperties. */
const fromObject = (schema: JsonSchema): ManagedSchema => {
  const values = schema.additionalProperties;
  if (schema.properties === undefined && typeof values === "object") {
    const names = typeof schema.propertyNames === "object" ? schema.propertyNames.enum : undefined;
    const each = fromJsonSchema(values);
    return names === undefined
      ? { type: "object", additionalProperties: each }
      : { type: "object", properties: Object.fromEntries(names.map((name) => [String(name), each])) };
  }
  const properties = Object.entries(schema.properties ?? {}).map(([key, value]): [string, ManagedSchema] => [
    key,
    fromJsonSchema(value as JsonSchema),
  ]);
  return { type: "object", properties: Object.fromEntries(properties) };
};

/** One type for several forms: objects are laid over each other, anything mixed becomes text. */
const joinChoices = (choices: readonly ManagedSchema[]): ManagedSchema => {
  if (choices.every(({ type }) => type === "object")) {
    const properties: Record<string, ManagedSchema> = {};
    for (const choice of choices) {
      for (const [key, value] of Object.entries(choice.properties ?? {})) {
        const known = properties[key];
        properties[key] = known === undefined ? value : joinChoices([known, value]);
      }
    }
    return { type: "object", properties };
  }
  const words = choices.flatMap((choice) => choice.enum ?? []);
  const allWords = choices.every((choice) => choice.enum !== undefined);
  return allWords ? { type: "string", enum: [...new Set(words)] } : { type: "string" };
};
