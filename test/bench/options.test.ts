import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

describe("readOptions", () => {
  it.each([
    ["", { sizes: ["S", "M"], runs: undefined, json: false, start: "warm" }],
    ["--size L --json", { sizes: ["L"], runs: undefined, json: true, start: "warm" }],
    ["--size S --size M --runs 5", { sizes: ["S", "M"], runs: 5, json: false, start: "warm" }],
    ["--help", { help: true }],
    ["--size Q", { problem: 'There is no set "Q": --size takes S, M or L.' }],
    ["--runs 0", { problem: '--runs takes a whole number from 1 to 99, not "0".' }],
  ])("%j", (line, expected) => {
    expect(readOptions(line.split(" ").filter(Boolean))).toEqual(expected);
  });

  it("says which word it does not know", () => {
    expect(readOptions(["--fast"])).toMatchObject({ problem: expect.stringContaining("--fast") });
  });
});
