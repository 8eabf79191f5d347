import { describe, expect, it } from "vitest";
import {
  bareName,
  idBehind,
  looksLikeName,
  looksLikePartName,
  orderOfHeader,
  splitName,
} from "./split-name.ts";

describe("a name taken apart", () => {
  it.each([
    ["Rivera, Ana", "Ana", undefined, "Rivera"],
    ["Rivera, Ana M.", "Ana", "M.", "Rivera"],
    ["García López, Ana María", "Ana", "María", "García López"],
    ["Ana Rivera", "Ana", undefined, "Rivera"],
    ["Ana María Rivera", "Ana", "María", "Rivera"],
    ["Ana de la Cruz", "Ana", undefined, "de la Cruz"],
    ["Ben O’Brien Jr.", "Ben", undefined, "O’Brien Jr."],
    ["Rivera, Ana (she/her)", "Ana", undefined, "Rivera"],
    ["Rivera, Ana (1002345)", "Ana", undefined, "Rivera"],
    ["Ms. Ana Rivera", "Ana", undefined, "Rivera"],
    ["Ana", "Ana", undefined, ""],
  ])("%s", (text, firstName, middleName, lastName) => {
    const { firstName: first, middleName: middle, lastName: last } = splitName(text);
    expect([first, middle, last]).toEqual([firstName, middleName, lastName]);
  });

  it("keeps two last names of a Spanish page, and follows a header that puts them first", () => {
    expect(splitName("Ana García López", "first-last", true)).toMatchObject({ lastName: "García López" });
    expect(splitName("García López Ana", "last-first", true)).toEqual({
      firstName: "Ana",
      lastName: "García López",
    });
    expect(orderOfHeader("Apellidos y Nombre *")).toBe("last-first");
    expect(orderOfHeader("First name / Last name")).toBe("first-last");
    expect(orderOfHeader("Student")).toBeUndefined();
  });
});

describe("what reads like a name", () => {
  it.each([
    "Rivera, Ana",
    "Ana Rivera",
    "ANA RIVERA",
    "D'Andre St. John",
    "Nguyễn Thị An",
    "Ng, Li",
    "Peña-Ruiz, José Luis",
  ])("%s does", (text) => expect(looksLikeName(text)).toBe(true));

  it.each([
    "View Profile",
    "Math Homework",
    "Room 12",
    "Ana",
    "the quick fox",
    "Monday Schedule",
    "ana@x.org",
    "Total Students",
    "Rivera, Ana, Ben",
    "",
  ])("%s does not", (text) => expect(looksLikeName(text)).toBe(false));

  it("takes a single word for half a name, unless the page says it everywhere", () => {
    expect(looksLikePartName("de la Cruz")).toBe(true);
    expect(looksLikePartName("Edit")).toBe(false);
  });

  it("is done at once with a text made to be slow", () => {
    const started = performance.now();
    for (const text of [
      "a ".repeat(500_000),
      `A${" (".repeat(200_000)}`,
      "Ab-".repeat(300_000),
      `A, ${"(x".repeat(100_000)}`,
    ]) {
      looksLikeName(text);
      bareName(text);
      idBehind(text.slice(0, 500));
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("an id beside a name", () => {
  it.each([
    ["Rivera, Ana (1002345)", "1002345"],
    ["Ana Rivera #S-10023", "S-10023"],
    ["Ana Rivera – 1002345", "1002345"],
    ["Ana Rivera [ID: A10023]", "A10023"],
    ["Ana Rivera", undefined],
    ["Rivera, Ana (07)", undefined],
  ])("%s", (text, id) => expect(idBehind(text)).toBe(id));
});
