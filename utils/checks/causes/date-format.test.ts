import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

type Row = Record<string, string>;
const range = <T>(length: number, make: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => make(at));
const enroll = (people: readonly string[], more: (at: number) => Row = () => ({})): Row[] =>
  people.map((userSourcedId, at) => ({ sourcedId: `N${at}`, userSourcedId, ...more(at) }));

const explain = async (example: Example) => {
  const { findings, causes = [], notChecked } = await runChecks(contextOf(example));
  expect(notChecked.filter(({ because }) => because.kind === "our-fault")).toEqual([]);
  const countOf = (rule: string, isExplained: boolean) =>
    findings
      .filter((finding) => finding.rule === rule && (finding.cause !== undefined) === isExplained)
      .reduce((sum, { count }) => sum + count, 0);
  return { findings, causes, countOf };
};

describe("date-format", () => {
  const dates = (begin: (at: number) => string, end: (at: number) => string = () => "2027-05-29") =>
    explain({
      rows: {
        "enrollments.csv": enroll(
          range(12, () => "P1"),
          (at) => ({ beginDate: begin(at), endDate: end(at) }),
        ),
      },
    });

  it.each([
    ["M/D/YYYY", (at: number) => `8/${at + 17}/2026`],
    ["D/M/YYYY", (at: number) => `${at + 17}/8/2026`],
    ["M/D/YY", (at: number) => `8/${at + 17}/26`],
    ["D.M.YYYY", (at: number) => `${at + 1}.8.2026`],
    ["YYYY-M-D", (at: number) => `2026-8-${at + 14}`],
    ["YYYYMMDD", (at: number) => `202608${at + 17}`],
    ["M/D/YYYY", (at: number) => `8/${at + 17}/2026 0:00`],
    ["spreadsheet serial", (at: number) => `${46_251 + at}`],
  ])("is %s", async (format, write) => {
    // A year of two digits has no century, and a day number has two epochs.
    const repairable = !/YY$/.test(format.replace("YYYY", "")) && format !== "spreadsheet serial";
    const { causes } = await dates(write);
    expect(causes).toMatchObject([
      {
        kind: "date-format",
        count: 12,
        repairable,
        args: { format, fit: 12, of: 12, ambiguous: "no" },
      },
    ]);
  });

  it("says that day and month cannot be told apart, and offers no copy", async () => {
    const { causes } = await dates((at) => `8/${at + 1}/2026`);
    expect(causes).toMatchObject([
      { repairable: false, args: { formats: "M/D/YYYY, D/M/YYYY", ambiguous: "yes", fit: 12 } },
    ]);
  });

  it("takes the proof from another column of the same file", async () => {
    const { causes } = await dates(
      (at) => `8/${at + 1}/2026`,
      (at) => `5/${at + 17}/2027`,
    );
    // The copy is mended column by column, and the first by itself proves nothing.
    expect(causes).toMatchObject([
      { repairable: false, count: 24, args: { format: "M/D/YYYY", columns: 2 } },
    ]);
  });

  it("leaves what fits no format listed, and does not speak where there is no one format", async () => {
    const most = await dates((at) => (at === 3 ? "soon" : `8/${at + 17}/2026`));
    expect(most.causes).toEqual([]);
    const nearly = await explain({
      rows: {
        "enrollments.csv": enroll(
          range(40, () => "P1"),
          (at) => ({
            beginDate: at === 3 ? "soon" : `8/${(at % 28) + 1}/2026`,
          }),
        ),
      },
    });
    expect(nearly.causes).toMatchObject([{ kind: "date-format", count: 39, args: { fit: 39, of: 40 } }]);
    expect(nearly.countOf("date-malformed", true)).toBe(39);
    expect(nearly.countOf("date-malformed", false)).toBe(1);
  });
});
