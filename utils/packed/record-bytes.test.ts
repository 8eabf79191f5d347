import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openReader, openWriter } from "./record-bytes.ts";
import { readUtf8, utf8Length, writeUtf8 } from "./utf8.ts";

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

  test("are passed over as they are read", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, fc.boolean()), { maxLength: 40 }), (texts) => {
        const writer = openWriter();
        for (const [text] of texts) writer.text(text);
        writer.number(42);
        const reader = openReader(writer.take());
        for (const [text, isRead] of texts) {
          if (isRead) expect(reader.text()).toBe(text);
          else reader.skip();
        }
        expect(reader.number()).toBe(42);
      }),
    );
  });

  test("come back in any order of asking", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 60 }), fc.array(fc.nat()), (texts, picks) => {
        const writer = openWriter();
        const starts = texts.map((text) => {
          const start = writer.length();
          writer.text(text);
          return start;
        });
        const reader = openReader(writer.take());
        for (const pick of picks) {
          const at = pick % texts.length;
          reader.moveTo(starts[at]!);
          expect(reader.text()).toBe(texts[at]);
        }
      }),
    );
  });

  test("are the same whether they were a text or bytes", () => {
    fc.assert(
      fc.property(anyText, fc.nat(5), (text, before) => {
        const [one, other] = [openWriter(), openWriter()];
        const encoded = new TextEncoder().encode("x".repeat(before) + text);
        one.text(text);
        other.bytes(encoded, before, encoded.length);
        expect(other.take()).toEqual(one.take());
      }),
    );
  });

  test("begin anew once they were taken or moved", () => {
    const writer = openWriter();
    writer.text("first");
    writer.take();
    writer.number(7);
    writer.text("é".repeat(40_000));
    const all = new Uint8Array(writer.length() + 2);
    writer.moveTo(all, 2);
    expect([writer.length(), writer.take()]).toEqual([0, new Uint8Array()]);
    const reader = openReader(all);
    reader.moveTo(2);
    expect([reader.number(), reader.text()]).toEqual([7, "é".repeat(40_000)]);
  });
});

describe("UTF-8 by hand", () => {
  test("is what an encoder makes and a decoder reads", () => {
    const unit = fc.constantFrom(
      "a",
      "\u007f",
      "\u0080",
      "ñ",
      "\u07ff",
      "\u0800",
      "\ufeff",
      "\ud83d",
      "\ude00",
      "😀",
    );
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit })), (text) => {
        const encoded = new TextEncoder().encode(text);
        const bytes = new Uint8Array(utf8Length(text) + 1);
        expect(writeUtf8(text, bytes, 1)).toBe(bytes.length);
        expect(bytes.subarray(1)).toEqual(encoded);
        expect(readUtf8(bytes, 1, bytes.length)).toBe(
          new TextDecoder("utf-8", { ignoreBOM: true }).decode(encoded),
        );
      }),
    );
  });
});
