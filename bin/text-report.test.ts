import { expect, test } from "vitest";
import type { Report } from "../utils/findings/report.ts";
import { renderText } from "./text-report.ts";

const report: Report = {
  tool: { name: "rosterguard", version: "0" },
  date: "2026-11-16",
  format: { id: "oneroster-1.1", confidence: 0.97, evidence: [] },
  system: "cli-engage",
  verdict: "reject",
  files: [
    {
      name: "users.csv",
      role: "users",
      rows: 1234,
      columns: 18,
      bytes: 99999,
      encoding: "utf-8",
      lineEnding: "lf",
      delimiter: "\t",
    },
  ],
  totals: { rows: 1234, faults: 7, warnings: 1, notes: 0 },
  findings: [
    {
      rule: "duplicate-key",
      outcome: "fault",
      consequence: "duplicate-made",
      count: 7,
      message: "7 rows repeat an id.",
      why: "It matters.",
      fix: "Fix it.",
      whoCanFix: "The registrar",
      source: "A standard",
      certain: false,
      samples: Array.from({ length: 7 }, (_, at) => ({
        file: "users.csv",
        line: at + 2,
        column: "sourcedId",
        value: `\u001b[2J${at}`,
      })),
    },
  ],
  notChecked: [{ rule: "no-page", because: "No page was given." }],
  plan: null,
  timings: {},
};

test("begins with the verdict and shows what, why, fix, source and the first places", () => {
  const lines = renderText(report).split("\n");
  expect(lines[0]).toBe("REJECTED: 7 faults, 1 warning, 0 notes in 1,234 rows.");
  expect(lines[1]).toBe("Format: oneroster-1.1 (97 %); receiver: cli-engage; made for 2026-11-16.");
  expect(lines).toContain("users.csv  users  1,234  18       99,999  utf-8     lf         tab");
  expect(lines).toContain("- 7 rows repeat an id. [duplicate-key]");
  expect(lines).toContain("  Source: A standard (assumed)");
  expect(lines.filter((line) => line.startsWith("    users.csv:"))).toHaveLength(5);
  expect(lines).toContain("    and 2 more");
  expect(lines).toContain("- no-page: No page was given.");
});

test("a value from a file cannot steer the terminal", () => {
  const text = renderText(report);
  expect(text).not.toContain("\u001b");
  expect(text).toContain("\\u001b[2J0");
});
