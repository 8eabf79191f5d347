import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openReader, openWriter } from "./record-bytes.ts";

/** Letters of one to four bytes, marks that begin files, and the characters before and after each border. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("a", "\u007f", "\u0080", "ñ", "\u07ff", "\u0800", "\ufeff", "\uffff", "😀"),
  }),
  fc.string({ minLength: 2040, maxLength: 2060, unit: fc.constantFrom("a", "b") }),
);
const anyValue = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), value: fc.option(anyText, { nil: undefined }) }),
  fc.record({
    kind: fc.constant("number" as const),
    value: fc.oneof(fc.nat(), fc.constantFrom(0, 127, 128, 16_383, 16_384, 2 ** 28, 2 ** 31 - 1)),
  }),
);
type Value = typeof anyValue extends fc.Arbitrary<infer T> ? T : never;

const write = (values: readonly Value[]) => {
  const writer = openWriter();
  for (const { kind, value } of values) {
    if (kind === "text") writer.text(value);
    else writer.number(value);
  }
  return writer.take();
};

describe("records as bytes", () => {
  test("come back as they were written", () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 40 }), (values) => {
        const reader = openReader(write(values));
        expect(values.map(({ kind }) => (kind === "text" ? reader.text() : reader.number()))).toEqual(
          values.map(({ value }) => value),
        );
      }),
    );
  });

  test("are passed when they are compared, and found the same only when they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyText, fc.option(anyText, { nil: undefined }), fc.boolean()), { maxLength: 20 }),
        (texts) => {
          const writer = openWriter();
          for (const [text] of texts) writer.text(text);
          writer.number(42);
          const reader = openReader(writer.take());
          for (const [text, other, isSame] of texts) {
            expect(reader.isText(isSame ? text : other)).toBe(isSame || text === other);
          }
          expect(reader.number()).toBe(42);
        },
      ),
    );
  });

  test.each([
    ["Peña", "Pena"],
    ["Peña", "Peñ"],
    ["Peña", "Peñas"],
    ["ñ", "\u0571"],
    ["naïve", "naive\u0308"],
    ["a", undefined],
    [undefined, ""],
    ["😀", "😁"],
  ])("tell %s from %s", (text, other) => {
    const writer = openWriter();
    writer.text(text);
    const bytes = writer.take();
    expect(openReader(bytes).isText(other)).toBe(false);
    expect(openReader(bytes).isText(text)).toBe(true);
  });

  test("begin anew once they were taken, and take in what another wrote", () => {
    const [one, other] = [openWriter(), openWriter()];
    one.text("first");
    one.take();
    one.number(7);
    other.text("é".repeat(40_000));
    other.moveTo(one);
    expect(other.take()).toHaveLength(0);
    const reader = openReader(one.take());
    expect([reader.number(), reader.text()]).toEqual([7, "é".repeat(40_000)]);
  });
});
