import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/sample-package.ts";
import { runChecks } from "../checks/run-checks.ts";
import { acknowledge, countAcknowledged } from "./acknowledge.ts";
import type { Acknowledgement, Finding } from "./finding.ts";
import { verdictOf } from "./order.ts";

const finding: Finding = {
  rule: "dangling-reference",
  outcome: "fault",
  consequence: "row-dropped",
  count: 2,
  args: { file: "export.zip/enrollments.csv", column: "schoolSourcedId", distinct: 1 },
  samples: [2, 3].map((line) => ({
    file: "export.zip/enrollments.csv",
    line,
    column: "schoolSourcedId",
    value: "S9",
  })),
};
const known = (more: Partial<Acknowledgement> = {}): Acknowledgement => ({
  rule: "dangling-reference",
  reason: "Closed school, leaves in January",
  until: "2026-11-22",
  ...more,
});

describe("an acknowledgement", () => {
  it.each<[string, Partial<Acknowledgement>]>([
    ["its rule alone", {}],
    ["the file's own name", { file: "Enrollments.csv" }],
    ["the column", { file: "enrollments.csv", column: "schoolsourcedid" }],
    ["the value all its places have", { value: "S9" }],
  ])("holds by %s, on its last day too", (_by, more) => {
    expect(acknowledge(finding, [known(more)], "2026-11-22").acknowledged).toEqual({
      reason: "Closed school, leaves in January",
      until: "2026-11-22",
    });
  });

  it.each<[string, Partial<Acknowledgement>]>([
    ["rule", { rule: "duplicate-key" }],
    ["file", { file: "users.csv" }],
    ["column", { column: "userSourcedId" }],
    ["value", { value: "S8" }],
  ])("does not hold for another %s", (_what, more) => {
    expect(acknowledge(finding, [known(more)], "2026-11-22")).toEqual(finding);
  });

  it("is over the day after, says so, and rejects again", () => {
    const over = acknowledge(finding, [known({ by: "Data team" })], "2026-11-23");
    expect(over.acknowledged).toBeUndefined();
    expect(over.acknowledgementExpired).toEqual({
      reason: known().reason,
      until: "2026-11-22",
      by: "Data team",
    });
    expect(verdictOf([over], [], [])).toBe("reject");
    expect(countAcknowledged([over])).toBe(0);
  });

  it("that holds longer goes before one that is over", () => {
    const said = acknowledge(
      finding,
      [known({ until: "2026-01-01" }), known({ until: "2026-12-01" })],
      "2026-11-22",
    );
    expect(said.acknowledged?.until).toBe("2026-12-01");
    expect(verdictOf([said], [], [])).toBe("accept");
    expect(verdictOf([said, finding], [], [])).toBe("reject");
  });
});

describe("an acknowledged value", () => {
  const example = {
    rows: {
      "enrollments.csv": ["S8", "S8", "S9"].map((schoolSourcedId, at) => ({
        sourcedId: `N${at}`,
        userSourcedId: "P1",
        schoolSourcedId,
      })),
    },
  };
  const check = (acknowledged: Acknowledgement[]) =>
    runChecks(contextOf({ ...example, settings: { acknowledged } }));
  const parts = (findings: readonly Finding[]) =>
    findings
      .filter(({ rule }) => rule === "dangling-reference")
      .map(({ count, acknowledged, args }) => [count, acknowledged !== undefined, args.example]);

  it("takes its rows apart from the others, which still count", async () => {
    const plain = await check([]);
    expect(parts(plain.findings)).toEqual([[3, false, "S8"]]);
    const { findings } = await check([known({ file: "enrollments.csv", value: "S8" })]);
    expect(parts(findings)).toEqual([
      [2, true, "S8"],
      [1, false, "S9"],
    ]);
    expect(countAcknowledged(findings)).toBe(2);
    expect(verdictOf(findings, [], [])).toBe("reject");
  });

  it("hides no value that is new", async () => {
    const { findings } = await check([known({ value: "S7" })]);
    expect(parts(findings)).toEqual([[3, false, "S8"]]);
  });
});
