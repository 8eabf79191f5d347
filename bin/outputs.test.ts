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
import { Writable } from "node:stream";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Report } from "../utils/findings/report.ts";
import { dispatch } from "./dispatch.ts";

const root = join(import.meta.dirname, "..");
const files = join(root, "test", "files");
const scratch = mkdtempSync(join(tmpdir(), "rosterguard-outputs-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The command line in this process, standing in `test/files`; rosterguard.test.ts runs the program itself. */
const run = async (...words: string[]) => {
  const ran = { code: 0, out: "", err: "" };
  const stdout = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      ran.out += String(chunk);
      done();
    },
  });
  const say = (sentence: string) => {
    ran.err += `${sentence}\n`;
  };
  ran.code = await dispatch(words, { root: files, version: "1.2.3", stdout, stderr: { write: say }, say });
  return ran;
};
const day = ["--date", "2026-11-16"];
const check = (...words: string[]) => run("check", ...words, ...day);

/** A package whose values would like to be code, markup or a formula. */
const hostileValues = [
  '=cmd|"/c calc"!A1',
  "<script>owned()</script>",
  '"><b onclick="x">',
  "\u202eevil",
  "@SUM(1)",
];
const hostile = join(scratch, "hostile");
mkdirSync(hostile);
cpSync(join(files, "good"), hostile, { recursive: true });
const users = readFileSync(join(files, "good", "users.csv"), "utf8").trimEnd();
const header = users.split(/\r?\n/)[0]?.split(",") ?? [];
const rows = hostileValues.map((value, at) =>
  header.map((name) =>
    name === "sourcedId"
      ? "1001"
      : name === "role"
        ? value
        : name === "givenName"
          ? value
          : name === "username"
            ? `u${at}`
            : "",
  ),
);
writeFileSync(join(hostile, "users.csv"), `${users}\r\n${Papa.unparse(rows)}\r\n`);

describe("the forms of a report", () => {
  test.each([
    ["sarif", "good", 0],
    ["sarif", "bad", 1],
    ["junit", "good", 0],
    ["junit", "bad", 1],
    ["html", "good", 0],
    ["html", "bad", 1],
    ["json", "bad", 1],
    ["text", "bad", 1],
  ])("%s of the %s package: exit %i, nothing on stderr", async (output, folder, expected) => {
    const { code, out, err } = await check(folder, "--output", output);
    expect({ code, err }).toEqual({ code: expected, err: "" });
    const starts = { sarif: "{", json: "{", junit: "<?xml", html: "<!doctype html>", text: "REJECTED" };
    expect(out.startsWith(starts[output as keyof typeof starts])).toBe(true);
    if (output === "sarif") expect(JSON.parse(out).runs[0].results.length > 0).toBe(folder === "bad");
    if (output === "junit") expect(out.includes("<failure")).toBe(folder === "bad");
    if (output === "html") expect(out).toContain(folder === "bad" ? "Rejected" : "Accepted");
  });

  test.each(["sarif", "junit", "html"])("%s tells no name unless it was asked to", async (output) => {
    const words = ["bad", "--system", "cli-engage", "--previous", "good", "--output", output];
    const names = /Beto|Anunez|Elena|Dario|“1001”/i;
    expect((await check(...words)).out).not.toMatch(names);
    expect((await check(...words, "--show-names")).out).toMatch(/1001/);
  });

  test.each(["sarif", "junit", "html"])("%s of a hostile package stays what it is", async (output) => {
    const { code, out, err } = await check(hostile, "--output", output, "--show-names");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).not.toContain("\u202e");
    if (output === "sarif") expect(JSON.parse(out).version).toBe("2.1.0");
    else expect(out).not.toMatch(/<script|<b /);
  });

  test("html tells schools with their counts", async () => {
    const { out } = await check("bad", "--output", "html");
    expect(out).toMatch(
      /<th scope="row"><bdi>Elm Street Elementary<\/bdi><\/th><td><bdi>S1<\/bdi><\/td><td class="n">\d+<\/td><td class="n">[1-9]/,
    );
  });

  test("--quiet says nothing on stderr, and --out without it one line", async () => {
    const out = join(scratch, "quiet.html");
    expect(await check("bad", "--output", "html", "--out", out, "--quiet")).toEqual({
      code: 1,
      out: "",
      err: "",
    });
    expect(readFileSync(out, "utf8").endsWith("</html>\n")).toBe(true);
    expect((await check("bad", "--output", "html", "--out", out)).err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("csv", () => {
  test("of several files: one a file that has findings, in a folder", async () => {
    const out = join(scratch, "csv");
    const ran = await check("bad", "--output", "csv", "--out", out);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(readdirSync(out).sort()).toEqual([
      "demographics.findings.csv",
      "enrollments.findings.csv",
      "users.findings.csv",
    ]);
    const { data } = Papa.parse<Record<string, string>>(
      readFileSync(join(out, "users.findings.csv"), "utf8").slice(1),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    expect(data.map((row) => [row.sourcedId, row.rosterguard_line, row.rosterguard_rules])).toEqual([
      ["1001", "5", "duplicate-key"],
      ["1005", "8", "required-value-missing"],
    ]);
    await check("bad", "--output", "csv", "--out", out, "--all-rows");
    expect(readdirSync(out)).toHaveLength(readdirSync(join(files, "bad")).length);
  });

  test("leaves a hostile person's cells alone and begins none of ours as a formula", async () => {
    const out = join(scratch, "hostile-csv");
    await check(hostile, "--output", "csv", "--out", out);
    const { data } = Papa.parse<Record<string, string>>(
      readFileSync(join(out, "users.findings.csv"), "utf8").slice(1),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    for (const value of hostileValues) expect(data.some((row) => row.givenName === value)).toBe(true);
    for (const row of data) {
      for (const [name, cell] of Object.entries(row)) {
        if (name.startsWith("rosterguard_")) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }
    }
  });

  test("of one file goes to stdout", async () => {
    const { code, out } = await check("flat", "--output", "csv", "--all-rows");
    expect(code).toBe(0);
    expect(Papa.parse(out, { skipEmptyLines: true }).data).toHaveLength(4);
  });

  test("of several files to stdout is wrong usage", async () => {
    const { code, out, err } = await check("bad", "--output", "csv");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("needs --out FOLDER");
  });
});

test("--out never takes the place of a file that is checked", async () => {
  const own = join(scratch, "own.csv");
  cpSync(join(files, "flat", "roster.csv"), own);
  const before = readFileSync(own, "utf8");
  const { code, err } = await check(own, "--out", own);
  expect(code).toBe(2);
  expect(err).toContain("one of the files to check");
  expect(readFileSync(own, "utf8")).toBe(before);
});

describe("diff", () => {
  test("tells what changed by type", async () => {
    const { code, out } = await run("diff", "good", "tonight", ...day);
    expect(code).toBe(0);
    expect(out).toMatch(/^CHANGED: students 6, classes 2/);
    expect(out).toContain("Zaynab Hadid (1007)");
    const { changes, students } = JSON.parse(
      (await run("diff", "good", "tonight", ...day, "--output", "json")).out,
    );
    expect(changes.students).toBe(6);
    expect(students.removed.samples[0].name).toBe("Dario de la Cruz");
  });

  test("says so when nothing changed", async () =>
    expect((await run("diff", "good", "good", ...day)).out).toMatch(/^NOTHING CHANGED\./));

  test.each([
    [["good", "unknown"], "unknown cannot be compared"],
    [["unknown", "good"], "unknown cannot be compared"],
  ])("%j: exit 3, since half a roster would make everyone look gone", async (words, sentence) => {
    const { code, out, err } = await run("diff", ...words, ...day);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(sentence);
  });

  test("wants two packages", async () => expect((await run("diff", "good")).code).toBe(2));
});

describe("compare", () => {
  const [first, second] = [join(scratch, "good.json"), join(scratch, "bad.json")];
  beforeAll(async () => {
    await check("good", "--output", "json", "--out", first);
    await check("bad", "--output", "json", "--out", second);
  });

  test("exits 1 for new faults and 0 for fixed ones", async () => {
    const worse = await run("compare", first, second);
    expect(worse.code).toBe(1);
    expect(worse.out).toMatch(/^NEW FAULTS: [1-9]/);
    expect(worse.out).toContain("duplicate-key (users, sourcedId)");
    const better = await run("compare", second, first);
    expect(better.code).toBe(0);
    expect(better.out).toMatch(/^NO NEW FAULT: 0 new, [1-9]\d* fixed/);
    expect((await run("compare", second, second)).out).toMatch(/^NO NEW FAULT: 0 new, 0 fixed, [1-9]/);
    expect(
      JSON.parse((await run("compare", first, second, "--output", "json")).out).new.length,
    ).toBeGreaterThan(3);
  });

  test.each([
    ["one run", [first], 2, "Two reports are compared"],
    ["what is no report", [first, join(files, "good", "users.csv")], 3, "is not valid JSON"],
    ["what is not there", [first, "nowhere.json"], 3, "nowhere.json: it does not exist"],
  ])("%s", async (_, words, expected, sentence) => {
    const { code, err } = await run("compare", ...words);
    expect(code).toBe(expected);
    expect(err).toContain(sentence);
  });

  test("the runs are reports", async () => {
    for (const path of [first, second]) {
      expect(existsSync(path)).toBe(true);
      expect(Report.safeParse(JSON.parse(readFileSync(path, "utf8"))).success).toBe(true);
    }
  });
});

describe("explain", () => {
  test("tells what, why, how to fix it, the source and the examples", async () => {
    const { code, out } = await run("explain", "duplicate-key");
    expect(code).toBe(0);
    for (const part of [
      "[duplicate-key]",
      "Outcome:",
      "Source:",
      "Why it matters",
      "How to fix it",
      "Bad",
      "Good",
      "C2,Kindergarten B,S1",
    ])
      expect(out).toContain(part);
    expect(out).not.toMatch(/```|<!--|^#/m);
  });

  test("tells of root causes too, and lists everything there is", async () => {
    const [cause = ""] = readdirSync(join(root, "docs", "causes")).map((name) => name.replace(/\.md$/, ""));
    expect((await run("explain", cause)).out).toContain(`[${cause}, a root cause]`);
    const { out } = await run("explain");
    for (const name of readdirSync(join(root, "docs", "rules")))
      expect(out).toContain(name.replace(/\.md$/, ""));
    expect(out).toContain(cause);
  });

  test.each([
    ["duplicate-kye", 'did you mean "duplicate-key"?'],
    ["frobnicate", "lists all of them"],
  ])("%s: exit 2 and the nearest", async (word, sentence) => {
    const { code, err } = await run("explain", word);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
