import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { rules } from "../checks/index.ts";
import type { Report } from "../findings/report.ts";
import { hostile, hostileReport } from "./hostile.fixture.ts";
import { makeHtml } from "./html/page.ts";
import { makeJunit } from "./junit.ts";
import { maskReport, maskValue } from "./mask.ts";
import { makeSarif } from "./sarif.ts";
import { SarifLog } from "./sarif-schema.fixture.ts";

const ids = rules.map(({ id }) => id);
const good = (): Report => ({
  ...hostileReport(),
  verdict: "accept",
  files: hostileReport().files.slice(0, 1),
  totals: { rows: 10, faults: 0, warnings: 0, notes: 0 },
  causes: [],
  findings: [],
  notChecked: [{ rule: "internal-id-changed", because: "There is no earlier file." }],
});
const reports = [
  ["a good package", good()],
  ["a hostile one", hostileReport()],
  ["a hostile one, masked", maskReport(hostileReport())],
] as const;

const page = (report: Report, masked = false) =>
  [
    ...makeHtml(report, {
      schools: [{ id: hostile[0], name: hostile[1], rows: 3, faults: 2, warnings: 1, acknowledged: 0 }],
      masked,
    }),
  ].join("");
const junit = (report: Report) => [...makeJunit(report, { rules: ids, failOn: "fault" })].join("");

/** Markup that nobody but us may have written. */
const countTags = (text: string): Record<string, number> => {
  const tags: Record<string, number> = {};
  for (const [, tag = ""] of text.matchAll(/<([a-z!?][\w-]*)/gi)) tags[tag] = (tags[tag] ?? 0) + 1;
  return tags;
};

describe.each(reports)("%s", (_, report) => {
  it("is SARIF 2.1.0", () => {
    const sarif = JSON.parse(JSON.stringify(makeSarif(report, rules)));
    const parsed = SarifLog.safeParse(sarif);
    expect(parsed.error?.issues).toBeUndefined();
    const [run] = sarif.runs;
    expect(run.results).toHaveLength(report.findings.length);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    for (const { help, shortDescription } of run.tool.driver.rules)
      expect(help.text.length).toBeGreaterThan(shortDescription.text.length);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(report.notChecked.length);
  });

  it("is JUnit whose sums are right", () => {
    const xml = junit(report);
    const { document } = parseHTML(xml.replace(/^<\?xml.*\?>\n/, ""));
    const of = (selector: string) => document.querySelectorAll(selector).length;
    const suites = document.querySelector("testsuites");
    expect(of("testsuite")).toBe(report.files.length + 1);
    for (const [name, selector] of [
      ["tests", "testcase"],
      ["failures", "failure"],
      ["skipped", "skipped"],
    ] as const)
      expect(Number(suites?.getAttribute(name)), name).toBe(of(selector));
    expect(of("skipped")).toBeGreaterThan(0);
    expect(of("failure")).toBe(
      new Set(report.findings.filter(({ outcome }) => outcome === "fault").map(({ rule }) => rule)).size,
    );
    expect(Object.keys(countTags(xml)).sort()).toEqual(
      ["?xml", "failure", "skipped", "system-out", "testcase", "testsuite", "testsuites"].filter(
        (tag) => report.findings.length > 0 || !["failure", "system-out"].includes(tag),
      ),
    );
  });

  it("is a page of our own markup that loads nothing", () => {
    const text = page(report);
    expect(text).not.toMatch(/<script|<img|<link|<iframe|url\((?!#)|@import/i);
    expect(text).not.toMatch(/href="(?!#)/);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
    expect(text).toContain("default-src 'none'");
    const { document } = parseHTML(text);
    const order = [...document.querySelectorAll("h1, .verdict, h2")].map((one) => one.textContent ?? "");
    expect(order[1]).toMatch(/Accepted|Rejected/);
    for (const table of document.querySelectorAll("table")) {
      expect(table.querySelector("caption")?.textContent).not.toBe("");
      expect(table.querySelectorAll("thead th[scope=col]").length).toBeGreaterThan(0);
    }
    const opened = countTags(text);
    for (const tag of ["table", "section", "article", "svg", "ol", "ul", "tr"])
      expect(opened[tag] ?? 0, tag).toBe(text.split(`</${tag}>`).length - 1);
  });

  it("adds no element for what a file says", () => {
    const plain = {
      ...report,
      findings: report.findings.map((one) => ({ ...one, message: "x", fix: "x", source: "x" })),
    };
    expect(countTags(page(report))).toEqual(countTags(page(plain)));
  });
});

describe("masking", () => {
  const values = hostile.filter((value) => /\p{L}{3}/u.test(value));

  it("leaves no value of the files in what is passed on", () => {
    const masked = maskReport(hostileReport());
    const told = JSON.stringify(
      masked.findings.map(({ message, fix, samples }) => [
        message,
        fix,
        samples.map(({ value, related }) => [value, related]),
      ]),
    );
    // "users" is also the name of the file, which stays.
    const words = values
      .flatMap((value) => value.match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => word !== "users");
    expect(words.length).toBeGreaterThan(8);
    for (const word of words) expect(told).not.toContain(word);
  });

  it.each([
    ["Núñez-12", "Aaaaa-99"],
    ["13/45/2020", "99/99/9999"],
    ["李 abc", "a aaa"],
    ["", ""],
  ])("%s becomes %s", (value, shape) => expect(maskValue(value)).toBe(shape));

  it("keeps where: file, line, column, and a place on the other side", () => {
    const [first] = hostileReport().findings;
    if (first === undefined) throw new Error("The fixture has no finding");
    const samples = [
      { file: "users.csv", line: 4, column: "sourcedId", value: "Ana", related: "a b/users.csv:9" },
    ];
    const { findings } = maskReport({ ...hostileReport(), findings: [{ ...first, samples }] });
    expect(findings[0]?.samples).toEqual([{ ...samples[0], value: "Aaa" }]);
  });

  it("hides a value that closes the quotation it stands in", () => {
    const [first] = hostileReport().findings;
    if (first === undefined) throw new Error("The fixture has no finding");
    const { findings } = maskReport({
      ...hostileReport(),
      findings: [{ ...first, message: "1 row holds “An” Onymous”.", samples: [] }],
    });
    expect(findings[0]?.message).toBe("1 row holds “Aa” Aaaaaaa”.");
  });
});

it("an acknowledged fault is suppressed in SARIF and no failure in JUnit", () => {
  const [first] = hostileReport().findings;
  if (first === undefined) throw new Error("The fixture has no finding");
  const report = {
    ...hostileReport(),
    findings: [{ ...first, acknowledged: { reason: "Known", until: "2027-01-01" } }],
  };
  expect(makeSarif(report, rules).runs[0]?.results[0]).toMatchObject({
    suppressions: [{ justification: "Known" }],
  });
  expect(junit(report)).not.toContain("<failure");
});

it("a warning fails in JUnit only when it was asked to", () => {
  const report = {
    ...hostileReport(),
    findings: hostileReport().findings.filter(({ outcome }) => outcome === "warning"),
  };
  const failures = (failOn: "fault" | "warning") =>
    [...makeJunit(report, { rules: ids, failOn })].join("").split("<failure").length - 1;
  expect([failures("fault"), failures("warning")]).toEqual([0, 1]);
});

it("every rule of the catalogue has words for SARIF's help", () => {
  const pages = readdirSync(join(import.meta.dirname, "../../docs/rules"));
  const { rules: told } = makeSarif(good(), rules).runs[0]?.tool.driver ?? { rules: [] };
  expect(told).toHaveLength(rules.length);
  for (const { id } of told) expect(pages).toContain(`${id}.md`);
  expect(readFileSync(join(import.meta.dirname, "../../docs/rules", `${told[0]?.id}.md`), "utf8")).toContain(
    told[0]?.shortDescription.text,
  );
});
