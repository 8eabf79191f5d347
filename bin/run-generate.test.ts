import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { dispatch } from "./dispatch.ts";

const root = mkdtempSync(join(tmpdir(), "rosterguard-generate-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = async (...words: string[]) => {
  const stdout = new PassThrough();
  const pieces: Buffer[] = [];
  stdout.on("data", (piece: Buffer) => pieces.push(piece));
  const said: string[] = [];
  const code = await dispatch(["generate", ...words], {
    root,
    version: "0.0.0",
    stdout,
    stderr: { write: () => true },
    say: (sentence) => said.push(sentence),
  });
  return { code, said: said.join(" "), text: Buffer.concat(pieces).toString("utf8") };
};

const day = ["--date", "2026-11-22"] as const;

describe("rosterguard generate", () => {
  it("writes a clean package and says what it wrote", async () => {
    const { code, text } = await run("--format", "clever-sftp", "--students", "60", ...day, "--out", "clean");
    expect(code).toBe(0);
    expect(text).toContain("6 files of clever-sftp");
    expect(readdirSync(join(root, "clean"))).not.toContain("planted.json");
  });

  it("writes the flat roster as a workbook", async () => {
    await run("--format", "cli-engage-workbook", "--students", "20", ...day, "--out", "book");
    expect(readdirSync(join(root, "book"))).toEqual(["cli-engage-roster.xlsx"]);
  });

  it("lists the planted faults and where they are", async () => {
    const { code, text } = await run(
      ...["--format", "sds-1", "--faults", "date-malformed,ragged-rows", ...day, "--out", "faulty", "--json"],
    );
    expect(code).toBe(0);
    const listed = JSON.parse(readFileSync(join(root, "faulty/planted.json"), "utf8"));
    expect(listed.planted.map(({ rule }: { rule: string }) => rule)).toEqual([
      "date-malformed",
      "ragged-rows",
    ]);
    const [{ file, line, column, value }] = listed.planted;
    expect({ file, column, value }).toEqual({
      file: "Student.csv",
      column: "Birthdate",
      value: "2017-13-40",
    });
    expect(readFileSync(join(root, "faulty", file), "utf8").split("\r\n")[line - 1]).toContain(value);
    expect(JSON.parse(text).planted).toEqual(listed.planted);
  });

  it("says why a fault was left out", async () => {
    await run("--format", "nyc-ats-stars", "--faults", "all", ...day, "--out", "nyc");
    const { leftOut } = JSON.parse(readFileSync(join(root, "nyc/planted.json"), "utf8"));
    expect(leftOut).toContainEqual({
      rule: "phone-malformed",
      because: expect.stringContaining("no file of the format"),
    });
    expect(leftOut).toContainEqual({ rule: "empty-file", because: expect.stringContaining("name it") });
  });

  it("overwrites nothing", async () => {
    await run("--format", "sds-2.1", "--students", "20", ...day, "--out", "twice");
    writeFileSync(join(root, "twice/users.csv"), "mine");
    const { code, said } = await run("--format", "sds-2.1", "--students", "20", ...day, "--out", "twice");
    expect(code).toBe(2);
    expect(said).toContain("is there already");
    expect(readFileSync(join(root, "twice/users.csv"), "utf8")).toBe("mine");
  });

  it.each([
    [["--out", "x"], "--format is missing"],
    [["--format", "sds-1"], "--out is missing"],
    [["--format", "sds-1", "--out", "x", "--students", "0"], "whole number from 1"],
    [["--format", "sds-1", "--out", "x", "--seed", "a"], "whole number from 0"],
    [["--format", "sds-1", "--out", "x", "--faults", "date-malformd"], 'did you mean "date-malformed"'],
    [["--format", "sds-3", "--out", "x"], "--format must be"],
    [["--format", "sds-1", "--out", "x", "--date", "2026-02-30"], "must be a day"],
    [["folder", "--format", "sds-1", "--out", "x"], "is not an option"],
  ])("%j is wrong usage", async (words, sentence) => {
    const { code, said } = await run(...words);
    expect(code).toBe(2);
    expect(said).toContain(sentence);
  });
});
