import { expect, it } from "vitest";
import type { FindingJson, Report } from "../utils/findings/report.ts";
import { exitCodeOf } from "./exit-code.ts";
import { renderText } from "./text-report.ts";

const finding = (more: Partial<FindingJson>): FindingJson => ({
  rule: "dangling-reference",
  outcome: "fault",
  consequence: "row-dropped",
  count: 8855,
  message: "8,855 rows of enrollments.csv have a value in column userSourcedId that is not in users.csv.",
  why: "The receiver drops such a row.",
  fix: "Add them.",
  whoCanFix: "The vendor",
  source: "IMS",
  certain: true,
  samples: [{ file: "enrollments.csv", line: 2, value: "P1" }],
  ...more,
});

const report = (more: Partial<Report>): Report => ({
  tool: { name: "rosterguard", version: "1.0.0" },
  date: "2026-11-22",
  format: { id: "oneroster-1.1", confidence: 1, evidence: [] },
  system: null,
  verdict: "reject",
  files: [],
  totals: { rows: 9000, faults: 8971, warnings: 0, notes: 0 },
  findings: [],
  notChecked: [],
  plan: null,
  timings: {},
  ...more,
});

const stale = {
  id: "stale-file",
  kind: "stale-file",
  title: "Two files are not of one time or one selection",
  count: 8855,
  proof: "8,855 of 8,971 references name nothing.",
  fix: "Export both at the same moment.",
  repairable: false,
  explains: [{ rule: "dangling-reference", file: "enrollments.csv", column: "userSourcedId", count: 8855 }],
  samples: [],
};

it("says a cause before the findings, and of what it explains one line", () => {
  const text = renderText(
    report({
      causes: [stale],
      findings: [finding({ cause: "stale-file" }), finding({ count: 116, message: "116 rows." })],
    }),
  );
  const lines = text.split("\n");
  const at = (part: string) => lines.findIndex((line) => line.includes(part));
  expect(at("Root causes")).toBeGreaterThan(0);
  expect(at("Root causes")).toBeLessThan(at("Faults"));
  expect(lines[at("explains 8,855 rows") + 1]).toBe("  Proof: 8,855 of 8,971 references name nothing.");
  expect(lines[at("(root cause: stale-file)") + 1]).toContain("116 rows.");
  expect(text.match(/Why it matters/g)).toHaveLength(1);
});

it("lists what is acknowledged apart, with reason and last day, and what is over where it counts", () => {
  const until = { reason: "Closed school", until: "2027-01-31", by: "Data team" };
  const text = renderText(
    report({
      verdict: "accept",
      totals: { rows: 9000, faults: 8855, warnings: 0, notes: 0, acknowledged: 8855 },
      findings: [finding({ acknowledged: until })],
    }),
  );
  expect(text).toContain("8,855 of them acknowledged");
  expect(text).not.toContain("Faults\n");
  expect(text).toContain("  Until 2027-01-31, by Data team: Closed school");
  const over = renderText(
    report({ findings: [finding({ acknowledgementExpired: { ...until, until: "2026-10-01" } })] }),
  );
  expect(over).toContain("Faults\n");
  expect(over).toContain("Acknowledged until 2026-10-01, which is over: it counts again. (Closed school)");
});

it("does not fail on a warning that is acknowledged, and does on one that is not", () => {
  const warning = (acknowledged: boolean, count: number) =>
    finding({
      outcome: "warning",
      count,
      ...(acknowledged && { acknowledged: { reason: "x", until: "2027-01-31" } }),
    });
  const exit = (warnings: number, findings: FindingJson[]) =>
    exitCodeOf(
      report({ verdict: "accept", totals: { rows: 1, faults: 0, warnings, notes: 0 }, findings }),
      "warning",
    );
  expect(exit(3, [warning(true, 3)])).toBe(0);
  expect(exit(5, [warning(true, 3), warning(false, 2)])).toBe(1);
});
