import { expect, it } from "vitest";
import { checkPackage } from "../pipeline.ts";
import { leaForTests } from "../policy/lea-for-tests.ts";
import type { Policy } from "../policy/policy.ts";
import type { SourceFile } from "../table/source.ts";

/** New York City's and Ohio's files from their bytes to the report, with the headers people write. */

const file = (name: string, ...lines: string[]): SourceFile => ({
  name,
  blob: new Blob([lines.join("\r\n")]),
});
const options = { date: "2026-11-22", now: "2026-11-22T08:00:00Z", version: "0.0.0" };

const racl = (header: string) =>
  file("racl.csv", header, '02M475,401,"ORTIZ, ANA",04,201234567', '02M475,4E1,"PAZ, LUZ",04,034567891');
const pedagogue = file(
  "pedagogue.csv",
  "DBN,EIS,Last Name,First Name,Nickname,Email",
  "02M475,0712345,ORTIZ,ANA,ORTIZ,a@schools.nyc.gov",
  "02M475,0798765,PAZ,LUZ,PAZ,l@schools.nyc.gov",
);
const program = (officialClass: string, osis = "034567891") =>
  file(
    "stars-program.csv",
    "DBN,School Year,Term,OSIS,Grade,Official Class,Course,Section,Nickname",
    `02M475,2026,1,${osis},04,${officialClass},MQ41,1,PAZ`,
  );

it("takes ATS's usual headers for ours", async () => {
  const files = [racl("DBN,Official Class,Teacher,Grade,OSIS"), pedagogue, program("4E1")];
  const { report } = await checkPackage(files, options);
  expect(report.format.id).toBe("nyc-ats-stars");
  expect(report.findings).toEqual([]);
  expect(report.notChecked.map(({ rule }) => rule)).toEqual(["plan"]);
});

it.each([
  ["4E1", "34567891", ["lost-leading-zeros"]],
  ["4.00E+01", "034567891", ["spreadsheet-date"]],
  ["40", "034567891", ["nyc-official-class-damaged"]],
  ["499", "034567891", ["nyc-class-not-on-racl"]],
])("says of class %s and OSIS %s one thing only", async (officialClass, osis, rules) => {
  const files = [racl("DBN,Official Class,Teacher,Grade,OSIS"), pedagogue, program(officialClass, osis)];
  const { report } = await checkPackage(files, options);
  expect(report.findings.map(({ rule }) => rule)).toEqual(rules);
});

it("applies the LEA's own mapping of columns", async () => {
  const [portal] = leaForTests.portals;
  if (portal === undefined) throw new Error("the policy for tests has no portal");
  const columns = {
    Escuela: "SchoolDBN",
    Grupo: "OfficialClass",
    Maestra: "TeacherName",
    Matricula: "StudentID",
  };
  const policy: Policy = { ...leaForTests, portals: [{ ...portal, columns }] };
  const files = [racl("Escuela,Grupo,Maestra,Grado,Matricula"), pedagogue, program("499")];
  const { report } = await checkPackage(files, { ...options, policy, format: "nyc-ats-stars" });
  expect(report.findings.map(({ rule }) => rule).sort()).toEqual(["nyc-class-not-on-racl", "unknown-column"]);
});

it("reads Ohio's claims with the calendar of the policy, or says that it has none", async () => {
  const files = [
    file(
      "staff.csv",
      "District IRN,Building IRN,State Staff ID,First Name,Last Name,Position,Start Date",
      "043489,012345,OH3019384,Ana,Ortiz,teacher,2026-11-30",
    ),
    file(
      "classes.csv",
      "Building IRN,Class ID,Class Name,Subject,Grade Level,Term,Educator State ID",
      "012345,C1,Math 5,Math,5,Full Year (Aug/Sep - May/Jun),OH3019384",
    ),
    file(
      "claims.csv",
      "Class ID,Educator State ID,SSID,Student ID,First Name,Last Name,DOB,Grade,Month,Percentage",
      "C1,OH3019384,AE1234567,1,Mia,Nunez,2016-03-09,05,OCT,100",
      "C1,OH3019384,AE1234567,1,Mia,Nunez,2016-03-09,05,MAR,100",
    ),
  ];
  const dated = await checkPackage(files, { ...options, policy: leaForTests });
  expect(dated.report.format.id).toBe("ohio-roster-verification");
  expect(dated.report.findings.map(({ rule, count }) => [rule, count])).toEqual([
    ["ohio-claim-outside-teacher-months", 1],
  ]);
  const undated = await checkPackage(files, options);
  expect(undated.report.findings).toEqual([]);
  expect(undated.report.notChecked.map(({ rule }) => rule)).toContain("ohio-claim-outside-teacher-months");
});
