import { describe, expect, it } from "vitest";
import { cliEngage } from "./cli-engage.ts";
import { nycPortal } from "./nyc-portal.ts";
import { parseProfile, profileOf, profileProblems } from "./parse-profile.ts";

const plain = () => JSON.parse(JSON.stringify(nycPortal)) as Record<string, unknown>;

/** The New York profile with one value put elsewhere in the tree. */
const change = (path: string, value: unknown): unknown => {
  const profile = plain();
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    profile,
  );
  parent[last] = value;
  return profile;
};
const problemsOf = (value: unknown): string[] => {
  const parsed = parseProfile(value);
  return parsed.ok ? [] : parsed.problems;
};

describe("parseProfile", () => {
  it("reads an object and its JSON text alike, with a byte order mark too", () => {
    const parsed = { ok: true, profile: nycPortal };
    expect(parseProfile(plain())).toEqual(parsed);
    expect(parseProfile(`\uFEFF${JSON.stringify(nycPortal)}`)).toEqual(parsed);
  });

  it.each<[string, unknown, string]>([
    ["pages.0.roster.row", "tr:has(td)", "pages[0].roster.row must be"],
    ["pages.0.roster.table", "div[", "pages[0].roster.table must be"],
    ["pages.0.edits.0.control", `#a${" #a".repeat(20)}`, "pages[0].edits[0].control must be"],
    ["pages.0.edits.0.change", "delete-everything", "pages[0].edits must be"],
    ["pages.0.roster.context.classId", { attribute: "onclick=x" }, "pages[0].roster.context.classId"],
    ["title", "Portal\u202Egnp", "title must be a line of plain text."],
    ["title", "P".repeat(301), "title must be"],
    [
      "mergePolicy.note",
      "gone",
      "mergePolicy.note must be one of: overwritten, kept, purpose, locked, unknown.",
    ],
    ["mergePolicy", JSON.parse('{"no field":"kept"}'), "mergePolicy.no field"],
    ["pages.0.match", {}, "pages[0].match must name at least one of path, title, heading, landmark and has."],
    [
      "pages.0.roster.expectedColumns",
      40,
      "pages[0].roster.expectedColumns must not be more than the 11 columns",
    ],
    ["pages.0.phases", ["spring"], 'pages[0].phases must name phases of the profile; "spring" is none.'],
    [
      "pages.0.roster.columns",
      [{ field: "name", headers: ["Name"], required: true }],
      "pages[0].roster must have a column",
    ],
    ["pages.0.script", "alert(1)", "pages[0].script is not a key of a portal profile."],
    ["sync", { source: "rumour" }, "sync.source must be one of:"],
    ["pages", undefined, "pages is missing"],
  ])("refuses %s: %j", (path, value, problem) => {
    expect(problemsOf(change(path, value)).join("\n")).toContain(problem);
  });

  it.each([
    [null, "A portal profile must be an object with keys such as id, title and pages."],
    [[], "A portal profile must be an object with keys such as id, title and pages."],
    ["{", "The portal profile is not valid JSON."],
    ["x".repeat(200_001), "A portal profile must have at most 200,000 characters."],
  ])("refuses what is no profile", (value, problem) => expect(problemsOf(value)).toEqual([problem]));

  it("refuses lists without end", () => {
    const page = nycPortal.pages[0]!;
    const pages = Array.from({ length: 41 }, (_, index) => ({ ...page, id: `p${index}` }));
    expect(problemsOf({ ...nycPortal, pages })).not.toEqual([]);
    const edits = Array.from({ length: 61 }, () => page.edits![0]);
    expect(problemsOf({ ...nycPortal, pages: [{ ...page, edits }] })).not.toEqual([]);
  });

  it("does not let a policy's keys reach what every object inherits", () => {
    const parsed = parseProfile(change("mergePolicy", JSON.parse('{"__proto__":"kept","note":"kept"}')));
    if (parsed.ok) expect(Object.getPrototypeOf(parsed.profile.mergePolicy)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).kept).toBeUndefined();
  });
});

describe("profileOf", () => {
  const own = { ...plain(), id: "own-portal", title: "Our portal" };
  it("finds the LEA's own, ours, or none", () => {
    const policy = { profiles: [own, JSON.stringify({ ...plain(), title: "Confirmed" })] };
    expect(profileOf(policy, "own-portal")?.title).toBe("Our portal");
    expect(profileOf(policy, "nyc-portal")?.title).toBe("Confirmed");
    expect(profileOf(policy, "cli-engage")).toBe(cliEngage);
    expect(profileOf({}, "own-portal")).toBeUndefined();
  });

  it("leaves a broken profile out, and says what is wrong with it", () => {
    const policy = { profiles: [own, { ...own, id: "broken", pages: "none" }] };
    expect(profileOf(policy, "broken")).toBeUndefined();
    expect(profileOf(policy, "own-portal")).toBeDefined();
    expect(profileProblems(policy)).toEqual(["profiles[1]: pages must be a list."]);
  });
});
