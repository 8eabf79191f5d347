import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseWatch } from "./run-watch.ts";
import { UsageProblem } from "./usage.ts";
import { isUnderWay, listArrivals } from "./watch-folder.ts";

const root = join(import.meta.dirname, "..");
const files = join(root, "test", "files");
const scratch = mkdtempSync(join(tmpdir(), "rosterguard-watch-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe("watch", () => {
  test("tells one line an arrival, when it has settled, moves nothing and ends cleanly", async () => {
    const drop = join(scratch, "drop");
    mkdirSync(drop);
    const words = [
      "watch",
      drop,
      "--every",
      "0.05",
      "--settle",
      "0.4",
      "--output",
      "json",
      "--date",
      "2026-11-16",
    ];
    const child = spawn(process.execPath, [join(root, "bin", "rosterguard.ts"), ...words]);
    let [out, err] = ["", ""];
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
    });
    const lines = () => out.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
    const until = (done: () => boolean) => expect.poll(done, { timeout: 20_000, interval: 30 }).toBe(true);

    await until(() => err.includes("Watching"));
    cpSync(join(files, "bad"), join(drop, "monday"), { recursive: true });
    await until(() => lines().length === 1);
    expect(lines()[0]).toMatchObject({ arrival: "monday/", verdict: "reject", format: "oneroster-1.1" });

    // Sent in pieces under another name, then renamed: only then has it arrived.
    writeFileSync(join(drop, "roster.csv.filepart"), "School_Internal_ID,");
    appendFileSync(join(drop, "roster.csv.filepart"), "Class_Internal_ID\n");
    await new Promise((resume) => setTimeout(resume, 800));
    expect(lines()).toHaveLength(1);
    cpSync(join(files, "flat", "roster.csv"), join(drop, "roster.csv.filepart"));
    renameSync(join(drop, "roster.csv.filepart"), join(drop, "roster.csv"));
    await until(() => lines().length === 2);
    expect(lines()[1]).toMatchObject({ arrival: "*.csv", verdict: "accept" });

    // What changes is checked again, and only that.
    appendFileSync(join(drop, "roster.csv"), "\n");
    await until(() => lines().length === 3);
    expect(lines()[2]).toMatchObject({ arrival: "*.csv" });

    const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await closed).toBe(0);
    expect(err).toContain("Stopped watching.");
    expect(lines()).toHaveLength(3);
    expect(readdirSync(drop).sort()).toEqual(["monday", "roster.csv"]);
  });

  test("a package of which one file is still being sent has not arrived", async () => {
    const drop = join(scratch, "half");
    mkdirSync(drop);
    writeFileSync(join(drop, "users.csv"), "sourcedId\n1\n");
    writeFileSync(join(drop, "classes.csv.part"), "sour");
    writeFileSync(join(drop, "export.zip"), "PK");
    expect((await listArrivals(drop)).map(({ name }) => name)).toEqual(["export.zip"]);
    rmSync(join(drop, "classes.csv.part"));
    const arrivals = await listArrivals(drop);
    expect(arrivals.map(({ name }) => name)).toEqual(["export.zip", "*.csv"]);
    expect(arrivals[1]?.paths).toEqual([join(drop, "users.csv")]);
  });

  test.each([
    [".users.csv", true],
    ["users.csv.part", true],
    ["users.csv.filepart", true],
    ["users.tmp", true],
    ["~$roster.xlsx", true],
    ["users.csv~", true],
    ["users.csv:Zone.Identifier", true],
    ["export.zip.crdownload", true],
    ["users.csv", false],
    ["part.csv", false],
    ["template.zip", false],
  ])("%s under way: %s", (name, expected) => expect(isUnderWay(name)).toBe(expected));

  test.each([
    [[], "One folder is watched"],
    [["a", "b"], "One folder is watched"],
    [["a", "--settle", "soon"], "--settle must be a number of seconds"],
    [["a", "--every", "0"], "--every must be a number of seconds"],
    [["a", "--output", "html"], "--output must be text or json"],
  ])("%j is wrong usage", (words, sentence) => {
    expect(() => parseWatch(words)).toThrow(UsageProblem);
    expect(() => parseWatch(words)).toThrow(sentence);
  });
});
