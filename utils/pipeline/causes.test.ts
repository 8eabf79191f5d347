import { describe, expect, it } from "vitest";
import { Report } from "../findings/report.ts";
import { type CheckOptions, checkPackage } from "../pipeline.ts";
import { defaultPolicy } from "../policy/default-policy.ts";
import type { SourceFile } from "../table/source.ts";

/**
 * Two cases that public sets showed, made again in their numbers: 97 % of 14,595 references that lost their zeros, and
 * 8,855 of 8,971 references to nothing that one stale file makes.
 */
const csv = (name: string, header: string, rows: readonly string[]): SourceFile => ({
  name,
  blob: new Blob([`${[header, ...rows].join("\n")}\n`]),
});
const range = <T>(length: number, make: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => make(at));

const usersHeader =
  "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName";
const user = (id: string): string => `${id},,,true,S1,teacher,u${id},Ana,Ortiz`;
const enrollmentsHeader =
  "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";
const enrollment = (at: number, id: string): string =>
  `E${at},,,H1,S1,${id},teacher,false,2026-08-17,2027-05-29`;

const around: SourceFile[] = [
  csv("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", [
    "S1,,,Lakeview,school,,D1",
    "D1,,,Lakeview ISD,district,,",
  ]),
  csv(
    "academicSessions.csv",
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
    ["Y27,,,2026-2027,schoolYear,2026-08-17,2027-05-29,,2027"],
  ),
  csv(
    "courses.csv",
    "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
    ["C1,,,Y27,PK,,,S1,,"],
  ),
  csv(
    "classes.csv",
    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    ["H1,,,Ortiz AM,PK,C1,,homeroom,,S1,Y27,,,"],
  ),
];

const check = async (
  people: readonly string[],
  referred: readonly string[],
  more: Partial<CheckOptions> = {},
) => {
  const sources = [
    ...around,
    csv("users.csv", usersHeader, people.map(user)),
    csv(
      "enrollments.csv",
      enrollmentsHeader,
      referred.map((id, at) => enrollment(at, id)),
    ),
  ];
  const { report } = await checkPackage(sources, {
    date: "2026-11-22",
    now: "2026-11-22T08:00:00Z",
    version: "0.0.0",
    plan: false,
    ...more,
  });
  expect(Report.safeParse(report).error?.issues).toBeUndefined();
  const dangling = report.findings.filter(({ rule }) => rule === "dangling-reference");
  return { report, dangling, causes: report.causes ?? [] };
};

describe("14,595 teacher references that point nowhere, of which 97 % lost their zeros", () => {
  const teachers = range(900, (at) => `${at + 1}`.padStart(7, "0"));
  const referred = [
    ...range(14_157, (at) => `${(at % 900) + 1}`),
    // People who left: no one of them is a cause.
    ...range(438, (at) => `X${at}`),
  ];

  it("are one cause with its proof, and 438 that stay listed", async () => {
    const { causes, dangling } = await check(teachers, referred);
    expect(causes.map(({ id, count, repairable }) => ({ id, count, repairable }))).toEqual([
      { id: "leading-zeros-lost", count: 14_157, repairable: true },
    ]);
    expect(causes[0]?.proof).toContain(
      "14,157 of 14,595 references to nothing (97 %) match a record of users.csv",
    );
    expect(dangling.map(({ count, cause }) => [count, cause])).toEqual([[438, undefined]]);
  });
});

describe("8,971 references that point nowhere, of which 8,855 come from a stale file", () => {
  const people = range(2000, (at) => `N${at}`);
  // Last year's enrollments name last year's people; of this year's demographics 116 name nobody.
  const referred = [...range(8855, (at) => `L${at % 3000}`), ...range(60, (at) => `N${at}`)];
  const strays = (): SourceFile =>
    csv(
      "demographics.csv",
      "sourcedId,status,dateLastModified,birthDate,sex",
      [...people, ...range(116, (at) => `Z${at}`)].map((id) => `${id},,,1990-03-09,female`),
    );

  const stale = async (more: Partial<CheckOptions> = {}) => {
    const sources = [
      ...around,
      csv("users.csv", usersHeader, people.map(user)),
      csv(
        "enrollments.csv",
        enrollmentsHeader,
        referred.map((id, at) => enrollment(at, id)),
      ),
      strays(),
    ];
    const { report } = await checkPackage(sources, {
      date: "2026-11-22",
      now: "2026-11-22T08:00:00Z",
      version: "0.0.0",
      plan: false,
      ...more,
    });
    return report;
  };

  it("are one cause, and the 116 others stay listed", async () => {
    const { causes = [], findings, totals } = await stale();
    expect(causes).toMatchObject([{ id: "stale-file", count: 8855 }]);
    expect(causes[0]?.proof).toContain("this explains 8,855 of all 8,971 references to nothing");
    const dangling = findings.filter(({ rule }) => rule === "dangling-reference");
    expect(dangling.map(({ count, cause }) => [count, cause])).toEqual([
      [8855, "stale-file"],
      [116, undefined],
    ]);
    expect(totals.faults).toBeGreaterThanOrEqual(8971);
    expect(totals).not.toHaveProperty("acknowledged");
  });

  it("reject no longer once the LEA has acknowledged every fault, until the day after the last", async () => {
    const plain = await stale();
    const rules = new Set(
      plain.findings.filter(({ outcome }) => outcome === "fault").map(({ rule }) => rule),
    );
    const policy = {
      ...defaultPolicy("America/Chicago"),
      acknowledged: [...rules].map((rule) => ({
        rule,
        reason: "Year end",
        until: "2026-11-22",
        by: "Data team",
      })),
    };
    const known = await stale({ policy });
    expect(plain.verdict).toBe("reject");
    expect(known.verdict).toBe("accept");
    expect(known.totals).toEqual({ ...plain.totals, acknowledged: plain.totals.faults });
    expect(known.findings.find(({ rule }) => rule === "dangling-reference")?.acknowledged).toEqual({
      reason: "Year end",
      until: "2026-11-22",
      by: "Data team",
    });
    const over = await stale({ policy, date: "2026-11-23" });
    expect(over.verdict).toBe("reject");
    expect(over.findings.filter(({ acknowledged }) => acknowledged)).toEqual([]);
    expect(over.findings.filter(({ acknowledgementExpired }) => acknowledgementExpired)).not.toEqual([]);
  });
});
