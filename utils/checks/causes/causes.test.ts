import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

type Row = Record<string, string>;
const range = <T>(length: number, make: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => make(at));
const id = (at: number): string => `${at}`.padStart(6, "0");

const users = (ids: readonly string[], more: Row = {}): Row[] =>
  ids.map((sourcedId) => ({ sourcedId, username: `u${sourcedId}`, ...more }));
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

describe("a finding of which a cause explains a part", () => {
  const ids = range(40, (at) => id(at + 1));
  const people = [
    ...ids.map((one) => one.replace(/^0+/, "")),
    ...range(30, (at) => `X${at % 3}`),
    "Y1",
    "Y2",
  ];
  const example = { rows: { "users.csv": users(ids), "enrollments.csv": enroll(people) } };

  it("is two findings whose counts add up, each with the facts of its own rows", async () => {
    const { findings, causes } = await explain(example);
    expect(causes).toMatchObject([
      { id: "leading-zeros-lost", count: 40, args: { matched: 40, of: 72 }, repairable: true },
      { id: "missing-record", count: 30, args: { ids: "X0, X1, X2", absent: 3, rows: 30, of: 32 } },
    ]);
    const dangling = findings.filter(({ rule }) => rule === "dangling-reference");
    expect(dangling).toMatchObject([
      { cause: "missing-record", count: 30, args: { distinct: 3, exampleRows: 10 } },
      { count: 2, args: { distinct: 2, example: "Y1", exampleRows: 1 } },
    ]);
    expect(dangling[1]).not.toHaveProperty("cause");
    expect(dangling[1]?.samples.map(({ value }) => value)).toEqual(["Y1", "Y2"]);
  });

  it("whatever the order of the rows", async () => {
    const inOrder = await explain(example);
    const facts = ({ findings, causes }: typeof inOrder) => ({
      causes: causes.map(({ samples: _, ...one }) => ({
        ...one,
        args: { ...one.args, example: "", meant: "" },
      })),
      findings: findings
        .map(({ rule, count, cause, args }) => `${rule} ${args.column} ${cause} ${count} ${args.distinct}`)
        .sort(),
    });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(people, { minLength: people.length }), async (shuffled) => {
        const other = await explain({
          rows: { "users.csv": users([...ids].reverse()), "enrollments.csv": enroll(shuffled) },
        });
        expect(facts(other)).toEqual(facts(inOrder));
      }),
      { numRuns: 10 },
    );
  });
});

describe("stale-file", () => {
  const old = range(20, (at) => `A${at}`);
  const young = range(20, (at) => `B${at}`);
  const at = (day: string): Row => ({ status: "active", dateLastModified: `${day}T06:00:00.000Z` });

  it("is proved by the days on which rows were changed", async () => {
    const { causes } = await explain({
      rows: {
        "users.csv": users(old, at("2026-06-01")),
        "enrollments.csv": [
          ...enroll(old, () => at("2026-05-01")),
          ...enroll(young, () => at("2026-09-10")).map((row) => ({ ...row, sourcedId: `M${row.sourcedId}` })),
        ],
      },
    });
    expect(causes).toMatchObject([
      {
        kind: "stale-file",
        count: 20,
        args: { proof: "dates", stale: "users.csv", last: "2026-06-01", other: "2026-09-10", after: 20 },
      },
    ]);
  });

  it("is proved by two files that have next to nothing in common", async () => {
    const { causes } = await explain({
      rows: { "users.csv": users(old), "enrollments.csv": enroll(young) },
    });
    expect(causes).toMatchObject([
      { kind: "stale-file", count: 20, args: { proof: "distance", dangling: 20, unnamed: 20 } },
    ]);
  });

  it("is not said without a proof", async () => {
    const { causes, countOf } = await explain({
      rows: { "users.csv": users(old), "enrollments.csv": enroll([...old, ...young]) },
    });
    expect(causes).toEqual([]);
    expect(countOf("dangling-reference", false)).toBe(20);
  });
});

describe("file-truncated", () => {
  const all = range(60, (at) => id(at + 1));
  const cut = (more: Example["problems"], kept = all.slice(0, 30)) =>
    explain({
      rows: { "users.csv": users(kept), "enrollments.csv": enroll(all) },
      ...(more && { problems: more }),
    });
  const short = (line: number): Example["problems"] => [
    {
      kind: "ragged-rows",
      file: "users.csv",
      fatal: false,
      count: 1,
      args: {},
      places: [{ line, value: "4 of 18 cells" }],
    },
  ];

  it("is told by a last row that breaks off, when all that is missing comes after it", async () => {
    // Two people of the sample come before the thirty: the last row is on line 33.
    const { causes } = await cut(short(33));
    expect(causes).toMatchObject([
      { kind: "file-truncated", count: 30, args: { sign: "last-row", behind: 30 } },
    ]);
  });

  it("is not told by a short row elsewhere, nor when what is missing is spread over the file", async () => {
    expect((await cut(short(20))).causes.filter(({ kind }) => kind === "file-truncated")).toEqual([]);
    const spread = await cut(
      short(33),
      all.filter((_, at) => at % 2 === 1),
    );
    expect(spread.causes.filter(({ kind }) => kind === "file-truncated")).toEqual([]);
  });
});

it("two columns that changed places are one cause", async () => {
  const header = [
    "sourcedId",
    "status",
    "dateLastModified",
    "classSourcedId",
    "schoolSourcedId",
    "userSourcedId",
    "role",
    "primary",
    "beginDate",
    "endDate",
  ];
  const row = (at: number) => [`N${at}`, "", "", "H1", "S1", "student", "P1", "", "2026-08-17", "2027-05-29"];
  const { causes } = await explain({
    whole: {
      "enrollments.csv": [
        header,
        ...range(15, row),
        ["E2", "", "", "H1", "S1", "T1", "teacher", "true", "", ""],
      ],
    },
  });
  expect(causes).toMatchObject([
    {
      kind: "column-shifted",
      count: 30,
      args: { how: "swapped", column: "userSourcedId", neighbour: "role", rows: 15 },
    },
  ]);
});

it("a letter that is lost is no reason to offer a copy", async () => {
  const fields = {
    "users.csv": { sourcedId: { type: "identifier" as const } },
    "enrollments.csv": { userSourcedId: { type: "identifier" as const } },
  };
  const names = range(12, (at) => `Mu${String.fromCharCode(97 + at)}\u00f1oz`);
  const { causes } = await explain({
    fields,
    rows: {
      "users.csv": names.map((sourcedId, at) => ({ sourcedId, username: `u${at}` })),
      "enrollments.csv": enroll(names.map((name) => name.replace("\u00f1", "\uFFFD"))),
    },
  });
  expect(causes).toMatchObject([
    {
      kind: "file-re-encoded",
      repairable: false,
      args: { how: "replaced", file: "enrollments.csv", meant: "Mua\u00f1oz" },
    },
  ]);
  expect(causes[0]?.explains).toContainEqual({
    rule: "dangling-reference",
    file: "enrollments.csv",
    column: "userSourcedId",
    count: 12,
  });
});

it("a handful of wrong values needs no cause", async () => {
  const { causes } = await explain({
    rows: {
      "enrollments.csv": enroll(
        range(9, () => "P1"),
        () => ({ schoolSourcedId: "S9", beginDate: "8/17/2026" }),
      ),
    },
  });
  expect(causes).toEqual([]);
});
