import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDistrict } from "../../district/make-district.ts";
import { toOneRosterRows, writeOneRoster } from "../../district/one-roster.ts";
import { paths } from "./layout.ts";
import { readClassState, runNightly, submitRoster } from "./portal-client.ts";
import { rosterFields } from "./roster-fields.ts";
import { type RunningPortal, startPortal } from "./server.ts";
import type { PortalStudent } from "./state.ts";

const classId = "CLS-101-KG-01";
// A Wednesday, 10:00 in Chicago.
const clock = "2026-11-18T16:00:00.000Z";
let portal: RunningPortal;

const newcomer: Partial<PortalStudent> = {
  firstName: "Zoë",
  lastName: `O'Neil <b>&"quoted"</b>`,
  birthDate: "2021-02-03",
  gender: "Female",
  internalId: "0099999",
  ethnicity: "Not-Hispanic",
  gradeLevel: "KG",
  assessmentLanguage: "English",
  status: "Active",
};

const readPage = async (path: string) =>
  parseHTML(await (await fetch(`${portal.url}${path}`)).text()).document;
const readRoster = () => readPage(`${paths.roster}?classInternalId=${classId}`);
const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent?.trim();

beforeEach(async () => {
  portal = await startPortal({ clock });
});
afterEach(() => portal.close());

describe("Class Roster Management", () => {
  it("shows the published columns, the class and its twenty students", async () => {
    const document = await readRoster();
    const headers = [...document.querySelectorAll("#roster-grid thead th")].map((th) => th.textContent);
    expect(headers).toEqual([
      "Row",
      ...rosterFields.map(({ label, required }) => label + (required ? "*" : "")),
    ]);
    expect(document.querySelectorAll("#roster-grid tbody tr.student-row").length).toBe(20);
    expect(textOf(document, "#roster-total")).toBe("20 students");
    expect(textOf(document, "#roster-class-id")).toBe(classId);
    expect(textOf(document, "#roster-school-id")).toBe("000917101");
    const updated = document.querySelector("#roster-updated time")?.getAttribute("datetime");
    expect(updated).toBe("2026-11-18T08:00:00.000Z");
  });

  it("fills the classes of a school only", async () => {
    const [school] = portal.portal.state.schools;
    const classes = await (await fetch(`${portal.url}/classes.json?school=${school!.engageId}`)).json();
    expect(classes).toHaveLength(14);
  });

  it("keeps edits, new rows and withdrawals", async () => {
    const { class: section, students } = await readClassState(portal, classId);
    const [first, second, ...rest] = students as [PortalStudent, PortalStudent, ...PortalStudent[]];
    const answer = await submitRoster(portal, section, [
      { ...first, firstName: "Renamed" },
      { ...second, status: "Inactive" },
      ...rest,
      newcomer,
      {},
    ]);
    expect(answer.status).toBe(200);
    expect(answer.url).toContain("saved=1");
    const after = (await readClassState(portal, classId)).students;
    const find = (id: string | undefined) => after.find(({ internalId }) => internalId === id);
    expect(after.length).toBe(21);
    expect(find(first.internalId)?.firstName).toBe("Renamed");
    expect(find(second.internalId)?.status).toBe("Inactive");
    expect(find("0099999")).toMatchObject({ ...newcomer, addedBy: "hand", classInternalId: classId });
  });

  it("escapes what people type", async () => {
    const { class: section, students } = await readClassState(portal, classId);
    await submitRoster(portal, section, [...students, newcomer]);
    const document = await readRoster();
    const names = [...document.querySelectorAll(".field-last-name input")].map((i) =>
      i.getAttribute("value"),
    );
    expect(names).toContain(newcomer.lastName);
    expect(document.querySelector("#roster-grid b")).toBeNull();
  });

  it.each<[string, Partial<PortalStudent>, string]>([
    ["a blank required field", { firstName: "" }, "Row 1: Student First Name is required."],
    ["a date that does not exist", { birthDate: "2021-02-30" }, "Row 1: Date of Birth must be MM/DD/YYYY."],
    ["a status of its own", { status: "Gone" as "Active" }, "Row 1: Status is not one of the choices."],
    ["another student's id", { internalId: "" }, "is already in use."],
  ])("refuses %s and saves nothing", async (_, change, problem) => {
    const { class: section, students } = await readClassState(portal, classId);
    const other = portal.portal.state.students.find((s) => s.classInternalId !== classId)!;
    const wrong = change.internalId === "" ? { internalId: other.internalId } : change;
    const [first, second, ...rest] = students as [PortalStudent, PortalStudent, ...PortalStudent[]];
    const answer = await submitRoster(portal, section, [
      { ...first, ...wrong },
      { ...second, middleName: "Never" },
      ...rest,
    ]);
    expect(answer.status).toBe(422);
    expect(parseHTML(await answer.text()).document.querySelector(".message-error")?.textContent).toContain(
      problem,
    );
    expect((await readClassState(portal, classId)).students).toEqual(students);
  });

  it("keeps its state in a file between runs", async () => {
    const folder = mkdtempSync(join(tmpdir(), "portal-"));
    const stateFile = join(folder, "state.json");
    const before = await startPortal({ clock, stateFile });
    const { class: section, students } = await readClassState(before, classId);
    await submitRoster(before, section, [...students, newcomer]);
    await before.close();
    const after = await startPortal({ stateFile });
    const found = (await readClassState(after, classId)).students.map(({ internalId }) => internalId);
    await after.close();
    rmSync(folder, { recursive: true });
    expect(found).toContain("0099999");
  });
});

describe("the nightly sync", () => {
  it("undoes edits, removes hand-added students, and moves the clock to the next two o'clock", async () => {
    const { class: section, students } = await readClassState(portal, classId);
    const [first, second, third, ...rest] = students as [
      PortalStudent,
      PortalStudent,
      PortalStudent,
      ...PortalStudent[],
    ];
    await submitRoster(portal, section, [
      { ...first, firstName: "Renamed", birthDate: "2020-01-01", gradeLevel: "02", stateId: "1" },
      { ...second, status: "Inactive" },
      { ...third, assessmentLanguage: "Both", reportLanguage: "Spanish" },
      ...rest,
      newcomer,
    ]);
    const answer = await runNightly(portal);
    expect(answer.status).toBe(200);
    const after = await readClassState(portal, classId);
    const find = (student: Partial<PortalStudent>) =>
      after.students.find(({ internalId }) => internalId === student.internalId);
    expect(find(first)).toEqual(first);
    expect(find(second)).toEqual(second);
    expect(find(newcomer)?.status).toBe("Inactive");
    // Languages are not in the feed: what a person set stays.
    expect(find(third)).toEqual({ ...third, assessmentLanguage: "Both", reportLanguage: "Spanish" });
    expect(after.lastSync).toBe("2026-11-19T08:00:00.000Z");
    expect(after.clock.slice(0, 16)).toBe("2026-11-19T08:00");
  });

  it("changes nothing when the package cannot be read, and says so", async () => {
    const feedFolder = mkdtempSync(join(tmpdir(), "feed-"));
    for (const { name, text } of writeOneRoster(toOneRosterRows(makeDistrict()))) {
      writeFileSync(join(feedFolder, name), text);
    }
    const other = await startPortal({ clock, feedFolder });
    const before = await readClassState(other, classId);
    rmSync(join(feedFolder, "classes.csv"));
    const answer = await runNightly(other);
    const after = await readClassState(other, classId);
    await other.close();
    rmSync(feedFolder, { recursive: true });
    expect([answer.status, await answer.text()]).toEqual([
      500,
      "Error: The nightly package was refused: The file classes.csv was not found in the package.",
    ]);
    expect({ ...after, clock: "" }).toEqual({ ...before, clock: "" });
  });

  it("makes a duplicate where a person changed the Internal ID", async () => {
    const { class: section, students } = await readClassState(portal, classId);
    const [first, ...rest] = students as [PortalStudent, ...PortalStudent[]];
    await submitRoster(portal, section, [{ ...first, internalId: "0077777" }, ...rest]);
    await runNightly(portal);
    const named = (await readClassState(portal, classId)).students.filter(
      ({ firstName, lastName }) => firstName === first.firstName && lastName === first.lastName,
    );
    expect(named.map(({ internalId, status }) => [internalId, status]).sort()).toEqual(
      [
        ["0077777", "Inactive"],
        [first.internalId, "Active"],
      ].sort(),
    );
  });
});
