import { expect, test } from "vitest";
import type { Report } from "../utils/findings/report.ts";
import { exitCodeOf } from "./exit-code.ts";

const report = (verdict: Report["verdict"], warnings = 0, notChecked: string[] = []): Report => ({
  tool: { name: "rosterguard", version: "0" },
  date: "2026-11-16",
  format: { id: "oneroster-1.1", confidence: 1, evidence: [] },
  system: null,
  verdict,
  files: [],
  totals: { rows: 0, faults: verdict === "reject" ? 1 : 0, warnings, notes: 0 },
  findings: [],
  notChecked: notChecked.map((rule) => ({ rule, because: "" })),
  plan: null,
  timings: {},
});

test.each([
  ["accepted", report("accept"), [0, 0, 0]],
  ["warned", report("accept", 2), [0, 1, 0]],
  ["rejected", report("reject"), [1, 1, 0]],
  ["rejected and warned", report("reject", 2), [1, 1, 0]],
  ["not checked", report("could-not-check"), [3, 3, 3]],
  ["not compared although asked", report("accept", 0, ["compare-with-previous"]), [3, 3, 3]],
  ["a rule that had nothing to look at", report("accept", 0, ["internal-id-changed"]), [0, 0, 0]],
] as const)("%s", (_, made, codes) => {
  expect((["fault", "warning", "never"] as const).map((failOn) => exitCodeOf(made, failOn))).toEqual(codes);
});
