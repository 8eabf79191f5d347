import { expect, test } from "vitest";
import { oneLine, plainWords, totalOf } from "./plain-words.ts";

test.each([
  ["Student First Name*", "student first name"],
  ["  STATE unique\nID ↕ ", "state unique id"],
  ["State Unique ID (TSDS)", "state unique id tsds"],
  ["Año de nacimiento:", "año de nacimiento"],
  ["ﬁrst‑name", "first name"],
  ["***", ""],
])("plainWords(%j)", (text, expected) => expect(plainWords(text)).toBe(expected));

test.each([
  ["20 students", 20],
  ["20 of 255 students", 255],
  ["Results 1 to 19 of 19", 19],
  ["Showing 1 to 50 of 1,255", 1255],
  ["no students", undefined],
  ["", undefined],
  ["id 12345678901234", undefined],
])("totalOf(%j)", (text, expected) => expect(totalOf(text)).toBe(expected));

test("oneLine makes any white space one space", () => {
  expect(oneLine(" a \n\t b  c ")).toBe("a b c");
});
