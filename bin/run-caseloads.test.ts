import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dispatch } from "./dispatch.ts";

const root = mkdtempSync(join(tmpdir(), "rosterguard-caseloads-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const files = {
  "racl.csv": [
    "SchoolDBN,OfficialClass,TeacherName,GradeLevel,StudentID,StudentName",
    '02M475,401,"ORTIZ, ANA",04,200000001,"ROE, SAM"',
    '02M475,402,"LOST, LEA",04,200000002,"POE, KIM"',
  ],
  "pedagogue.csv": [
    "SchoolDBN,EISNumber,LastName,FirstName,TeacherNickname,Email",
    "02M475,1111111,ORTIZ,ANA,ORTIZ A,Ana@schools.nyc.example",
    "02M475,2222222,PAZ,LUZ,PAZ L,",
  ],
  "stars-program.csv": [
    "SchoolDBN,SchoolYear,TermId,StudentID,LastName,FirstName,GradeLevel,OfficialClass,CourseCode,SectionId,TeacherNickname",
    "02M475,2026,1,200000001,ROE,SAM,04,401,MUS0101,1,PAZ L",
    "02M475,2026,1,200000003,DOE,LIL,07,701,MAT0107,2,ORTIZ A",
    "02M475,2026,1,200000004,LEE,IVY,07,701,MAT0107,2,PAZ L",
  ],
};

beforeAll(() => {
  mkdirSync(join(root, "all"));
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(root, "all", name), `${lines.join("\r\n")}\r\n`);
  writeFileSync(join(root, "racl.csv"), `${files["racl.csv"].join("\r\n")}\r\n`);
  const student = (id: string) => ({ id, fields: {}, sectionIds: [] });
  writeFileSync(
    join(root, "screen.json"),
    JSON.stringify({
      source: { kind: "page", portal: "nyc-portal", seenAt: "2026-11-20T15:00:00Z" },
      coverage: { kind: "partial", sectionIds: [] },
      ...{ schools: [], sections: [], teachers: [] },
      students: [student("200000001"), student("200000009")],
    }),
  );
});

const run = async (...words: string[]) => {
  const stdout = new PassThrough();
  const pieces: Buffer[] = [];
  stdout.on("data", (piece: Buffer) => pieces.push(piece));
  const said: string[] = [];
  const code = await dispatch(["caseloads", ...words, "--date", "2026-11-22"], {
    ...{ root, version: "0.0.0", stdout },
    stderr: { write: () => true },
    say: (sentence) => said.push(sentence),
  });
  return { code, said: said.join(" "), text: Buffer.concat(pieces).toString("utf8") };
};

describe("rosterguard caseloads", () => {
  it("tells who is on whose caseload and through what, and where the others' ways end", async () => {
    const { code, text } = await run("all");
    expect(code).toBe(0);
    expect(text).toContain("1 caseload, 2 students; 2 links lead to nobody.");
    expect(text).toContain("ana@schools.nyc.example (EIS number 1111111): 2 students");
    expect(text).toContain("  200000001  by official class 401 (02M475)");
    expect(text).toContain("  200000003  by course MAT0107, section 2 (02M475)");
    expect(text).toContain(
      "200000002  by official class 402 (02M475): LOST, LEA is not in the pedagogue file",
    );
    expect(text).toContain(
      "200000004  by course MAT0107, section 2 (02M475): EIS number 2222222 has no e-mail",
    );
    expect(text).toContain("Tuesday, 2026-11-24");
  });

  it("answers for one student, and for one user beside the screen", async () => {
    const lost = await run("all", "--student", "200000002", "--output", "json");
    expect(JSON.parse(lost.text)).toMatchObject({
      caseloads: [],
      missing: [{ studentId: "200000002", hop: "teacher-not-in-pedagogue-file", at: "LOST, LEA" }],
    });
    const asked = ["all", "--user", "ANA@schools.nyc.example", "--page", "screen.json"];
    const { screen } = JSON.parse((await run(...asked, "--output", "json")).text);
    expect(screen).toEqual({ both: ["200000001"], onlyOnScreen: ["200000009"], notSeen: ["200000003"] });
    expect((await run(...asked)).text).toContain("Not seen is not missing");
  });

  it.each([
    [[], 2, "No files were given"],
    [["all", "--page", "screen.json"], 2, "--user EMAIL"],
    [["all", "--user", "nobody@schools.nyc.example"], 2, "The files give no caseload to nobody@"],
    [["all", "--student", "299999999"], 2, "Student 299999999 is in none of the files"],
    [["racl.csv"], 3, "the pedagogue file was not found"],
    [["none"], 3, "none"],
  ])("says of %j in a sentence what is wrong", async (words, code, sentence) => {
    const answer = await run(...words);
    expect({ code: answer.code, text: answer.text }).toEqual({ code, text: "" });
    expect(answer.said).toContain(sentence);
  });
});
