import { describe, expect, it } from "vitest";
import type { FindingJson, Report } from "../findings/report.ts";
import { compareRuns, hasNewFaults } from "./compare-runs.ts";
import { hostileReport } from "./hostile.fixture.ts";

const finding = (rule: string, count: number, more: Partial<FindingJson> = {}): FindingJson => ({
  rule,
  outcome: "fault",
  consequence: "none",
  count,
  message: "",
  why: "",
  fix: "",
  whoCanFix: "",
  source: "",
  certain: true,
  samples: [{ file: "monday/users.csv", line: 2, column: "id" }],
  ...more,
});

const run = (findings: FindingJson[], more: Partial<Report> = {}): Report => ({
  ...hostileReport(),
  causes: [],
  notChecked: [],
  files: ["monday/users.csv", "tuesday.zip/USERS.csv"].map((name) => ({
    ...(hostileReport().files[0] as Report["files"][number]),
    name,
    role: "users",
  })),
  findings,
  ...more,
});

const kinds = (first: Report, second: Report) => {
  const runs = compareRuns(first, second);
  const rules = (found: { rule: string }[]) => found.map(({ rule }) => rule);
  return {
    new: rules(runs.new),
    fixed: rules(runs.fixed),
    persisting: rules(runs.persisting),
    notLookedFor: rules(runs.notLookedFor),
    worse: hasNewFaults(runs),
  };
};

const none = { new: [], fixed: [], persisting: [], notLookedFor: [], worse: false };

describe("compareRuns", () => {
  it("tells new, fixed and persisting findings apart", () =>
    expect(kinds(run([finding("a", 1), finding("b", 2)]), run([finding("b", 2), finding("c", 1)]))).toEqual({
      ...none,
      new: ["c"],
      fixed: ["a"],
      persisting: ["b"],
      worse: true,
    }));

  it("knows a file by its role, whatever it is called that night", () =>
    expect(
      kinds(
        run([finding("a", 1)]),
        run([finding("a", 1, { samples: [{ file: "tuesday.zip/USERS.csv", line: 9, column: "id" }] })]),
      ),
    ).toEqual({ ...none, persisting: ["a"] }));

  it("tells two columns apart", () =>
    expect(
      kinds(
        run([finding("a", 1)]),
        run([finding("a", 1, { samples: [{ file: "monday/users.csv", column: "x" }] })]),
      ),
    ).toEqual({ ...none, new: ["a"], fixed: ["a"], worse: true }));

  it.each([
    ["more of a fault is a new fault", finding("a", 3), true],
    ["fewer are none", finding("a", 1), false],
    ["a warning is none", finding("w", 9, { outcome: "warning" }), false],
    [
      "nor is what the LEA acknowledged",
      finding("b", 9, { acknowledged: { reason: "", until: "2027-01-01" } }),
      false,
    ],
  ])("%s", (_, after, worse) => expect(kinds(run([finding("a", 2)]), run([after])).worse).toBe(worse));

  it("calls nothing fixed that the second run could not look for", () => {
    const blind = run([], { notChecked: [{ rule: "a", because: "users.csv is not in the package." }] });
    expect(kinds(run([finding("a", 1), finding("b", 1)]), blind)).toEqual({
      ...none,
      fixed: ["b"],
      notLookedFor: ["a"],
    });
    const unread = run([], { verdict: "could-not-check" });
    expect(kinds(run([finding("a", 1)]), unread)).toEqual({ ...none, notLookedFor: ["a"] });
  });
});
