import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accepterOf, isExact } from "./accept.ts";
import type { Field } from "./format.ts";
import { formats } from "./index.ts";
import { madeField } from "./made-field.fixture.ts";
import { cellSchema } from "./values.ts";

const fields = formats.flatMap(({ files }) => files.flatMap((file) => file.fields));
const kinds = new Map<string, Field>(
  fields.map((field) => {
    const { type, list, values = [], dateForms = [], anyCase, extension = "" } = field;
    const name = [type, list && "list", anyCase && "any case", ...dateForms, ...values, extension];
    return [name.filter((part) => part).join(" "), field];
  }),
);
const accepts = (field: Field, text: string): boolean => {
  const bytes = new TextEncoder().encode(`x${text}y`);
  return accepterOf(field)(bytes, 1, bytes.length - 1);
};

/** Values near the border of every type: real ones, real ones with one character changed, and noise. */
const seeds = [
  "2026-08-17",
  "2026-02-29",
  "2026-13-01",
  "0000-01-28",
  "8/17/2026",
  "08/17/2026",
  "2/29/2026",
  "20260817",
  "20261301",
  "2026-08-17 06:00:00.000000",
  "0f8fad5b-d9cb-469f-a165-70867728950e",
  "+11234567890",
  "+0123456789",
  "-12",
  "1234567890123456",
  "2026-08-17T06:00:00.000Z",
  "2026-08-17T23:59:59.999Z",
  "2026-08-17T24:00:00.000Z",
  "true",
  "TRUE",
  "2027",
  "1999",
  "20270",
  "ana.ortiz@example.org",
  "a@b.co",
  "a..b@example.org",
  ".a@example.org",
  "a@example.123",
  "a@-b.org",
  "{SIS:12}",
  "S-1/2@x_3.4",
  "01,02",
  "01,,02",
  "12.5",
  "1e5",
  " P1",
  "P1 ",
  "Núñez",
  "homeroom",
  "Full Day",
  "",
  " ",
];
const near = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.nat(24),
    fc.constantFrom("", "0", "9", "a", "Z", ".", "@", "-", " ", ",", "é", "_"),
  )
  .map(([seed, at, piece]) => seed.slice(0, at) + piece + seed.slice(at + (at % 2)));
const anything = fc.oneof(fc.constantFrom(...seeds), near, fc.string({ unit: "grapheme", maxLength: 30 }));

describe("byte checks", () => {
  it.each([...kinds])("accept of %s nothing that the schema refuses", (_name, field) => {
    const schema = cellSchema(field);
    fc.assert(
      fc.property(anything, (text) => {
        // Blank cells are never asked about: a blank optional cell is fine, a blank required one is another rule's.
        if (text.trim() !== "" && accepts(field, text))
          expect(schema.safeParse(text).success, text).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  const exact = [...kinds].filter(([, field]) => isExact(field));
  it.each([...exact, ["guid", madeField("guid")] as const])(
    "refuse of %s what the schema refuses",
    (_name, field) => {
      const schema = cellSchema(field);
      fc.assert(
        fc.property(anything, (text) => {
          if (text.trim() !== "") expect(schema.safeParse(text).success, text).toBe(accepts(field, text));
        }),
        { numRuns: 3000 },
      );
    },
  );
  it("know of ids, choices and truth what is wrong with them", () => {
    const types = new Set(exact.map(([, { type }]) => type));
    for (const type of ["sourcedId", "enum", "boolean"] as const) expect(types).toContain(type);
  });

  it.each([
    ["sourcedId", "25590100101Trad120ENG112011"],
    ["date", "2026-08-17"],
    ["datetime", "2026-08-17T06:00:00.000Z"],
    ["year", "2027"],
    ["boolean", "false"],
    ["email", "mary.archer_2@studentgps.example.org"],
    ["float", "100"],
    ["identifier", "TX 4471"],
    ["phone", "+11234567890"],
  ] as const)("take ordinary values of %s off the schema's hands", (type, text) => {
    const field = fields.find((one) => one.type === type && one.list !== true && !one.dateForms);
    expect(field && accepts(field, text)).toBe(true);
  });
});

describe("byte checks of types and forms", () => {
  it.each<[string, Field]>([
    ["12", madeField("integer")],
    ["0f8fad5b-d9cb-469f-a165-70867728950e", madeField("guid")],
    ["8/17/2026", madeField("date", { dateForms: ["M/D/YYYY"] })],
    ["08/07/2026", madeField("date", { dateForms: ["YYYY-MM-DD", "M/D/YYYY"] })],
    ["20260817", madeField("date", { dateForms: ["YYYYMMDD"] })],
  ])("take %s off the schema's hands", (text, field) => expect(accepts(field, text)).toBe(true));

  it.each([
    madeField("integer"),
    madeField("guid"),
    madeField("phone"),
    madeField("date", { dateForms: ["YYYYMMDD", "M/D/YYYY"] }),
  ])("accept nothing that the schema refuses: %j", (field) => {
    const schema = cellSchema(field);
    fc.assert(
      fc.property(anything, (text) => {
        if (text.trim() !== "" && accepts(field, text))
          expect(schema.safeParse(text).success, text).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
