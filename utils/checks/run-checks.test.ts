import { describe, expect, it } from "vitest";
import { contextOf } from "../../test/sample-package.ts";
import { sampleLimit } from "../findings/finding.ts";
import { needNothing } from "./needs.ts";
import type { Raised, Rule } from "./rule.ts";
import { runChecks } from "./run-checks.ts";

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  outcome: "warning",
  consequence: "none",
  whoCanFix: "school",
  source: "test",
  certain: true,
  needs: needNothing,
  check: () => [],
  ...more,
});

function* placesForever() {
  for (let line = 2; ; line++) yield { file: "users.csv", line };
}

const raised = (count: number, more: Partial<Raised> = {}): Raised => ({
  count,
  args: { file: "users.csv" },
  places: placesForever(),
  ...more,
});

describe("runChecks", () => {
  it("keeps counts exact and samples few, without asking for more places than it keeps", async () => {
    const { findings } = await runChecks(contextOf(), {
      rules: [rule("many", { check: () => [raised(7_000_000)] })],
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.count).toBe(7_000_000);
    expect(findings[0]?.samples).toHaveLength(sampleLimit);
  });

  it("lists a rule that throws as not checked and goes on with the others", async () => {
    const broken = rule("broken", {
      *check() {
        yield raised(1);
        throw new TypeError("no such column");
      },
    });
    const result = await runChecks(contextOf(), {
      rules: [broken, rule("fine", { check: () => [raised(2)] })],
    });
    expect(result.findings.map((finding) => finding.rule)).toEqual(["fine"]);
    expect(result.notChecked).toEqual([
      { rule: "broken", because: { kind: "our-fault", detail: "no such column" } },
    ]);
  });

  it("also when its places throw", async () => {
    const places = (function* () {
      yield { file: "users.csv" };
      throw new RangeError("row out of range");
    })();
    const { findings, notChecked } = await runChecks(contextOf(), {
      rules: [rule("broken", { check: () => [raised(2, { places })] })],
    });
    expect(findings).toEqual([]);
    expect(notChecked[0]?.because).toMatchObject({ kind: "our-fault" });
  });

  it("puts faults first, then by count", async () => {
    const check = () => [
      raised(5),
      raised(9),
      raised(1, { outcome: "fault" }),
      raised(99, { outcome: "note" }),
    ];
    const { findings } = await runChecks(contextOf(), { rules: [rule("mixed", { check })] });
    expect(findings.map(({ outcome, count }) => [outcome, count])).toEqual([
      ["fault", 1],
      ["warning", 9],
      ["warning", 5],
      ["note", 99],
    ]);
  });

  it("runs only rules of the format and of the receiver, and takes CLI Engage's own formats for its", async () => {
    const rules = [
      rule("cli-only", { systems: ["cli-engage"], check: () => [raised(1)] }),
      rule("workbook-only", { formats: ["cli-engage-workbook"], check: () => [raised(1)] }),
      rule("unmet", { needs: () => ({ kind: "no-page" }), check: () => [raised(1)] }),
    ];
    const plain = await runChecks(contextOf(), { rules });
    expect(plain).toEqual({ findings: [], notChecked: [{ rule: "unmet", because: { kind: "no-page" } }] });
    const workbook = await runChecks(contextOf({ format: "cli-engage-workbook" }), { rules });
    expect(workbook.findings.map((finding) => finding.rule)).toEqual(["cli-only", "workbook-only"]);
  });

  it("yields between rules and stops when it is cancelled", async () => {
    const signal = { aborted: false };
    const ran: string[] = [];
    const note = (id: string) => {
      ran.push(id);
      return [];
    };
    const rules = ["a-1", "b-2", "c-3"].map((id) => rule(id, { check: () => note(id) }));
    const yieldNow = async () => {
      if (ran.length === 2) signal.aborted = true;
    };
    await expect(runChecks(contextOf(), { rules, signal, yieldNow })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(ran).toEqual(["a-1", "b-2"]);
  });

  it("says what is wrong with files even when nobody knows their format", async () => {
    const context = contextOf({
      format: "unknown",
      problems: [{ kind: "truncated-zip", file: "a.zip", fatal: true, count: 1, args: {}, places: [] }],
    });
    const { findings, notChecked } = await runChecks(context);
    expect(findings.map((finding) => finding.rule)).toEqual(["truncated-zip"]);
    expect(notChecked).toEqual([]);
  });
});

describe("onFinding", () => {
  it("hears of every place once, also of those the finding does not keep", async () => {
    const all = Array.from({ length: sampleLimit + 1500 }, (_, index) => ({
      file: "users.csv",
      line: index + 2,
    }));
    const lines: number[] = [];
    const many = rule("ragged-rows", {
      check: () => [{ count: all.length, args: { file: "users.csv" }, places: all.values() }],
    });
    const { findings } = await runChecks(contextOf(), {
      rules: [many],
      onFinding: (finding, places) => {
        expect(finding.count).toBe(all.length);
        for (const { line = 0 } of places) lines.push(line);
      },
    });
    expect(findings[0]?.samples).toEqual(all.slice(0, sampleLimit));
    expect(lines).toEqual(all.map(({ line }) => line));
  });
});
