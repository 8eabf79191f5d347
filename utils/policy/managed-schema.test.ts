import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leaForTests } from "./lea-for-tests.ts";
import { type ManagedSchema, managedSchema } from "./managed-schema.ts";
import { Policy } from "./policy.ts";

const root = join(import.meta.dirname, "../..");

/** Paths of values that Chrome would drop under a schema. */
const misfits = (value: unknown, schema: ManagedSchema | undefined, path = "policy"): string[] => {
  if (schema === undefined) return [`${path} is not in the schema`];
  const isType = {
    object: typeof value === "object" && value !== null && !Array.isArray(value),
    array: Array.isArray(value),
    string: typeof value === "string",
    integer: Number.isInteger(value),
    boolean: typeof value === "boolean",
  }[schema.type];
  if (!isType) return [`${path} is not ${schema.type}`];
  if (schema.enum !== undefined && !schema.enum.includes(String(value)))
    return [`${path} is not in its enum`];
  if (Array.isArray(value)) return value.flatMap((item, i) => misfits(item, schema.items, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    misfits(item, schema.properties?.[key] ?? schema.additionalProperties, `${path}.${key}`),
  );
};

const everySchema = (schema: ManagedSchema): ManagedSchema[] => [
  schema,
  ...[...Object.values(schema.properties ?? {}), schema.additionalProperties, schema.items].flatMap((one) =>
    one === undefined ? [] : everySchema(one),
  ),
];

describe("the schema of managed storage", () => {
  it("is what public/managed-schema.json holds", () => {
    const file: unknown = JSON.parse(readFileSync(join(root, "public/managed-schema.json"), "utf8"));
    expect(file, "Write managedSchema() to public/managed-schema.json (npm run docs).").toEqual(
      managedSchema(),
    );
  });

  it("names every key of the policy, with a description", () => {
    const { properties = {} } = managedSchema();
    expect(Object.keys(properties).sort()).toEqual(Object.keys(Policy.shape).sort());
    expect(Object.values(properties).filter(({ description }) => !description)).toEqual([]);
  });

  it("keeps Chrome's rules: an object at the top, no additionalProperties there, one type each", () => {
    const schema = managedSchema();
    expect(schema.type).toBe("object");
    expect(schema).not.toHaveProperty("additionalProperties");
    for (const one of everySchema(schema)) {
      expect(["object", "array", "string", "integer", "boolean"]).toContain(one.type);
      expect(one.type === "array").toBe(one.items !== undefined);
    }
  });

  it("lets the demo LEA and the test LEA through", () => {
    const demo: unknown = JSON.parse(readFileSync(join(root, "examples/demo-lea.policy.json"), "utf8"));
    expect(misfits(demo, managedSchema())).toEqual([]);
    expect(misfits(leaForTests, managedSchema())).toEqual([]);
    expect(misfits({ retention: 30, lea: "x" }, managedSchema())).toEqual([
      "policy.retention is not string",
      "policy.lea is not object",
    ]);
  });
});
