import { describe, expect, test } from "vitest";
import { parseCheck } from "./check-arguments.ts";
import { UsageProblem } from "./usage.ts";

const problemOf = (words: string[]): string => {
  try {
    parseCheck(words);
  } catch (error) {
    if (error instanceof UsageProblem) return error.message;
    throw error;
  }
  return "";
};

describe("parseCheck", () => {
  test("fills in what was not said", () =>
    expect(parseCheck(["export"])).toEqual({
      paths: ["export"],
      previous: [],
      output: "text",
      failOn: "fault",
      quiet: false,
      showNames: false,
      allRows: false,
    }));

  test("takes every option, in any order among paths", () => {
    const words =
      "--mode partial a.csv --format cli-engage --system cli-engage --policy p.json --previous last.zip --quiet " +
      "--previous more.csv --page page.json b.csv --date 2026-11-16 --output csv --out r.csv --fail-on never " +
      "--show-names --all-rows";
    expect(parseCheck(words.split(" "))).toEqual({
      paths: ["a.csv", "b.csv"],
      format: "cli-engage",
      system: "cli-engage",
      policy: "p.json",
      previous: ["last.zip", "more.csv"],
      page: "page.json",
      mode: "partial",
      date: "2026-11-16",
      output: "csv",
      out: "r.csv",
      failOn: "never",
      quiet: true,
      showNames: true,
      allRows: true,
    });
  });

  test("auto is no format in particular", () =>
    expect("format" in parseCheck(["export", "--format", "auto"])).toBe(false));

  test("a path may begin with a dash after --", () =>
    expect(parseCheck(["--", "-odd.csv"]).paths).toEqual(["-odd.csv"]));

  test.each([
    ["no path", [], "No file to check was given"],
    ["an unknown option", ["x", "--foo"], "'--foo'"],
    ["an option without its value", ["x", "--mode"], "'--mode <value>'"],
    ["an option that swallows the next", ["x", "--policy", "--page", "y"], "'--policy"],
    ["an empty value", ["x", "--out", ""], "--out was given without a value."],
    ["a switch with a value", ["x", "--help=yes"], "'-h, --help'"],
    ["a mode that is none", ["x", "--mode", "half"], '--mode must be partial or complete, not "half".'],
    ["a format that is none", ["x", "--format", "csv"], "oneroster-1.1"],
    [
      "a receiver that is none",
      ["x", "--system", "clee"],
      '--system must be cli-engage, clever, microsoft-sds or generic, not "clee".',
    ],
    ["an output that is none", ["x", "--output", "xml"], "csv or html"],
    ["a threshold that is none", ["x", "--fail-on", "note"], "fault, warning or never"],
    ["all rows of no csv", ["x", "--all-rows"], "--all-rows goes with --output csv."],
    ["a day that is none", ["x", "--date", "2026-02-30"], "--date must be a day such as 2026-11-16"],
    ["a day in another order", ["x", "--date", "11/16/2026"], "--date must be"],
  ])("%s is wrong usage", (_, words, sentence) => {
    const problem = problemOf(words);
    expect(problem).toContain(sentence);
    expect(problem).toMatch(/^[^\n]+\.$/);
  });
});
