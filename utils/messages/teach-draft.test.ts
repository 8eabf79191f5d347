import { describe, expect, it } from "vitest";
import {
  addPointed,
  answersOf,
  beginDraft,
  chooseOffered,
  missingIn,
  moveStep,
  nameColumn,
  pickControl,
  type TeachDraft,
} from "./teach-draft.ts";

const sync = { weekdays: [1, 3], at: "02:00", onHolidays: false };
const roster = (title: string) => ({
  title,
  seen: 3,
  hasId: true,
  columns: [
    { key: "0", header: "Student", field: "name", samples: ["Rivera, Ana"] },
    { key: "1", header: "Number", samples: ["100234"] },
  ],
  controls: [
    { name: "Add", selector: "#add", count: 1, purpose: "add" as const },
    { name: "Enroll", selector: "#enroll", count: 1, purpose: "add" as const },
    { name: "More", selector: "li .more", count: 3 },
  ],
});
const found = (origin: string, ...titles: string[]) => ({
  origin,
  title: "River SIS",
  rosters: titles.map(roster),
});
const begin = (): TeachDraft =>
  beginDraft(
    [
      { frameId: 0, found: found("https://sis.example.org", "Room A", "Room B") },
      { frameId: 5, found: found("https://sis.example.org", "Room C") },
    ],
    sync,
  );
const at = (step: TeachDraft["step"], given: Partial<TeachDraft> = {}): TeachDraft => ({
  ...begin(),
  step,
  ...given,
});

describe("a draft", () => {
  it("begins with what was recognised, and knows nothing of a sync", () => {
    const draft = begin();
    expect(draft.rosters.map(({ frameId, at: place }) => [frameId, place])).toEqual([
      [0, 0],
      [0, 1],
      [5, 0],
    ]);
    expect(draft.columns.map(({ field }) => field)).toEqual(["name", "none"]);
    expect(draft.picked).toEqual({ add: "#add" });
    expect([draft.details, draft.added, draft.title]).toEqual(["unknown", "unknown", "River SIS"]);
  });

  it("gives a field to one column only, but leaves any number unused", () => {
    const draft = nameColumn(begin(), "1", "name");
    expect(draft.columns.map(({ field }) => field)).toEqual(["none", "name"]);
    expect(nameColumn(draft, "1", "none").columns.map(({ field }) => field)).toEqual(["none", "none"]);
  });

  it("takes a control that was pointed at, and lets it go", () => {
    const control = { name: "…", selector: "li .more", count: 3 };
    const pointed = addPointed(begin(), "move", control);
    expect(pointed.controls).toHaveLength(3);
    expect(pointed.picked).toEqual({ add: "#add", move: "li .more" });
    expect(addPointed(begin(), "move", { ...control, selector: "#m" }).controls).toHaveLength(4);
    expect(pickControl(pointed, "add", "").picked).toEqual({ move: "li .more" });
  });

  it("forgets another roster's columns and controls, not the name given to the portal", () => {
    const draft = chooseOffered({ ...nameColumn(begin(), "1", "id"), title: "Ours", picked: {} }, 2);
    expect(draft.columns[1]?.field).toBe("none");
    expect(draft.picked).toEqual({ add: "#add" });
    expect([draft.chosen, draft.title]).toEqual([2, "Ours"]);
    expect(chooseOffered(draft, 9)).toBe(draft);
  });
});

describe("the next step", () => {
  it.each<[TeachDraft["step"], Partial<TeachDraft>, ReturnType<typeof missingIn>]>([
    ["find", {}, undefined],
    ["find", { rosters: [] }, "roster"],
    ["columns", {}, undefined],
    ["columns", { columns: [] }, "name"],
    ["controls", { picked: {} }, undefined],
    ["fate", {}, undefined],
    ["fate", { details: "overwritten", sync: { ...sync, weekdays: [] } }, "days"],
    ["fate", { details: "overwritten", sync: { ...sync, weekdays: [] }, knowsWhen: false }, undefined],
    ["fate", { details: "kept", sync: { ...sync, weekdays: [] } }, undefined],
    ["save", {}, undefined],
    ["save", { title: "  " }, "title"],
  ])("of %s with %j wants %s", (step, given, missing) => {
    const draft = at(step, given);
    expect(missingIn(draft)).toBe(missing);
    expect(moveStep(draft, 1) === draft).toBe(missing !== undefined || step === "save");
  });

  it("goes back without a question, but not before the first", () => {
    expect(moveStep(at("columns", { columns: [] }), -1).step).toBe("find");
    expect(moveStep(at("find"), -1).step).toBe("find");
  });
});

describe("the answers", () => {
  it("name a schedule only where an update overwrites and its time is known", () => {
    expect(answersOf(begin(), "").sync).toBeUndefined();
    expect(answersOf(at("save", { details: "overwritten" }), "").sync).toEqual(sync);
    expect(answersOf(at("save", { details: "overwritten", knowsWhen: false }), "").sync).toBeUndefined();
  });

  it("take the tab's origin for a frame that has none", () => {
    expect(answersOf(begin(), "https://tab.example.org").origin).toBe("https://sis.example.org");
    const opaque = beginDraft([{ frameId: 3, found: found("null", "Room A") }], sync);
    expect(answersOf(opaque, "https://tab.example.org").origin).toBe("https://tab.example.org");
  });

  it("hold no value of the page", () => {
    expect(JSON.stringify(answersOf(begin(), ""))).not.toMatch(/Rivera|100234/);
  });
});
