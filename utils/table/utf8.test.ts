import fc from "fast-check";
import { expect, test } from "vitest";
import { isUtf8, surveyBytes } from "./utf8.ts";

const decodes = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Bytes near the borders of the encoding, where a wrong table shows. */
const border = fc.constantFrom(
  ...[
    0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
    0xef,
  ],
  ...[0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff],
);

test("what UTF-8 is, as TextDecoder has it", () => {
  fc.assert(
    fc.property(fc.array(border, { maxLength: 6 }), (numbers) => {
      const bytes = new Uint8Array(numbers);
      expect(isUtf8(bytes, 0, bytes.length)).toBe(decodes(bytes));
    }),
    { numRuns: 3000 },
  );
});

test("well-formed text of every kind", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(isUtf8(bytes, 0, bytes.length)).toBe(true);
    }),
  );
});

test("bytes that are not ASCII and bytes of zero, whatever the borders of the words looked at", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(40), (start, length, high) => {
      const bytes = new Uint8Array(41).fill(0x61);
      bytes[high] = 0xc3;
      expect(surveyBytes(bytes, start, start + length).high).toBe(high >= start && high < start + length);
      bytes[high] = 0;
      expect(surveyBytes(bytes, start, start + length).nul).toBe(high >= start && high < start + length);
    }),
  );
});
