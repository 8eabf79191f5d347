import { describe, expect, it } from "vitest";
import { describeFinding, describeNotChecked, describePlace, wordsOf } from "./describe.ts";
import type { Finding, NotCheckedReason } from "./finding.ts";
import { sortFindings, verdictOf } from "./order.ts";
import { FindingJson } from "./report.ts";

const meta = { whoCanFix: "registrar", source: "a standard", certain: true };
const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: "required-value-missing",
  outcome: "fault",
  consequence: "row-dropped",
  count: 1,
  args: { file: "users.csv", column: "familyName" },
  samples: [{ file: "users.csv", line: 12, column: "familyName", value: "" }],
  ...more,
});

describe("describeFinding", () => {
  it.each([
    ["en", 1, "1 row of users.csv has no familyName, which is required."],
    ["en", 12345, "12,345 rows of users.csv have no familyName, which is required."],
    ["es", 1, "1 fila de users.csv no tiene familyName, que es obligatorio."],
    ["es", 2, "2 filas de users.csv no tienen familyName, que es obligatorio."],
  ] as const)("in %s, %i times", (language, count, message) => {
    const made = describeFinding(finding({ count }), meta, language);
    expect(made.message).toBe(message);
    expect(FindingJson.safeParse(made).success).toBe(true);
  });

  it.each([
    ["the zip of its own files", undefined, "a.zip/classes.csv", "enrollments.csv", "classes.csv"],
    [
      "nothing that its files do not share",
      undefined,
      "b.zip/classes.csv",
      "a.zip/enrollments.csv",
      "b.zip/classes.csv",
    ],
    ["the zip of the report", "a.zip/", "a.zip/classes.csv", "enrollments.csv", "classes.csv"],
    [
      "nothing in a report of several zips",
      "",
      "a.zip/classes.csv",
      "a.zip/enrollments.csv",
      "a.zip/classes.csv",
    ],
  ] as const)(
    "leaves out %s in its sentences, not in its samples",
    (_what, container, target, file, named) => {
      const args = { file: "a.zip/enrollments.csv", column: "classSourcedId", target };
      const samples = [{ file: "a.zip/enrollments.csv", line: 62 }];
      const dangling = finding({ rule: "dangling-reference", count: 8, args, samples });
      const made = describeFinding(dangling, meta, "en", container);
      expect(made.message).toContain(`8 rows of ${file} have a value in column classSourcedId`);
      expect(made.message).toContain(`not in ${named}`);
      expect(made.samples).toEqual(samples);
    },
  );

  it("names the field's own source where the finding has one", () => {
    expect(describeFinding(finding(), meta)).toMatchObject({ source: "a standard", certain: true });
    const assumed = finding({ source: "proposed", certain: false });
    expect(describeFinding(assumed, meta)).toMatchObject({ source: "proposed", certain: false });
  });

  it("refuses a rule without words, also one named like a member of every object", () => {
    for (const rule of ["no-such-rule", "constructor"])
      expect(() => wordsOf(rule, "en")).toThrow(/has no words/);
  });
});

describe("describePlace", () => {
  const place = { file: "users.csv", line: 12, column: "grades", value: "8-Jun", related: "06" };
  it.each([
    ["en", place, "users.csv, line 12, column grades: “8-Jun” (see 06)"],
    ["es", place, "users.csv, línea 12, columna grades: «8-Jun» (véase 06)"],
    ["en", { file: "a.zip" }, "a.zip"],
  ] as const)("in %s", (language, one, text) => expect(describePlace(one, language)).toBe(text));
});

describe("describeNotChecked", () => {
  const reasons: NotCheckedReason[] = [
    { kind: "file-missing", file: "orgs.csv" },
    { kind: "file-unreadable", file: "orgs.csv" },
    { kind: "column-missing", file: "orgs.csv", column: "type" },
    { kind: "no-previous" },
    { kind: "no-page" },
    { kind: "no-manifest" },
    { kind: "no-roster", format: "Ohio roster verification" },
    { kind: "delta-file", file: "users.csv" },
    { kind: "not-configured", setting: "metadataColumns" },
    { kind: "our-fault", detail: "index out of range" },
  ];
  it.each(reasons)("gives a sentence in both languages for $kind", (because) => {
    for (const language of ["en", "es"] as const) {
      expect(describeNotChecked({ rule: "x", because }, language)).toMatch(
        /^\p{Lu}.+\.$|^orgs\.csv .+\.$|^users\.csv .+\.$/u,
      );
    }
    expect(describeNotChecked({ rule: "x", because }, "en")).not.toBe(
      describeNotChecked({ rule: "x", because }, "es"),
    );
  });
});

describe("sortFindings and verdictOf", () => {
  it("keeps an order that does not depend on the one it was given", () => {
    const all = [
      finding({ outcome: "note", count: 9 }),
      finding({ count: 2, args: { file: "b.csv" } }),
      finding({ count: 2, args: { file: "a.csv" } }),
      finding({ outcome: "warning", count: 5 }),
      finding({ count: 3 }),
    ];
    const expected = [3, 2, 2, 5, 9];
    expect(sortFindings(all).map(({ count }) => count)).toEqual(expected);
    expect(sortFindings([...all].reverse())).toEqual(sortFindings(all));
  });

  it("puts what explains the most first, within an outcome", () => {
    const rules = ["dangling-reference", "missing-file", "missing-column", "unclosed-quote"];
    const all = rules.map((rule, i) => finding({ rule, count: 1000 - i }));
    const note = finding({ rule: "empty-file", outcome: "note" });
    expect(sortFindings([note, ...all]).map(({ rule }) => rule)).toEqual([...rules.reverse(), "empty-file"]);
  });

  const unreadable = { rule: "x", because: { kind: "file-unreadable", file: "a.csv" } } as const;
  it.each([
    ["reject", [finding()], [unreadable], [{ fatal: true }], undefined],
    [
      "accept",
      [finding({ outcome: "warning" })],
      [{ rule: "x", because: { kind: "no-previous" } }],
      [{ fatal: false }],
      "cli-engage",
    ],
    ["could-not-check", [], [unreadable], [], undefined],
    ["could-not-check", [], [], [{ fatal: true }], undefined],
    ["could-not-check", [], [], [], "unknown"],
    ["could-not-check", [], [{ rule: "x", because: { kind: "our-fault", detail: "" } }], [], undefined],
  ] as const)("is %s", (verdict, findings, notChecked, problems, format) => {
    expect(verdictOf(findings, notChecked, problems, format)).toBe(verdict);
  });
});
