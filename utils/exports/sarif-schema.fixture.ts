import * as z from "zod/mini";

/**
 * The part of OASIS' SARIF 2.1.0 schema that we write, with its required properties, its limits, and no other property
 * allowed where the standard allows none.
 */

const text = z.string().check(z.minLength(1));
const properties = z.optional(z.record(z.string(), z.unknown()));
const message = z.strictObject({ text });
const help = z.strictObject({ text, markdown: z.optional(text) });
const level = z.enum(["none", "note", "warning", "error"]);
const index = z.int().check(z.gte(-1));

/** RFC 3986 without a scheme: what a relative reference may hold. */
const uri = z.string().check(
  z.regex(/^(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/),
  z.refine((value) => !/^[^/]*:/.test(value)),
);

const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri }),
    region: z.optional(z.strictObject({ startLine: z.int().check(z.gte(1)) })),
  }),
  logicalLocations: z.optional(
    z.array(z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() })),
  ),
});

const rule = z.strictObject({
  id: text,
  name: text,
  shortDescription: message,
  fullDescription: message,
  help,
  defaultConfiguration: z.strictObject({ level }),
  properties,
});

const result = z.strictObject({
  ruleId: text,
  ruleIndex: index,
  level,
  message,
  locations: z.optional(z.array(location)),
  suppressions: z.optional(
    z.array(
      z.strictObject({
        kind: z.enum(["inSource", "external"]),
        status: z.enum(["accepted", "underReview", "rejected"]),
        justification: z.string(),
      }),
    ),
  ),
  properties,
});

const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({ name: text, version: text, rules: z.array(rule) }),
  }),
  columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
  artifacts: z.array(
    z.strictObject({ location: z.strictObject({ uri }), length: z.int().check(z.gte(-1)), properties }),
  ),
  invocations: z.array(
    z.strictObject({
      executionSuccessful: z.boolean(),
      toolExecutionNotifications: z.array(
        z.strictObject({
          associatedRule: z.optional(z.strictObject({ id: text, index })),
          level,
          message,
        }),
      ),
    }),
  ),
  results: z.array(result),
  properties,
});

export const SarifLog = z.strictObject({
  $schema: z.string(),
  version: z.literal("2.1.0"),
  runs: z.array(run),
});
