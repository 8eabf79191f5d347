import { Buffer } from "node:buffer";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "./write-demo-files.ts";

let folder = "";
const read = (...path: string[]) => readFileSync(join(folder, ...path));
const parse = (bytes: Uint8Array) =>
  Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true });

const entriesOf = (name: string) => unzipSync(read("uploads", name));
const tableOf = (name: string, file: string) => parse(entriesOf(name)[file]!).data;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demo-files-"));
  await writeDemoFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the good files", () => {
  it("are one package in three forms", () => {
    const names = readdirSync(join(folder, "feed"));
    expect(names.sort()).toEqual(Object.keys(entriesOf("good.zip")).sort());
    for (const name of names) {
      expect(Buffer.compare(read("uploads", "loose", name), read("feed", name))).toBe(0);
      expect(Buffer.compare(entriesOf("good.zip")[name]!, read("feed", name))).toBe(0);
    }
  });

  it("parse without a problem, with blank status and date", () => {
    for (const name of readdirSync(join(folder, "feed"))) {
      const { data, errors } = parse(read("feed", name));
      expect(errors).toEqual([]);
      expect(data.filter((row) => (row.status ?? "") !== "" || (row.dateLastModified ?? "") !== "")).toEqual(
        [],
      );
    }
  });

  it("hold no dangling reference", () => {
    const ids = (file: string) => new Set(parse(read("feed", file)).data.map(({ sourcedId }) => sourcedId));
    const [users, classes, orgs] = [ids("users.csv"), ids("classes.csv"), ids("orgs.csv")];
    const dangling = parse(read("feed", "enrollments.csv")).data.filter(
      (row) =>
        !users.has(row.userSourcedId) || !classes.has(row.classSourcedId) || !orgs.has(row.schoolSourcedId),
    );
    expect(dangling).toEqual([]);
  });

  it("hold the same students in the workbook, ids as text", async () => {
    const [sheet, instructions] = await readWorkbook(read("uploads", "good.xlsx"));
    const [header, ...rows] = sheet!.data;
    const at = header!.indexOf("Student_Internal_ID");
    const students = parse(read("feed", "users.csv")).data.filter(({ role }) => role === "student");
    expect(rows.map((row) => row[at]).sort()).toEqual(students.map(({ sourcedId }) => sourcedId).sort());
    expect(instructions!.sheet).toBe("Instructions");
  });
});

describe("each bad package is bad in its own way", () => {
  const homeroomsOf = (name: string) => {
    const homerooms = new Set(
      tableOf(name, "classes.csv")
        .filter(({ classType }) => classType === "homeroom")
        .map(({ sourcedId }) => sourcedId),
    );
    const placed = tableOf(name, "enrollments.csv").filter(
      ({ role, classSourcedId }) => role === "student" && homerooms.has(classSourcedId),
    );
    return placed.map(({ userSourcedId }) => userSourcedId);
  };

  it("leading zeros are lost", () => {
    const ids = tableOf("bad-leading-zeros.zip", "users.csv").map(({ sourcedId }) => sourcedId!);
    expect(ids.filter((id) => id.length < 7).length).toBeGreaterThan(50);
  });

  it("references dangle", () => {
    const classes = new Set(
      tableOf("bad-dangling-references.zip", "classes.csv").map(({ sourcedId }) => sourcedId),
    );
    const rows = tableOf("bad-dangling-references.zip", "enrollments.csv");
    expect(rows.filter(({ classSourcedId }) => !classes.has(classSourcedId)).length).toBeGreaterThan(2);
    expect(rows.filter(({ userSourcedId }) => userSourcedId === "8800001").length).toBeGreaterThan(1);
  });

  it("one student has two homerooms", () => {
    const placed = homeroomsOf("bad-two-homerooms.zip");
    expect(placed.length - new Set(placed).size).toBe(1);
  });

  it("some students have no homeroom", () => {
    expect(new Set(homeroomsOf("bad-no-homeroom.zip")).size).toBe(800 - 5);
  });

  it("a column is missing, and only that one", () => {
    const good = Papa.parse<string[]>(new TextDecoder().decode(entriesOf("good.zip")["classes.csv"])).data;
    const bad = Papa.parse<string[]>(
      new TextDecoder().decode(entriesOf("bad-missing-column.zip")["classes.csv"]),
    ).data;
    const at = good[0]!.indexOf("classType");
    expect(bad.map((row) => row.join("|"))).toEqual(good.map((row) => row.toSpliced(at, 1).join("|")));
  });

  it("dates are not ISO dates, or no dates at all", () => {
    const good = tableOf("good.zip", "demographics.csv");
    const changed = tableOf("bad-dates.zip", "demographics.csv")
      .filter(({ birthDate }, index) => birthDate !== good[index]!.birthDate)
      .map(({ birthDate }) => birthDate);
    expect(changed).toHaveLength(9);
    expect(new Set(changed)).toEqual(new Set(["3/7/21", "44927", "2021-02-30", "07/15/2021", "0021-04-09"]));
  });
});

describe("bad input", () => {
  it.each([
    ["empty.csv", (bytes: Buffer) => bytes.length === 0],
    ["header-only.csv", (bytes) => bytes.indexOf("\r\n") === bytes.length - 2],
    ["semicolon.csv", (bytes) => !bytes.includes(",") && bytes.includes("sourcedId;status")],
    ["truncated.zip", (bytes) => bytes.indexOf("PK\x05\x06", 0, "latin1") < 0],
    ["bomb.zip", (bytes) => bytes.length < 400_000 && bytes.readUInt32LE(22) === 64 * 2 ** 20],
    ["encrypted.zip", (bytes) => (bytes.readUInt16LE(6) & 1) === 1],
    [
      "protected.xlsx",
      (bytes) =>
        bytes.readUInt32BE(0) === 0xd0cf11e0 && bytes.includes(Buffer.from("EncryptedPackage", "utf16le")),
    ],
    ["pdf-renamed.csv", (bytes) => bytes.toString("latin1").startsWith("%PDF-")],
    ["lfs-pointer.csv", (bytes) => bytes.toString().startsWith("version https://git-lfs")],
    ["huge-cell.csv", (bytes) => bytes.includes("x".repeat(2 ** 20))],
    ["unclosed-quote.csv", (bytes) => bytes.toString().split('"').length % 2 === 0],
    ["nul.csv", (bytes) => bytes.includes(0)],
    ["duplicate-headers.csv", (bytes) => bytes.includes("givenName,givenName")],
    ["proto-header.csv", (bytes) => bytes.subarray(0, 300).includes("__proto__")],
    ["windows-1252.csv", (bytes) => bytes.toString("utf8").includes("\ufffd")],
    ["utf-16.csv", (bytes) => bytes.readUInt16LE(0) === 0xfeff && bytes[3] === 0],
  ] satisfies [string, (bytes: Buffer) => boolean][])("%s is what its name says", (name, holds) => {
    expect(holds(read("uploads", "bad-input", name))).toBe(true);
  });
});
