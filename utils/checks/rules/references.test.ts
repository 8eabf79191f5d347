import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

const run = (example: Example) => runChecks(contextOf(example));
const only = async (example: Example, rule: string) =>
  (await run(example)).findings.filter((finding) => finding.rule === rule);

const terms = (value: string): Example => ({
  rows: { "classes.csv": [{ sourcedId: "H1", termSourcedIds: value }] },
});

describe("dangling-reference", () => {
  it.each([
    ["Y27", 0],
    ["Y27,Y27", 0],
    ["Y27, Y27", 0],
    ["Y27,Y28", 1],
    ["Y28", 1],
    ["  ", 0],
  ])("looks at each item of the list %j", async (value, count) => {
    expect(await only(terms(value), "dangling-reference")).toHaveLength(count);
  });

  it("counts rows, names the value most rows name, and keeps the places", async () => {
    const rows = ["P9", "P9", "P8"].map((user, index) => ({ sourcedId: `X${index}`, userSourcedId: user }));
    const [found] = await only({ rows: { "enrollments.csv": rows } }, "dangling-reference");
    expect(found).toMatchObject({
      outcome: "fault",
      count: 3,
      args: {
        file: "enrollments.csv",
        column: "userSourcedId",
        target: "users.csv",
        distinct: 2,
        example: "P9",
      },
    });
    expect(found?.samples.map(({ line, value }) => [line, value])).toEqual([
      [4, "P9"],
      [5, "P9"],
      [6, "P8"],
    ]);
  });

  it("says what it could not look at instead of reporting every row", async () => {
    const { findings, notChecked } = await run({ without: ["orgs.csv"] });
    expect(findings.map(({ rule }) => rule)).not.toContain("dangling-reference");
    expect(notChecked).toContainEqual({
      rule: "dangling-reference",
      because: { kind: "file-missing", file: "orgs.csv" },
    });
  });

  it("tells a file that could not be read from one that is not there", async () => {
    const { findings, notChecked } = await run({
      without: ["orgs.csv"],
      problems: [
        { kind: "encrypted-file", file: "package.zip/orgs.csv", fatal: true, count: 1, args: {}, places: [] },
      ],
    });
    expect(notChecked).toContainEqual({
      rule: "dangling-reference",
      because: { kind: "file-unreadable", file: "package.zip/orgs.csv" },
    });
    expect(findings.map(({ rule }) => rule)).not.toContain("missing-file");
  });

  it("is a note where the target holds changes only", async () => {
    const rows = {
      "manifest.csv": [{ propertyName: "file.users", value: "delta" }],
      "enrollments.csv": [{ sourcedId: "X1", userSourcedId: "P9" }],
    };
    const [found] = await only({ rows }, "dangling-reference");
    expect(found?.outcome).toBe("note");
  });
});

describe("lost-leading-zeros", () => {
  const course = (id: string) => [{ sourcedId: id, title: "A", orgSourcedId: "S1" }];

  it("names the key's file when the key lost its zeros", async () => {
    const rows = {
      "courses.csv": course("3100500"),
      "classes.csv": [{ sourcedId: "H1", courseSourcedId: "03100500" }],
    };
    const { findings } = await run({ rows });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: "lost-leading-zeros",
      cause: "leading-zeros-lost",
      args: { lostIn: "key", example: "03100500", meant: "3100500" },
    });
  });

  it("proves nothing when two keys share the number", async () => {
    const rows = {
      "courses.csv": [...course("0310"), ...course("00310")],
      "classes.csv": [{ sourcedId: "H1", courseSourcedId: "310" }],
    };
    const { findings } = await run({ rows });
    expect(findings.map(({ rule }) => rule)).toEqual(["dangling-reference"]);
  });

  it("absorbs what it explains and leaves the rest", async () => {
    const classes = ["310", "310", "999"].map((courseSourcedId, index) => ({
      sourcedId: `H${index + 2}`,
      title: "B",
      classType: "scheduled",
      courseSourcedId,
    }));
    const { findings } = await run({ rows: { "courses.csv": course("0310"), "classes.csv": classes } });
    const counts = Object.fromEntries(findings.map(({ rule, count }) => [rule, count]));
    expect(counts).toMatchObject({ "lost-leading-zeros": 2, "dangling-reference": 1 });
  });

  it("is proved by the length the LEA's policy gives", async () => {
    const rows = { "orgs.csv": [{ sourcedId: "S2", name: "B", type: "school", identifier: "15901001" }] };
    const settings = { idLengths: { "orgs.identifier": 9 } };
    const [found] = await only({ rows, settings }, "lost-leading-zeros");
    expect(found).toMatchObject({
      count: 1,
      args: { proof: "length", example: "15901001", meant: "015901001" },
    });
    expect(found?.samples[0]?.related).toBe("015901001");
  });

  it("leaves ids of another length that are no shorter numbers to identifier-malformed", async () => {
    const rows = { "orgs.csv": [{ sourcedId: "S2", name: "B", type: "school", identifier: "0159010011" }] };
    const settings = { idLengths: { "orgs.identifier": 9 } };
    const { findings } = await run({ rows, settings });
    expect(findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["identifier-malformed", "warning"],
    ]);
  });

  it.each([
    ["5", "05"],
    ["5,6", "05,06"],
    ["PK,5", "PK,05"],
  ])("puts the zero of the grade %j back as %j", async (grades, meant) => {
    const { findings } = await run({ rows: { "classes.csv": [{ sourcedId: "H1", grades }] } });
    expect(findings.map(({ rule, args }) => [rule, args.meant])).toEqual([["lost-leading-zeros", meant]]);
  });
});

describe("duplicate-key", () => {
  it("counts the rows after the first and points to the first", async () => {
    const rows = ["C2", "C3", "C2", "C2"].map((sourcedId) => ({ sourcedId, title: "A", orgSourcedId: "S1" }));
    const [found] = await only({ rows: { "courses.csv": rows } }, "duplicate-key");
    expect(found).toMatchObject({ count: 2, args: { distinct: 1, example: "C2" } });
    expect(found?.samples.map(({ line, related }) => [line, related])).toEqual([
      [5, "courses.csv:3"],
      [6, "courses.csv:3"],
    ]);
  });

  it("leaves blank keys to required-value-missing", async () => {
    const rows = [1, 2].map(() => ({ sourcedId: "", title: "A", orgSourcedId: "S1" }));
    const { findings } = await run({ rows: { "courses.csv": rows } });
    expect(findings.map(({ rule, count }) => [rule, count])).toEqual([["required-value-missing", 2]]);
  });
});

describe("lost-leading-zeros against the policy and the last file", () => {
  it("pads each item of a list", async () => {
    const rows = {
      "orgs.csv": [
        { sourcedId: "007", name: "B", type: "school" },
        { sourcedId: "7", name: "C", type: "school" },
      ],
      "users.csv": [{ sourcedId: "T1", orgSourcedIds: "007,7" }],
    };
    const [found] = await only(
      { rows, settings: { idLengths: { "users.orgSourcedIds": 3 } } },
      "lost-leading-zeros",
    );
    expect(found).toMatchObject({ count: 1, args: { example: "007,7", meant: "007,007" } });
  });

  it("looks at metadata columns the policy gives a length for", async () => {
    const rows = { "users.csv": [{ sourcedId: "P1", "metadata.stateUniqueId": "12345" }] };
    const settings = { idLengths: { "metadata.stateUniqueId": 10 } };
    const [found] = await only({ rows, settings }, "lost-leading-zeros");
    expect(found?.args).toMatchObject({ column: "metadata.stateUniqueId", meant: "0000012345" });
  });

  const student = (id: string): Example["rows"] => ({
    "users.csv": [{ sourcedId: id, username: "x" }],
    "demographics.csv": [{ sourcedId: id, birthDate: "2021-01-02" }],
  });
  const previous = [{ id: "0042", firstName: "Mía", lastName: "Núñez", birthDate: "2021-01-02" }];

  it("takes an id of the last file without its zeros for that, not for another id", async () => {
    const { findings } = await run({ rows: student("42") ?? {}, previous });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: "lost-leading-zeros",
      consequence: "duplicate-made",
      args: { proof: "previous", example: "42", meant: "0042" },
    });
  });

  it.each(["0042", "42x", "00042"])("does not take %s for it", async (id) => {
    expect(await only({ rows: student(id) ?? {}, previous }, "lost-leading-zeros")).toEqual([]);
  });
});
