import { describe, expect, test } from "vitest";
import { parseCommand } from "./arguments.ts";

describe("parseCommand", () => {
  test("fills in what was not said", () =>
    expect(parseCommand(["check", "export"])).toEqual({
      kind: "check",
      request: { paths: ["export"], previous: [], output: "text", failOn: "fault" },
    }));

  test("takes every option, in any order among paths", () => {
    const words =
      "check --mode partial a.csv --format cli-engage --system cli-engage --policy p.json --previous last.zip " +
      "--previous more.csv --page page.json b.csv --date 2026-11-16 --output json --out r.json --fail-on never";
    expect(parseCommand(words.split(" "))).toEqual({
      kind: "check",
      request: {
        paths: ["a.csv", "b.csv"],
        format: "cli-engage",
        system: "cli-engage",
        policy: "p.json",
        previous: ["last.zip", "more.csv"],
        page: "page.json",
        mode: "partial",
        date: "2026-11-16",
        output: "json",
        out: "r.json",
        failOn: "never",
      },
    });
  });

  test("auto is no format in particular", () => {
    const command = parseCommand(["check", "export", "--format", "auto"]);
    expect(command.kind === "check" && "format" in command.request).toBe(false);
  });

  test("a path may begin with a dash after --", () =>
    expect(parseCommand(["check", "--", "-odd.csv"])).toMatchObject({ request: { paths: ["-odd.csv"] } }));

  test.each([
    ["nothing", [], "No command was given."],
    ["an unknown command", ["chekc"], 'There is no command "chekc"; the command is "check".'],
    ["no path", ["check"], "No file to check was given"],
    ["an unknown option", ["check", "x", "--foo"], "'--foo'"],
    ["an option without its value", ["check", "x", "--mode"], "'--mode <value>'"],
    ["an option that swallows the next", ["check", "x", "--policy", "--page", "y"], "'--policy"],
    ["an empty value", ["check", "x", "--out", ""], "--out was given without a value."],
    ["a switch with a value", ["check", "x", "--help=yes"], "'-h, --help'"],
    [
      "a mode that is none",
      ["check", "x", "--mode", "half"],
      '--mode must be partial or complete, not "half".',
    ],
    ["a format that is none", ["check", "x", "--format", "csv"], "oneroster-1.1"],
    [
      "a receiver that is none",
      ["check", "x", "--system", "clee"],
      '--system must be cli-engage, not "clee".',
    ],
    ["an output that is none", ["check", "x", "--output", "xml"], "text or json"],
    ["a threshold that is none", ["check", "x", "--fail-on", "note"], "fault, warning or never"],
    ["a day that is none", ["check", "x", "--date", "2026-02-30"], "--date must be a day such as 2026-11-16"],
    ["a day in another order", ["check", "x", "--date", "11/16/2026"], "--date must be"],
  ])("%s is wrong usage", (_, words, sentence) => {
    const command = parseCommand(words);
    expect(command.kind).toBe("usage");
    if (command.kind !== "usage") return;
    expect(command.problem).toContain(sentence);
    expect(command.problem).toMatch(/^[^\n]+\.$/);
    expect(command.hint).not.toBe("");
  });

  test.each([
    [["--help"]],
    [["-h"]],
    [["help"]],
    [["check", "--help"]],
    [["help", "check"]],
    [["check", "x", "-h"]],
  ])("%j explains", (words) => {
    const command = parseCommand(words);
    expect(command).toMatchObject({
      kind: "print",
      text: expect.stringContaining("rosterguard check PATH..."),
    });
  });
});
