import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { undoDoubleEncoding } from "./undo-double-encoding.ts";

const encodeTwice = (text: string): string =>
  new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));

describe("text that was encoded twice", () => {
  it.each(["Núñez", "Zoë", "José Ángel", "O’Brien", "Peña – Ruiz", "Ōkubo"])("gives %s back", (name) => {
    expect(encodeTwice(name)).not.toBe(name);
    expect(undoDoubleEncoding(encodeTwice(name))).toBe(name);
  });

  it.each([
    "Núñez",
    "Ãngela",
    "Ana",
    "",
    "É",
    "naïve Â",
    "Ã±Ã",
    "10 €",
    "¿Qué?",
    "Æther Ð",
    "áœ’",
    encodeTwice("Жук"),
  ])("leaves %s alone", (text) => expect(undoDoubleEncoding(text)).toBeUndefined());

  test("never takes ordinary letters for it", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcáéíóúñüçÀÖßæœ’ -"), maxLength: 20 });
    fc.assert(fc.property(letters, (text) => undoDoubleEncoding(text) === undefined));
  });
});
