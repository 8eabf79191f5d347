import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "./accept-pattern.ts";
import type { Field } from "./format.ts";
import { limitsOf } from "./limits.ts";

const field = (more: Partial<Field>): Field => ({
  name: "x",
  type: "string",
  required: "no",
  source: "test",
  certain: true,
  ...more,
});
const pattern = (source: string) => ({ source, says: "so" });

describe.each<[string, Field, string[], string[], string]>([
  ["length", field({ maxLength: 4 }), ["", "abcd", "éàñü", "🎒🎒🎒🎒"], ["abcde", "🎒🎒🎒🎒🎒"], "length"],
  [
    "pattern",
    field({ pattern: pattern("[A-Z]{2}\\d{7}") }),
    ["AE1234567"],
    ["AE123456", "ae1234567", "AE12345678", " AE1234567", "xAE1234567", "AE1234567\n"],
    "pattern",
  ],
  ["alternatives", field({ pattern: pattern("a|bc") }), ["a", "bc"], ["ab", "c", "abc"], "pattern"],
  [
    "range",
    field({ type: "integer", range: { min: 1, max: 100 } }),
    ["1", "100", "050"],
    ["0", "101", "-1", "1000000000000000000"],
    "range",
  ],
  ["least only", field({ type: "float", range: { min: 0 } }), ["0.5", "1e3"], ["-0.1"], "range"],
  [
    "list",
    field({ list: true, maxLength: 3, pattern: pattern("\\d+") }),
    ["1,22, 333"],
    ["1,4444"],
    "length",
  ],
])("%s", (_name, one, good, bad, breach) => {
  const limits = limitsOf(one);
  const accepts = (text: string) => {
    const bytes = new TextEncoder().encode(`9${text}9`);
    return limits?.accept(bytes, 1, bytes.length - 1);
  };

  it.each(good)("takes %j", (text) => expect(limits?.breachOf(text)).toBeUndefined());
  it.each(bad)("refuses %j", (text) => {
    expect(limits?.breachOf(text)).toBe(breach);
    expect(accepts(text)).toBe(false);
  });

  it("accepts by bytes nothing that it refuses", () => {
    const near = fc.tuple(fc.constantFrom(...good, ...bad), fc.string({ maxLength: 2 }), fc.nat(9));
    fc.assert(
      fc.property(near, ([text, more, at]) => {
        const changed = text.slice(0, at) + more + text.slice(at + more.length);
        if (accepts(changed)) expect(limits?.breachOf(changed), changed).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("limitsOf", () => {
  it("is nothing for a field without limits", () => expect(limitsOf(field({}))).toBeUndefined());
});

describe("compilePattern", () => {
  it.each([
    ["\\d{9}", ["123456789"]],
    ["\\d{2}[MXKQR]\\d{3}", ["02M475"]],
    ["[0-9A-Z]{1,9}", ["A", "ABC123456"]],
    ["20\\d{2}", ["2026"]],
  ])("reads %s by bytes", (source, texts) => {
    const accept = compilePattern(source);
    for (const text of texts) {
      const bytes = new TextEncoder().encode(text);
      expect(accept?.(bytes, 0, bytes.length)).toBe(true);
    }
  });

  it.each(["a|b", "a+", "(a)", "[^a]", "\\d{1,2}a", "a.b", "[a-]", ""])(
    "leaves %j to the regular expression",
    (source) => expect(compilePattern(source)).toBeUndefined(),
  );

  it("accepts exactly what the regular expression does", () => {
    const sources = ["[A-Z]{2}\\d{7}", "\\d{2}[MXKQR]\\d{3}", "[0-9A-Z]{1,4}", "20\\d{2}", "a_b[a-c.]{0,2}"];
    const text = fc.oneof(
      ...sources.map((source) => fc.stringMatching(new RegExp(`^${source}$`))),
      fc.string({
        unit: fc.constantFrom("A", "Z", "0", "9", "M", "2", "a", "_", "b", ".", "é"),
        maxLength: 9,
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...sources), text, (source, one) => {
        const bytes = new TextEncoder().encode(one);
        expect(compilePattern(source)?.(bytes, 0, bytes.length)).toBe(
          new RegExp(`^(?:${source})$`).test(one),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
