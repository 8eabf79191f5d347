import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { RepairReport } from "../utils/repair/repair-report.ts";
import { parseRepair } from "./run-repair.ts";
import { UsageProblem } from "./usage.ts";

const root = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "rosterguard-repair-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const run = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, "bin", "rosterguard.ts"), "repair", ...words, "--date", "2026-11-16"],
      { cwd: scratch },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });

const input = join(scratch, "in");
const read = (...path: string[]) => readFileSync(join(scratch, ...path), "utf8");
const snapshot = () => Object.fromEntries(readdirSync(input).map((name) => [name, read("in", name)]));

beforeEach(() => {
  rmSync(scratch, { recursive: true });
  mkdirSync(scratch);
  cpSync(join(root, "test", "files", "good"), input, { recursive: true });
  const users = join(input, "users.csv");
  writeFileSync(users, readFileSync(users, "utf8").replaceAll(",true,", ",TRUE,"));
});

describe("rosterguard repair", () => {
  it("writes the copy, its log and its summary, and leaves the originals alone", async () => {
    const before = snapshot();
    const { code, out, err } = await run("in", "--out", "copy");
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringContaining("the originals are as they were"),
    });
    expect(out).toContain("The value is written true or false");
    expect(out).toContain("the copy is accepted (0 faults");
    expect(snapshot()).toEqual(before);
    expect(readdirSync(join(scratch, "copy")).sort()).toEqual(
      [...Object.keys(before), "changes.csv", "changes.json"].sort(),
    );
    expect(read("copy", "users.csv")).toBe(
      before["users.csv"]!.replaceAll(",TRUE,", ",true,").replaceAll('"', ""),
    );
    expect(read("copy", "orgs.csv")).toBe(before["orgs.csv"]);
    const log = read("copy", "changes.csv").trimEnd().split("\r\n");
    expect(log).toHaveLength(1 + before["users.csv"]!.split(",TRUE,").length - 1);
    expect(log[1]).toMatch(/^in\/users\.csv,2,enabledUser,TRUE,true,/);
    expect(RepairReport.parse(JSON.parse(read("copy", "changes.json"))).after.verdict).toBe("accept");
  });

  it("ends with 1 where something stays rejected, and says why", async () => {
    writeFileSync(join(input, "users.csv"), read("in", "users.csv").replace(/,student,/, ",pupil,"));
    const { code, out } = await run("in", "--out", "copy");
    expect(code).toBe(1);
    expect(out).toMatch(/Remains\n {2}enum-value-unknown: .*Why: Nothing in the files proves/);
  });

  it.each([
    ["the originals' folder", ["in", "--out", "in"], "holds the originals"],
    ["the folder of a single file", ["in/users.csv", "--out", "./in/"], "holds the originals"],
    ["a folder with a file of the copy", ["in", "--out", "taken"], "is there already"],
    ["no folder", ["in"], "--out is missing"],
    ["no file", ["--out", "copy"], "No file to repair"],
  ])("refuses %s and writes nothing", async (_, words, sentence) => {
    mkdirSync(join(scratch, "taken"));
    writeFileSync(join(scratch, "taken", "orgs.csv"), "mine");
    const before = snapshot();
    const { code, err } = await run(...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(snapshot()).toEqual(before);
    expect(readdirSync(join(scratch, "taken"))).toEqual(["orgs.csv"]);
    expect(read("taken", "orgs.csv")).toBe("mine");
    expect(existsSync(join(scratch, "copy"))).toBe(false);
  });

  it("ends with 3 where nothing can be read", async () => {
    const { code, err } = await run("gone", "--out", "copy");
    expect(code).toBe(3);
    expect(err).toContain("gone");
  });
});

describe("what repair is asked", () => {
  it("takes settings as check does", () =>
    expect(
      parseRepair(["a.zip", "--out", "x", "--format", "oneroster-1.1", "--system", "cli-engage", "--quiet"]),
    ).toEqual({
      paths: ["a.zip"],
      out: "x",
      quiet: true,
      format: "oneroster-1.1",
      system: "cli-engage",
    }));

  it.each([
    [["a", "--out", ""]],
    [["a", "--out", "x", "--format", "csv"]],
    [["a", "--out", "x", "--date", "today"]],
  ])("refuses %j", (words) => expect(() => parseRepair(words)).toThrow(UsageProblem));
});
