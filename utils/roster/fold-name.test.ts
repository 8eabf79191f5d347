import { describe, expect, test } from "vitest";
import { foldName } from "./fold-name.ts";

describe("foldName", () => {
  test.each([
    ["Núñez-O'Brien", "nunez obrien"],
    ["NUNEZ  O’BRIEN", "nunez obrien"],
    ["de la Cruz", "cruz"],
    ["García y Vega", "garcia vega"],
    ["van der Berg", "berg"],
    ["Díaz, Jr.", "diaz"],
    ["St. Clair III", "st clair"],
    ["Łukasz Sørensen", "lukasz sorensen"],
    ["Strauß", "strauss"],
    [" Ana\u00a0María\t", "ana maria"],
    // Composed and decomposed accents are the same name.
    ["Jose\u0301", foldName("José")],
    ["李 小龍", "李 小龍"],
    ["Иван", "иван"],
  ])("%j becomes %j", (name, folded) => expect(foldName(name)).toBe(folded));

  test.each(["De", "Van", "II", "de la"])("keeps %j, which is all there is", (name) =>
    expect(foldName(name)).toBe(name.toLowerCase()),
  );

  test.each([
    ["Ana", "Anna"],
    ["Peña", "Pera"],
    ["Maria Elena", "Mariaelena"],
  ])("does not mix up %j and %j", (one, other) => expect(foldName(one)).not.toBe(foldName(other)));

  test("says nothing of punctuation alone", () => expect(foldName(" -.'")).toBe(""));
});
