import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeDistrict } from "../../district/make-district.ts";
import type { NextWeek } from "../../district/next-week.ts";
import { writeDemoFiles } from "../../district/write-demo-files.ts";
import { paths } from "./layout.ts";
import { playUpload, readClassState, uploadFiles } from "./portal-client.ts";
import { type RunningPortal, startPortal } from "./server.ts";
import type { Upload } from "./state.ts";

let folder = "";
let week: NextWeek;
let portal: RunningPortal;

const file = (...path: string[]) => join(folder, "uploads", ...path);
const student = (id: string) => portal.portal.state.students.find(({ internalId }) => internalId === id);
const activeCount = () => portal.portal.state.students.filter(({ status }) => status === "Active").length;

const processFile = async (path: string, mode: Upload["mode"]) => {
  const { id } = await uploadFiles(portal, [path], mode);
  return playUpload(portal, id);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "portal-uploads-"));
  week = await writeDemoFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  portal = await startPortal({ feedFolder: join(folder, "feed"), clock: "2026-11-18T16:00:00.000Z" });
});
afterEach(() => portal.close());

describe("receiving", () => {
  it("records exactly the chosen bytes", async () => {
    // Bytes that a multipart parser could take for its own: boundaries, CR, LF, NUL and invalid UTF-8.
    const tricky = join(folder, "tricky.csv");
    writeFileSync(
      tricky,
      Buffer.concat([Buffer.from("\r\n--boundary--\r\n\0"), Buffer.from([0xff, 0xfe, 13, 10])]),
    );
    const names = ["good.zip", "good.xlsx", "bad-input/utf-16.csv", "bad-input/nul.csv"].map((n) => file(n));
    for (const path of [...names, tricky]) {
      const bytes = readFileSync(path);
      const { files } = await uploadFiles(portal, [path], "partial");
      expect(files[0]).toMatchObject({
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      });
    }
  });

  it("changes nothing before Play", async () => {
    const before = structuredClone(portal.portal.state.students);
    const upload = await uploadFiles(portal, [file("next-week.zip")], "complete");
    expect(upload.status).toBe("Uploaded");
    expect(portal.portal.state.students).toEqual(before);
  });

  it("refuses an unknown community", async () => {
    const form = new FormData();
    form.set("community", "Elsewhere ISD");
    form.append("file", new Blob(["a"]), "a.csv");
    const answer = await fetch(`${portal.url}${paths.universal}`, { method: "POST", body: form });
    expect(answer.status).toBe(422);
    expect(portal.portal.state.uploads).toEqual([]);
  });

  it("escapes file names", async () => {
    const path = join(folder, "<img src=x onerror=alert(1)>.csv");
    writeFileSync(path, "a,b\r\n");
    await uploadFiles(portal, [path], "partial");
    const page = await (await fetch(`${portal.url}${paths.universal}`)).text();
    expect(page).toContain("&lt;img src=x");
    expect(page).not.toContain("<img");
  });
});

describe("the good files change nothing, in whatever form", () => {
  it.each([["good.zip"], ["good.xlsx"]])("%s", async (name) => {
    const upload = await processFile(file(name), "complete");
    expect(upload.status).toBe("Finished");
    expect(upload.counts).toMatchObject({
      inserted: 0,
      moved: 0,
      inactivated: 0,
      waiting: 0,
      classesCreated: 0,
    });
    expect(activeCount()).toBe(800);
  });

  it("loose CSVs", async () => {
    const scheduled = makeDistrict().students.flatMap(({ scheduledIds }) => scheduledIds).length;
    const names = ["orgs", "classes", "users", "enrollments", "demographics"];
    const { id } = await uploadFiles(
      portal,
      names.map((name) => file("loose", `${name}.csv`)),
      "complete",
    );
    expect((await playUpload(portal, id)).counts).toMatchObject({ unchanged: 800, ignored: scheduled });
  });
});

describe("next week's package", () => {
  it("does what it says in complete mode, the new class in two runs", async () => {
    const first = await processFile(file("next-week.zip"), "complete");
    expect(first.status).toBe("Finished");
    expect(first.counts).toMatchObject({
      // The re-keyed student is one more than the six who are really new.
      inserted: week.added.length + 1,
      moved: week.moved.length,
      updated: week.changed.length,
      inactivated: week.withdrawn.length + 1,
      waiting: week.waiting.length,
      classesCreated: 1,
      classesReassigned: 1,
    });
    expect(week.waiting.map(student)).toEqual(week.waiting.map(() => undefined));
    expect(week.withdrawn.map((id) => student(id)?.status)).toEqual(week.withdrawn.map(() => "Inactive"));
    const second = await processFile(file("next-week.zip"), "complete");
    expect(second.counts).toMatchObject({ inserted: week.waiting.length, waiting: 0, classesCreated: 0 });
    expect((await readClassState(portal, week.newClassId)).students.length).toBe(week.waiting.length);
  });

  it("moves, reassigns and renames", async () => {
    await processFile(file("next-week.zip"), "partial");
    expect(week.moved.map(({ id }) => student(id)?.classInternalId)).toEqual(week.moved.map(({ to }) => to));
    const teacher = week.district.teachers.find(({ id }) => id === week.reassigned.teacherId)!;
    const { class: section } = await readClassState(portal, week.reassigned.classId);
    expect(section.teacherInternalId).toBe(teacher.id);
    expect(section.name).toBe(`${teacher.lastName} ${section.dayType} ${section.level}`);
  });

  it("makes a duplicate of a student whose Internal ID changed", async () => {
    await processFile(file("next-week.zip"), "partial");
    const [before, after] = [student(week.rekeyed.from), student(week.rekeyed.to)];
    expect(after?.lastName).toBe(before?.lastName);
    expect([before?.status, after?.status]).toEqual(["Active", "Active"]);
  });

  it("inactivates nobody in partial mode", async () => {
    const upload = await processFile(file("next-week.zip"), "partial");
    expect(upload.counts?.inactivated).toBe(0);
    expect(week.withdrawn.map((id) => student(id)?.status)).toEqual(week.withdrawn.map(() => "Active"));
  });

  it("ignores classes that are not a homeroom", async () => {
    await processFile(file("next-week.zip"), "complete");
    expect((await readClassState(portal, week.scheduled.classId)).class).toBeNull();
  });
});

describe("bad files end in the log", () => {
  it.each([
    ["bad-dangling-references.zip", "Class CLS-999-KG-01 was not found in classes.csv."],
    ["bad-two-homerooms.zip", "is already in homeroom"],
    ["bad-missing-column.zip", 'Column "classType" was not found.'],
    ["bad-dates.zip", "the date of birth is missing or not a date."],
    ["bad-input/truncated.zip", "The file could not be opened."],
    ["bad-input/encrypted.zip", "The file could not be opened."],
    ["bad-input/protected.xlsx", "The file could not be opened."],
    ["bad-input/empty.csv", 'Column "School_Internal_ID" was not found.'],
  ])("%s", async (name, message) => {
    const upload = await processFile(file(name), "partial");
    expect(upload.status).toBe("Finished with errors");
    expect(
      upload.log
        .filter(({ level }) => level === "error")
        .map((line) => line.message)
        .join("\n"),
    ).toContain(message);
    const page = await (await fetch(`${portal.url}${paths.universal}/${upload.id}/log`)).text();
    expect(page).toContain("Error");
  });

  it("lost zeros make duplicates and, in complete mode, empty the classes", async () => {
    const upload = await processFile(file("bad-leading-zeros.zip"), "complete");
    const withZero = week.district.students.filter(({ id }) => id.startsWith("0")).length;
    expect(upload.counts?.classesCreated).toBe(0);
    expect(upload.counts?.inactivated).toBeGreaterThan(withZero - 20);
  });
});
