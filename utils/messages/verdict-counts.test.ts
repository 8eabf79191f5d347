import { describe, expect, it } from "vitest";
import { hostileReport } from "../exports/hostile.fixture.ts";
import type { Report } from "../findings/report.ts";
import { countVerdict } from "./verdict-counts.ts";

const known = { reason: "Agreed with the campus", until: "2027-01-31" };

/** A report of these findings: outcome, count, and whether the LEA has acknowledged it. */
const reportOf = (...given: ["fault" | "warning", number, ("known" | "missing-file")?][]): Report => {
  const base = hostileReport();
  const findings = given.map(([outcome, count, more]) => ({
    ...base.findings[0]!,
    rule: more === "missing-file" ? more : "duplicate-key",
    outcome,
    count,
    samples: [{ file: "orgs.csv" }],
    ...(more === "known" ? { acknowledged: known } : {}),
  }));
  const sum = (of: string) =>
    findings.reduce((all, { outcome, count }) => all + (outcome === of ? count : 0), 0);
  return {
    ...base,
    verdict: "reject",
    findings,
    totals: { rows: 100, faults: sum("fault"), warnings: sum("warning"), notes: 0 },
  };
};
const linesOf = (report: Report, language: "en" | "es" = "en", together?: number) =>
  countVerdict(report, language, together === undefined ? undefined : { together }).lines;

describe("what a page is told of faults that the LEA has acknowledged", () => {
  it("counts them apart, and none among those that hold", () => {
    const report = reportOf(["fault", 9], ["fault", 3, "known"], ["warning", 2, "known"]);
    expect(countVerdict(report, "en")).toMatchObject({ faults: 9, warnings: 0 });
    expect(linesOf(report)).toEqual(
      expect.arrayContaining([
        "Faults: 12, 3 of them acknowledged by your LEA.",
        "Warnings: 2, 2 of them acknowledged by your LEA.",
      ]),
    );
    expect(linesOf(report, "es")).toEqual(
      expect.arrayContaining(["Errores: 12, de ellos 3 aceptados por su LEA."]),
    );
  });

  it("says nothing of acknowledging where nothing is", () =>
    expect(linesOf(reportOf(["fault", 9]))).toContain("Faults: 9."));

  it("leaves a file that is still to come out of both counts", () => {
    const report = reportOf(["fault", 1, "missing-file"], ["fault", 4, "known"]);
    expect(countVerdict(report, "en", { together: 1 })).toMatchObject({
      verdict: "could-not-check",
      faults: 0,
    });
    expect(linesOf(report, "en", 1)).toContain("Faults: 4, 4 of them acknowledged by your LEA.");
  });
});

it.each([
  [1, "1 row in 1 file was read.", "Se leyó 1 fila en 1 archivo."],
  [1001, "1,001 rows in 1 file were read.", "Se leyeron 1,001 filas en 1 archivo."],
])("says that %i rows were read as people say it", (rows, english, spanish) => {
  const report = {
    ...reportOf(),
    files: reportOf().files.slice(0, 1),
    totals: { rows, faults: 0, warnings: 0, notes: 0 },
  };
  expect(linesOf(report)[0]).toBe(english);
  expect(linesOf(report, "es")[0]).toBe(spanish);
});
