import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

const usual = {
  sizes: ["S", "M"],
  runs: undefined,
  json: false,
  start: "warm",
  places: ["chromium", "node"],
  peers: [],
  store: false,
  variants: [],
};

describe("readOptions", () => {
  it.each([
    ["", usual],
    ["--size L --json", { ...usual, sizes: ["L"], json: true }],
    ["--size S --size M --runs 5", { ...usual, runs: 5 }],
    ["--in node --size XL", { ...usual, sizes: ["XL"], places: ["node"] }],
    ["--peers duckdb,duckdb-wasm", { ...usual, peers: ["duckdb", "duckdb-wasm"] }],
    ["--store --cold", { ...usual, store: true, start: "cold" }],
    ["--variant keys,uuid", { ...usual, sizes: ["M"], places: ["node"], variants: ["keys", "uuid"] }],
    [
      "--variant quoted --size S --in both",
      { ...usual, sizes: ["S"], places: ["chromium", "node"], variants: ["quoted"] },
    ],
    [
      "--variant all",
      {
        ...usual,
        sizes: ["M"],
        places: ["node"],
        variants: ["quoted", "uuid", "shuffled", "faulty", "dangling", "keys"],
      },
    ],
    ["--help", { help: true }],
    ["--size Q", { problem: 'There is no set "Q": --size takes S, M, L or XL.' }],
    ["--runs 0", { problem: '--runs takes a whole number from 1 to 99, not "0".' }],
    [
      "--variant upper",
      { problem: '--variant takes quoted, uuid, shuffled, faulty, dangling, keys or all, not "upper".' },
    ],
    ["--variant keys --store", { problem: "--variant is measured alone: leave out --store and --peers." }],
    ["--in firefox", { problem: '--in takes chromium, node or both, not "firefox".' }],
    ["--peers polars", { problem: '--peers takes duckdb, duckdb-threads, duckdb-wasm, not "polars".' }],
    ["--in node --peers duckdb-wasm", { problem: "duckdb-wasm runs in chromium only: add --in both." }],
    [
      "--in node --store",
      { problem: "--store is measured in Chromium, where rosters are stored: leave out --in." },
    ],
  ])("%j", (line, expected) => {
    expect(readOptions(line.split(" ").filter(Boolean))).toEqual(expected);
  });

  it("says which word it does not know", () => {
    expect(readOptions(["--fast"])).toMatchObject({ problem: expect.stringContaining("--fast") });
  });
});
