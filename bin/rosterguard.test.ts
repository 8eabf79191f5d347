import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import Papa from "papaparse";
import { afterAll, describe, expect, test } from "vitest";
import { Report } from "../utils/findings/report.ts";
import { writeWorkbook } from "../utils/generate/workbook.ts";

const root = join(import.meta.dirname, "..");
const files = join(root, "test", "files");
const scratch = mkdtempSync(join(tmpdir(), "rosterguard-"));
afterAll(() => rmSync(scratch, { recursive: true }));

type Ran = { code: number | null; out: string; err: string };

/** Runs the command line as a scheduled job would, standing in `test/files`. */
const run = (...words: string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "bin", "rosterguard.ts"), ...words], { cwd: files });
    const ran: Ran = { code: null, out: "", err: "" };
    child.stdout.on("data", (data: Buffer) => {
      ran.out += data.toString("utf8");
    });
    child.stderr.on("data", (data: Buffer) => {
      ran.err += data.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...ran, code }));
  });

const day = ["--date", "2026-11-16"];

const check = async (...words: string[]): Promise<Ran & { report: Report }> => {
  const ran = await run("check", ...words, ...day, "--output", "json");
  const parsed = Report.safeParse(JSON.parse(ran.out));
  if (!parsed.success) throw new Error(`Not a report: ${JSON.stringify(parsed.error.issues)}`);
  return { ...ran, report: parsed.data };
};

const write = (name: string, data: string | Uint8Array): string => {
  writeFileSync(join(scratch, name), data);
  return join(scratch, name);
};

const packageOf = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(join(files, folder)).map((name) => [name, readFileSync(join(files, folder, name))]),
  );

describe("check", () => {
  test("accepts a good package: exit 0, a report of its files and nothing on stderr", async () => {
    const { code, err, report } = await check("good");
    expect({ code, err, verdict: report.verdict }).toEqual({ code: 0, err: "", verdict: "accept" });
    expect(report.tool).toEqual({ name: "rosterguard", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(report.date).toBe("2026-11-16");
    expect(report.format.id).toBe("oneroster-1.1");
    expect(report.files.map(({ name, role, rows }) => [name, role, rows])).toContainEqual([
      "good/users.csv",
      "users",
      8,
    ]);
    expect(report.totals).toEqual({ rows: 45, faults: 0, warnings: 0, notes: 0 });
    expect(report.timings.total).toBeGreaterThan(0);
  });

  test("rejects a bad package: exit 1, each fault with its place", async () => {
    const { code, report } = await check("bad", "--system", "cli-engage");
    expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: "reject" });
    const places = report.findings.map(({ rule, count, samples }) => [
      rule,
      count,
      samples[0]?.file,
      samples[0]?.line,
    ]);
    expect(places).toContainEqual(["duplicate-key", 1, "bad/users.csv", 5]);
    expect(places).toContainEqual(["dangling-reference", 1, "bad/enrollments.csv", 9]);
    expect(places).toContainEqual(["date-malformed", 1, "bad/demographics.csv", 4]);
    expect(places).toContainEqual(["required-value-missing", 1, "bad/users.csv", 8]);
  });

  test("says what tonight's file will do to last night's", async () => {
    const { code, report } = await check(
      "tonight",
      "--previous",
      "good",
      "--system",
      "cli-engage",
      "--mode",
      "complete",
    );
    const { plan } = report;
    const names = (group: { samples: { name: string }[] } | undefined) =>
      group?.samples.map(({ name }) => name);
    // Giving Ana another Internal ID is the one fault.
    expect(report.findings.map(({ rule, count }) => [rule, count])).toEqual([["internal-id-changed", 1]]);
    expect(code).toBe(1);
    expect(plan?.against).toMatchObject([{ kind: "previous", name: "good" }]);
    expect(names(plan?.students.added)).toEqual(["Zaynab Hadid"]);
    expect(names(plan?.students.removed)).toEqual(["Dario de la Cruz"]);
    expect(names(plan?.students.moved)).toEqual(["Beto Núñez"]);
    expect(plan?.students.changed.samples).toMatchObject([
      { id: "1003", fields: { firstName: ["José", "Josué"] } },
    ]);
    expect(plan?.students.rekeyed.samples).toMatchObject([{ name: "Ana Núñez", from: "1001", to: "2001" }]);
    expect(names(plan?.students.waiting)).toEqual(["Íñigo López"]);
    // Two girls of one name and birthday are told apart by their ids.
    expect(names(plan?.students.unchanged)).toEqual(["María García", "María García"]);
    expect(plan?.classes.reassigned.samples).toMatchObject([
      { id: "C2", from: "Ngozi Okafor", to: "Luz Vega" },
    ]);
  });

  test("a partial upload makes nobody inactive", async () => {
    const { report } = await check(
      "tonight",
      "--previous",
      "good",
      "--system",
      "cli-engage",
      "--mode",
      "partial",
    );
    expect(report.plan?.mode).toBe("partial");
    expect(report.plan?.students.removed.count).toBe(0);
  });

  test("compares with a roster read from a page, and never calls the unseen missing", async () => {
    const page = write(
      "page.json",
      JSON.stringify({
        source: { kind: "page", portal: "cli-engage", seenAt: "2026-11-15T15:00:00Z" },
        coverage: { kind: "partial", sectionIds: ["C2"] },
        schools: [],
        sections: [{ id: "C2", title: "Okafor Full Day Prekindergarten", teacherIds: [], homeroom: true }],
        teachers: [],
        students: [
          {
            id: "1005",
            fields: { firstName: "Maria", lastName: "García", birthDate: "01/15/2022" },
            sectionIds: ["C2"],
          },
        ],
      }),
    );
    const { report } = await check("good", "--page", page, "--system", "cli-engage");
    expect(report.plan?.against).toMatchObject([{ kind: "page", name: "cli-engage" }]);
    expect(report.plan?.students.changed.samples).toMatchObject([
      { id: "1005", fields: { firstName: ["Maria", "María"] } },
    ]);
    expect(report.plan?.students.added.samples).toMatchObject([{ id: "1006" }]);
    expect(report.plan?.students.notSeen.count).toBe(4);
    expect(report.plan?.students.removed.count).toBe(0);
  });

  test("reads a zip and loose files alike", async () => {
    const zip = write("export.zip", zipSync(packageOf("good")));
    const zipped = await check(zip);
    const loose = await check(...readdirSync(join(files, "good")).map((name) => join("good", name)));
    expect([zipped.code, loose.code]).toEqual([0, 0]);
    expect(zipped.report.totals).toEqual(loose.report.totals);
    expect(zipped.report.files.map(({ name }) => name)).toContain("export.zip/users.csv");
    expect(loose.report.files.map(({ name }) => name)).toContain("users.csv");
  });

  test("reads a workbook", async () => {
    const { data } = Papa.parse<string[]>(readFileSync(join(files, "flat", "roster.csv"), "utf8"), {
      skipEmptyLines: true,
    });
    const workbook = write("roster.xlsx", writeWorkbook([{ name: "Roster", rows: data }]));
    const { code, report } = await check(workbook);
    expect({ code, format: report.format.id, system: report.system, rows: report.totals.rows }).toEqual({
      code: 0,
      format: "cli-engage-workbook",
      system: "cli-engage",
      rows: 3,
    });
  });

  test.each([
    ["an empty file", "empty"],
    ["a format nobody knows", "unknown"],
  ])("exits 3 for %s and still gives a report", async (_, folder) => {
    const { code, report } = await check(folder);
    expect({ code, verdict: report.verdict }).toEqual({ code: 3, verdict: "could-not-check" });
    expect(report.files).toHaveLength(1);
    expect(report.plan).toBeNull();
  });

  test("checks the rest of a package of which one file cannot be read", async () => {
    const broken = zipSync({ ...packageOf("bad"), "courses.csv": strToU8("") });
    const { code, report } = await check(write("broken.zip", broken));
    expect(code).toBe(1);
    const rules = report.findings.map(({ rule }) => rule);
    expect(rules).toContain("empty-file");
    expect(rules).toContain("duplicate-key");
  });

  test("a last file that cannot be compared with is never passed over in silence", async () => {
    const { code, report } = await check("good", "--previous", "empty");
    expect({ code, verdict: report.verdict }).toEqual({ code: 3, verdict: "accept" });
    expect(report.notChecked.map(({ rule }) => rule)).toContain("compare-with-previous");
  });

  test("--fail-on never only reports", async () => {
    const { code, report } = await check("bad", "--fail-on", "never");
    expect({ code, verdict: report.verdict }).toEqual({ code: 0, verdict: "reject" });
  });

  test("prints for people: the verdict first, then files, findings and the plan by name", async () => {
    const { out } = await run("check", "bad", ...day, "--previous", "good", "--system", "cli-engage");
    expect(out).toMatch(/^REJECTED: \d+ faults/);
    const order = ["\nFile ", "\nFaults\n", "\nNot checked\n", "\nWhat the upload will do"].map((part) =>
      out.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(out).toContain("bad/users.csv:5");
    expect(out).toContain("Beto Núñez (1002)");
  });

  test("--out writes the report and keeps stdout empty", async () => {
    const out = join(scratch, "report.json");
    const ran = await run("check", "bad", ...day, "--output", "json", "--out", out);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 1, out: "" });
    expect(ran.err).toContain("REJECTED");
    expect(Report.safeParse(JSON.parse(readFileSync(out, "utf8"))).success).toBe(true);
  });
});

describe("wrong usage", () => {
  const notRoster = write("not-a-roster.json", '{"students":[]}');
  const notPolicy = write("not-a-policy.json", '{"version":2}');

  test.each([
    ["nothing", [], "No command"],
    ["an unknown option", ["check", "good", "--foo"], "--foo"],
    ["a page that is no roster", ["check", "good", "--page", notRoster], "not a roster"],
    ["a policy that is none", ["check", "good", "--policy", notPolicy], "version must be"],
  ])("%s: exit 2 and one sentence", async (_, words, sentence) => {
    const { code, out, err } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each([
    ["a path that does not exist", ["check", "nowhere.zip"], "nowhere.zip: it does not exist"],
    ["a folder without roster files", ["check", join(root, "bin")], "no .csv, .zip or .xlsx"],
    [
      "a policy that does not exist",
      ["check", "good", "--policy", "nowhere.json"],
      "nowhere.json: it does not exist",
    ],
    ["a place it cannot write to", ["check", "good", "--out", "nowhere/report.txt"], "Cannot write"],
  ])("%s: exit 3 and one sentence", async (_, words, sentence) => {
    const { code, err } = await run(...words);
    expect(code).toBe(3);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("--help and --version are no fault", async () => {
    const [help, version] = await Promise.all([run("check", "--help"), run("--version")]);
    expect([help.code, version.code]).toEqual([0, 0]);
    expect(help.out).toContain("rosterguard check PATH...");
    expect(version.out).toMatch(/^rosterguard \d/);
  });
});
