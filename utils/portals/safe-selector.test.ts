import { describe, expect, it } from "vitest";
import { isSafeSelector } from "./safe-selector.ts";

describe("isSafeSelector", () => {
  it.each([
    "#roster-grid",
    "tbody tr.student-row",
    "*",
    "[role=row]",
    "[role='row'][aria-rowindex]:not([aria-rowindex=\"1\"])",
    "#roster-grid tr.student-row .field-status :is(input, select, textarea)",
    "ul > li + li ~ li",
    "td:nth-child(2)",
    "td:nth-child( 2n + 1 )",
    "input:not([type=hidden], [type=button])",
    "a[href^='/students/' i]",
    "#ctl00_MainContent_gvStudents",
    "#a, #b ,#c",
    "ic-nav-wrapper-app",
    "[data-id]",
    ".-private",
  ])("allows %s", (selector) => expect(isSafeSelector(selector)).toBe(true));

  it.each([
    ["", "nothing"],
    [" ", "nothing but space"],
    ["div:has(*)", "a condition on what is inside"],
    ["div:is(:has(a))", "the same, hidden"],
    ["DIV:HAS(a)", "the same in capitals"],
    [":h\\61s(a)", "the same, escaped"],
    ["a::before", "a pseudo-element"],
    ["a:visited", "what a person has visited"],
    ["input:focus", "what a person does"],
    [":host", "our own root"],
    ["a >", "a chain without an end"],
    ["> a", "a chain without a beginning"],
    ["a,,b", "a list with a hole"],
    ["a,", "a list without an end"],
    ["[onclick", "an open bracket"],
    ["[x='a\\'b']", "an escape in a value"],
    ["a)", "a bracket too many"],
    [":is(a", "a bracket too few"],
    [":is()", "an empty list"],
    [":not(:is(:where(a)))", "lists in lists in lists"],
    ["td:nth-child(2 of .x)", "a count among some"],
    ["1st", "a name that begins with a digit"],
    ["a b c d e f g h i", "nine in a chain"],
    [Array.from({ length: 17 }, (_, index) => `#a${index}`).join(), "seventeen in a list"],
    [`.a${".b".repeat(20)}`, "twenty-one in a compound"],
    [`#${"a".repeat(300)}`, "more than 300 characters"],
    ["a /* b */", "a comment"],
    ["a{}", "a rule"],
    ["a || b", "a column combinator"],
  ])("refuses %s: %s", (selector) => expect(isSafeSelector(selector)).toBe(false));

  it("answers at once on a text made to be slow", () => {
    expect(isSafeSelector(`${":is(".repeat(70)}`)).toBe(false);
    expect(isSafeSelector(`a${" ".repeat(290)}!`)).toBe(false);
    expect(isSafeSelector("\\".repeat(299))).toBe(false);
  });
});
