import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cliEngage } from "./cli-engage.ts";
import { controlsOf } from "./controls-of.ts";
import { findProfile, portalProfiles } from "./index.ts";
import { type Place, PortalProfile } from "./profile.ts";

const root = join(import.meta.dirname, "../..");
const pagesOf = (profile: PortalProfile) => Object.fromEntries(profile.pages.map((page) => [page.id, page]));
const rosterPage = pagesOf(cliEngage)["class-roster-management"];
const uploadPage = pagesOf(cliEngage)["universal-roster"];

const selectorOf = (place: Place | undefined) => (typeof place === "object" ? place.select : place);

/** Every selector of the profile, cut into its simple parts ("#roster-grid", ".field-status", "tr.student-row"). */
const selectorsOf = (): string[] => {
  const all = [
    ...cliEngage.pages.flatMap(({ match, roster, edits, save, uploads = [] }) => [
      ...(match.has ?? []),
      ...(roster === undefined
        ? []
        : [roster.table, roster.row, roster.total, ...Object.values(roster.context).map(selectorOf)]),
      ...controlsOf({ edits }).map(({ control }) => control),
      save,
      ...uploads.flatMap(({ input, mode }) => [input, mode]),
    ]),
    cliEngage.lastSync,
  ];
  return [...new Set(all.flatMap((one) => one?.match(/[#.][a-z-]+/g) ?? []))];
};

describe("the catalogue of portals", () => {
  it("holds parsed profiles with ids of their own, in order", () => {
    for (const profile of portalProfiles) expect(PortalProfile.parse(profile)).toEqual(profile);
    const ids = portalProfiles.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(findProfile("cli-engage")).toBe(cliEngage);
    expect(findProfile("toString")).toBeUndefined();
  });
});

describe("cli-engage", () => {
  it("relies on nothing that the demo portal's pages do not promise", () => {
    const pages = readFileSync(join(root, "test/portals/cli-engage/PAGES.md"), "utf8");
    const selectors = selectorsOf();
    expect(selectors.length).toBeGreaterThan(20);
    // A class is promised as `field-status` in a list, an id as `#status`.
    const missing = selectors.filter(
      (one) => !new RegExp(`[\`. ]${one.slice(1)}\\b|#${one.slice(1)}\\b`).test(pages),
    );
    expect(missing).toEqual([]);
    for (const { match } of cliEngage.pages) {
      expect(pages).toContain((match.path ?? "no path").replace("*", ""));
      expect(pages).toContain(`"${match.heading}"`);
    }
  });

  it("knows the twelve columns of the page, in their order, each under one header", () => {
    const pages = readFileSync(join(root, "test/portals/cli-engage/PAGES.md"), "utf8");
    const columns = rosterPage?.roster?.columns ?? [];
    const [, listed = ""] = /Columns, in order: ([^.]*)\./.exec(pages.replaceAll("\n", " ")) ?? [];
    const headers = listed.split(",").map((header) => header.replace(/\*|\(.*?\)/g, "").trim());
    expect(columns.map(({ headers: [first] }) => first)).toEqual(headers);
    expect(columns.filter(({ required }) => required).map(({ field }) => field)).toEqual([
      ...["firstName", "lastName", "birthDate", "gender", "id", "ethnicity"],
      ...["gradeLevel", "assessmentLanguage", "status"],
    ]);
    const words = columns.flatMap((column) => column.headers.map((header) => header.toLowerCase()));
    expect(new Set(words).size).toBe(words.length);
    expect(rosterPage?.roster?.expectedColumns).toBe(columns.length);
  });

  it.skipIf(!existsSync(join(root, "../shared/formats/cli-engage.json")))(
    "has exactly the columns of the published page (skipped where the shared formats are not at hand)",
    () => {
      const text = readFileSync(join(root, "../shared/formats/cli-engage.json"), "utf8");
      const { files } = JSON.parse(text) as {
        files: { file: string; fields: { name: string; required: string }[] }[];
      };
      const published =
        files.find(({ file }) => file.startsWith("Class Roster Management page"))?.fields ?? [];
      expect(rosterPage?.roster?.columns.map(({ headers, required }) => [headers[0], required])).toEqual(
        published.map(({ name, required }) => [name, required === "yes"]),
      );
    },
  );

  it("sees an edit of every column, and a withdrawal only when the status becomes Inactive", () => {
    const edits = controlsOf(rosterPage ?? {});
    const edited = edits.map(({ field, change }) => [field, change]);
    expect(edited).toContainEqual([undefined, "enroll-new-student"]);
    expect(edited).toContainEqual(["status", "withdraw"]);
    for (const { field } of rosterPage?.roster?.columns ?? []) {
      if (field !== "status") expect(edited).toContainEqual([field, "correct-details"]);
    }
    expect(edits.filter(({ on }) => on === "change")).toEqual([
      expect.objectContaining({ change: "withdraw", to: "Inactive" }),
    ]);
  });

  it("gates the upload page's file input with its mode", () => {
    expect(uploadPage?.uploads).toEqual([
      { input: "#upload-file", formats: expect.arrayContaining(["cli-engage"]), mode: "#upload-mode" },
    ]);
  });

  it("says what an LEA must confirm", () => {
    expect(cliEngage.certainty.some(({ certain }) => !certain)).toBe(true);
    expect(cliEngage.certainty.every(({ source }) => source !== "")).toBe(true);
  });
});
