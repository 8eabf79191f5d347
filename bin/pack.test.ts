import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = join(root, "test", "files");
const scratch = mkdtempSync(join(tmpdir(), "rosterguard-pack-"));
const unpacked = join(scratch, "package");
afterAll(() => rmSync(scratch, { recursive: true }));

/** What npm would put into the tarball, copied to a folder that has no node_modules above it. */
beforeAll(() => {
  const build = join(scratch, "dist-cli");
  execFileSync(process.execPath, [join(root, "scripts", "build-cli.ts"), build]);
  const { files: wanted } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    files: string[];
  };
  mkdirSync(unpacked);
  for (const path of ["package.json", ...wanted]) {
    const from = path === "dist-cli" ? build : join(root, path);
    cpSync(from, join(unpacked, path), { recursive: true });
  }
}, 120_000);

const run = (...words: string[]) => {
  const { rosterguard } = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8")).bin;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(unpacked, rosterguard), ...words], {
    cwd: files,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

describe("the package", () => {
  test("needs nothing else to be installed", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.private).toBe(true);
    expect(existsSync(join(unpacked, "node_modules"))).toBe(false);
    for (const name of ["rosterguard.js", "library.js"]) {
      const imports = readFileSync(join(unpacked, "dist-cli", name), "utf8").matchAll(
        /^import .*? from "([^"]+)";/gm,
      );
      for (const [, from = ""] of imports) expect(isBuiltin(from) || from.startsWith("./"), from).toBe(true);
    }
  });

  test("checks a good and a bad package", () => {
    const good = run("check", "good", "--date", "2026-11-16");
    expect(good).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/^ACCEPTED/) });
    const bad = run("check", "bad", "--date", "2026-11-16", "--output", "sarif");
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.stdout).runs[0].results.length).toBeGreaterThan(4);
  });

  test("has its pages with it and knows its version", () => {
    expect(run("explain", "duplicate-key").stdout).toContain("C2,Kindergarten B,S1");
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(run("--version").stdout).toBe(`rosterguard ${version}\n`);
  });

  test("is a library under its name", () => {
    const home = join(scratch, "home");
    mkdirSync(join(home, "node_modules"), { recursive: true });
    cpSync(unpacked, join(home, "node_modules", "rosterguard"), { recursive: true });
    writeFileSync(
      join(home, "use.mjs"),
      `import { checkPackage, describeRule, formats, maskReport, openPaths, parsePolicyText, renderReport, reportSchema, rules } from "rosterguard";
const { report } = await checkPackage(await openPaths([process.argv[2]]), { date: "2026-11-16" });
console.log(JSON.stringify({ verdict: report.verdict, rules: rules.length, formats: formats.map(({ id }) => id),
  title: describeRule("duplicate-key").title, page: renderReport("html", report).slice(0, 15),
  masked: maskReport(report).findings.length === report.findings.length, schema: typeof reportSchema(), policy: parsePolicyText("{}").ok }));`,
    );
    const told = execFileSync(process.execPath, [join(home, "use.mjs"), join(files, "bad")], {
      encoding: "utf8",
    });
    expect(JSON.parse(told)).toMatchObject({
      verdict: "reject",
      formats: expect.arrayContaining(["oneroster-1.1", "cli-engage"]),
      title: "The same id twice",
      page: "<!doctype html>",
      masked: true,
      schema: "object",
      policy: false,
    });
  });
});
