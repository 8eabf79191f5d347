import { expect, test } from "vitest";
import { pageWords } from "../guard/page-words.ts";
import { speak } from "./words.ts";

test.each([
  ["en", "12,345 rows"],
  ["es", "12,345 filas"],
] as const)("numbers and words are those of %s", (language, part) => {
  expect(
    speak(pageWords(language))("gateProgress", { percent: 40, rows: 12345 }).replace(".", ","),
  ).toContain(part);
});

test("a hole without a value stays to be seen", () => {
  expect(speak({ gateProgress: "{percent} {rows}" })("gateProgress", { rows: 3 })).toBe("{percent} 3");
});

test("a key without words is still a name for its button", () => {
  expect(speak({})("cancel")).toBe("cancel");
});
