import { describe, expect, it } from "vitest";
import { parseProfile } from "./parse-profile.ts";
import type { PortalPage } from "./profile.ts";
import { mergePolicyOf } from "./resolve-merge-policy.ts";
import { joinTaught, makeTaughtPortal, type TaughtAnswers } from "./taught-portal.ts";

const page: PortalPage = {
  id: "taught-roster",
  match: { path: "/classes/*", heading: "Class List", has: ["#students"] },
  roster: {
    table: "#students",
    row: "tr",
    header: "th",
    columns: [{ field: "name", headers: ["Student"], required: true }],
    context: { classId: "h1", className: "h1" },
    expectedColumns: 1,
    content: { columns: [{ at: "0", field: "name" }] },
  },
};
const nightly = { weekdays: [1, 2, 3, 4, 5], at: "02:00", onHolidays: false };
const answers: TaughtAnswers = {
  title: "River SIS",
  origin: "https://sis.example.org:8443",
  columns: [
    { key: "0", header: "Student", field: "name" },
    { key: "1", header: "", field: "id" },
    { key: "2", header: "Bus", field: "none" },
  ],
  controls: [
    { purpose: "remove", selector: "#students a.drop" },
    { purpose: "save", selector: "#save" },
    { purpose: "upload", selector: "input[type=file]" },
  ],
  details: "overwritten",
  added: "kept",
  sync: nightly,
};
const make = (given: Partial<TaughtAnswers> = {}) => makeTaughtPortal(page, { ...answers, ...given });

describe("a portal that was taught", () => {
  it("is a profile that parses, as an object and as a file, with settings for its origin", () => {
    const { profile, settings } = make();
    expect(parseProfile(profile)).toEqual({ ok: true, profile });
    expect(parseProfile(JSON.stringify(profile))).toMatchObject({ ok: true });
    expect(settings).toEqual({ profile: profile.id, origins: [answers.origin], sync: nightly });
  });

  it("keeps what the person said of columns and controls", () => {
    const [taught] = make().profile.pages;
    expect(taught?.roster?.columns).toEqual([
      { field: "name", headers: ["Student"], required: true },
      { field: "id", headers: ["id"], required: true },
    ]);
    expect(taught?.roster?.content?.columns).toContainEqual({ at: "2", field: "none" });
    expect(taught?.edits).toEqual([{ change: "withdraw", control: "#students a.drop", on: "touch" }]);
    expect(taught?.save).toBe("#save");
    expect(taught?.uploads).toEqual([{ input: "input[type=file]", formats: [] }]);
    expect(make({ controls: [] }).profile.pages[0]?.edits).toBe("any");
  });

  it("says of each kind of edit what was said, and overwrites nothing when nobody knows when", () => {
    const fates = ({ profile }: ReturnType<typeof make>) =>
      ["gradeLevel", "add-student", "status"].map((field) =>
        mergePolicyOf(profile, undefined, field, profile.pages[0]),
      );
    expect(fates(make())).toEqual(["overwritten", "kept", "kept"]);
    const { sync: _, ...withoutSync } = answers;
    const unsure = makeTaughtPortal(page, { ...withoutSync, added: "overwritten" });
    expect(fates(unsure)).toEqual(["unknown", "unknown", "unknown"]);
    expect(unsure.profile.sync?.source).toBe("unknown");
    expect(parseProfile(unsure.profile)).toMatchObject({ ok: true });
  });

  it.each([
    ["https://sis.example.org", "taught-sis.example.org"],
    ["http://127.0.0.1:4173", "taught-127.0.0.1-4173"],
    [`https://${"a-very-long-name.".repeat(8)}example.org`, /^taught-[A-Za-z0-9.-]{1,33}$/],
  ])("has an id that a profile may have: %s", (origin, id) => {
    const { profile } = make({ origin });
    expect(profile.id).toMatch(id);
    expect(parseProfile(profile)).toMatchObject({ ok: true });
  });

  it("takes another page of the same portal in, and the same page anew", () => {
    const first = make();
    const other = makeTaughtPortal({ ...page, match: { path: "/homerooms" } }, answers);
    const both = joinTaught(first.profile, other);
    expect(both.profile.pages.map(({ match }) => match.path)).toEqual(["/classes/*", "/homerooms"]);
    expect(parseProfile(both.profile)).toMatchObject({ ok: true });
    const anew = joinTaught(both.profile, make({ controls: [] }));
    expect(anew.profile.pages.map(({ match }) => match.path)).toEqual(["/homerooms", "/classes/*"]);
    expect(anew.profile.pages[1]?.edits).toBe("any");
  });
});
