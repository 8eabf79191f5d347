import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { Policy } from "../policy/policy.ts";
import type { IntentAnswer, PortalBriefing } from "./answers.ts";
import type { PageRoster } from "./contracts.ts";
import { makeWorld, origin, root } from "./desk-for-tests.ts";
import { pageRosterName } from "./desk-store.ts";
import type { Sender } from "./sender.ts";

const page: Sender = { id: "us", url: `${origin}/roster`, origin, tab: { id: 7 } };

const student = (id: string, firstName: string, lastName: string, status = "Active") => ({
  id,
  fields: { firstName, lastName, status },
  sectionIds: ["CLS-1"],
});
const seen = (students: PageRoster["students"], more: Partial<PageRoster> = {}): PageRoster => ({
  schools: [{ id: "000917101", name: "Barton Creek Elementary School" }],
  sections: [{ id: "CLS-1", title: "Chen Pre-K", schoolId: "000917101", teacherIds: [], homeroom: true }],
  students,
  seen: students.length,
  of: students.length,
  lastSync: "2026-11-19T08:00:00.000Z",
  ...more,
});
const rosterMessage = (students: PageRoster["students"], more: Partial<PageRoster> = {}) => ({
  type: "portal/roster",
  page: "class-roster-management",
  roster: seen(students, more),
});
const rename = {
  change: "correct-details",
  field: "firstName",
  studentId: "0001",
  sectionId: "CLS-1",
  schoolId: "000917101",
  before: "Ana",
  after: "Anna",
};

let world: ReturnType<typeof makeWorld>;
beforeEach(() => {
  world = makeWorld(demoPolicy as unknown as Policy);
});

describe("who may speak", () => {
  it.each<[string, Sender]>([
    ["another extension", { ...page, id: "them" }],
    ["no id", { url: page.url, tab: page.tab }],
    ["one of our own pages", { id: "us", url: `${root}sidepanel.html` }],
    ["no tab", { id: "us", url: page.url, origin }],
    ["a file address", { id: "us", url: "file:///x", tab: { id: 7 } }],
    ["an opaque origin and no address", { id: "us", origin: "null", tab: { id: 7 } }],
    ["a site that is not granted", { ...page, url: "https://evil.example/", origin: "https://evil.example" }],
  ])("%s is refused without an effect", async (_, sender) => {
    const answer = await world.desk({ type: "portal/need-validator" }, sender);
    expect(answer.ok).toBe(false);
    expect(world.effects).toEqual([]);
  });

  it("10,000 random messages never throw and never have an effect", async () => {
    const types = ["hello", "roster", "resting", "intent", "saved", "reported", "open-panel", "released"];
    const message = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constantFrom(...types.map((type) => `portal/${type}`)) }),
      fc.record(
        {
          type: fc.constantFrom(...types.map((type) => `portal/${type}`)),
          url: fc.anything(),
          page: fc.anything(),
          roster: fc.anything(),
          edit: fc.anything(),
          edits: fc.anything(),
          jobId: fc.anything(),
          decision: fc.string(),
          view: fc.string(),
        },
        { requiredKeys: ["type"] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(message, async (sent) => {
        const answer = await world.desk(sent, page);
        // Chance makes a well-formed message now and then ("saved" without edits), never one that does something.
        const harmless = ["portal/hello", "portal/resting", "portal/saved"];
        if (answer.ok) expect(harmless).toContain((sent as { type: string }).type);
        else expect(typeof answer.problem).toBe("string");
      }),
      { numRuns: 10_000 },
    );
    expect(world.effects.filter((effect) => !effect.startsWith("tab "))).toEqual([]);
    expect(world.entries.size + world.rosters.size).toBe(0);
  }, 60_000);
});

describe("a roster page", () => {
  it("is briefed with words, pages and the calm notice", async () => {
    const answer = await world.desk({ type: "portal/hello", url: page.url }, page);
    expect(answer).toMatchObject({ ok: true, value: { profile: "cli-engage", level: "inform" } });
    expect(JSON.stringify(answer)).toContain("Bluebonnet ISD");
  });

  it("lets the validator get ready where files are chosen, and nowhere else", async () => {
    await world.desk({ type: "portal/hello", url: page.url }, page);
    expect(world.effects).not.toContain("warm");
    const url = `${new URL(page.url ?? "").origin}/administrative-tools/universal-roster`;
    await world.desk({ type: "portal/hello", url }, { ...page, url });
    expect(world.effects).toContain("warm");
  });

  it("tells who joined and left between two whole looks, and nobody between a whole and a partial one", async () => {
    const [ana, ben, eva] = [
      student("0001", "Ana", "Peña"),
      student("0002", "Ben", "Lee"),
      student("0003", "Eva", "Ruiz"),
    ];
    await world.desk(rosterMessage([ana, ben]), page);
    expect(world.changes).toEqual([]);
    await world.desk(rosterMessage([ana], { seen: 1, of: 2 }), page);
    expect(world.changes).toEqual([]);
    await world.desk(rosterMessage([ana, eva]), page);
    expect(world.changes).toEqual(["CLS-1 +Eva Ruiz -Ben Lee"]);
    expect(
      world.rosters
        .get(pageRosterName(origin))
        ?.students.map(({ id }) => id)
        .sort(),
    ).toEqual(["0001", "0003"]);
  });

  it("follows an edit: waiting, then overwritten by the sync that the page shows", async () => {
    await world.desk(rosterMessage([student("0001", "Ana", "Peña")]), page);
    await world.desk({ type: "portal/saved", edits: [rename] }, page);
    const before = await world.desk(rosterMessage([student("0001", "Anna", "Peña")]), page);
    expect(before).toMatchObject({ value: { needsAttention: false } });
    expect(world.effects.at(-1)).toMatch(/^badge 1 /);

    world.clock.now = "2026-11-20T16:00:00.000Z";
    const lastSync = "2026-11-20T08:00:00.000Z";
    const after = await world.desk(rosterMessage([student("0001", "Ana", "Peña")], { lastSync }), page);
    expect(after).toMatchObject({ value: { needsAttention: true } });
    const [kept] = [...world.entries.values()];
    expect(kept).toMatchObject({
      entry: { fate: "overwritten" },
      readable: { name: "Ana Peña", after: "Anna" },
    });
    expect(JSON.stringify(after)).not.toMatch(/Ana|Peña|0001/);
  });

  it("keeps one entry for a cell that was edited twice, from its first value to its last", async () => {
    await world.desk(rosterMessage([student("0001", "Ana", "Peña")]), page);
    await world.desk({ type: "portal/saved", edits: [rename] }, page);
    await world.desk({ type: "portal/saved", edits: [{ ...rename, before: "Anna", after: "Anne" }] }, page);
    expect([...world.entries.values()].map(({ entry }) => [entry.before, entry.after])).toEqual([
      ["digest(value:firstName:Ana)", "digest(value:firstName:Anne)"],
    ]);
  });

  it("takes two presses of a button for one report, and says by when it should show", async () => {
    const edit = { ...rename, change: "withdraw", field: "status", before: "Active", after: "Inactive" };
    const first = await world.desk({ type: "portal/reported", edit, channel: "mail" }, page);
    await world.desk({ type: "portal/reported", edit, channel: "copy" }, page);
    expect(first).toMatchObject({ ok: true, value: { line: expect.stringContaining("reported today") } });
    expect([...world.entries.values()]).toMatchObject([{ entry: { kind: "report", channel: "copy" } }]);
  });

  it("answers an intent without any student in it", async () => {
    const answer = await world.desk({ type: "portal/intent", edit: rename }, page);
    expect(answer).toMatchObject({ ok: true, value: { verdict: { policy: "overwritten" } } });
    expect(JSON.stringify(answer)).not.toMatch(/Ana|0001/);
  });

  it("says one thing of one class once a session, on whichever page and tab it is asked", async () => {
    const ask = async (edit: object, sender = page) => {
      const answer = await world.desk({ type: "portal/intent", edit }, sender);
      return answer.ok && (answer.value as IntentAnswer).told === true;
    };
    expect(await ask(rename)).toBe(false);
    expect(await ask({ ...rename, studentId: "0002" })).toBe(true);
    expect(await ask(rename, { ...page, tab: { id: 8 } })).toBe(true);
    expect(await ask({ ...rename, field: "lastName" })).toBe(false);
    expect(await ask({ ...rename, sectionId: "CLS-2" })).toBe(false);
    expect(await ask({ ...rename, change: "withdraw", field: "status" })).toBe(false);
  });

  it("where saves are confirmed, knows after a reload which class's first save was held", async () => {
    world.level.now = "confirm";
    const heldAt = async (sender = page) => {
      const answer = await world.desk({ type: "portal/hello", url: page.url }, sender);
      return answer.ok ? (answer.value as PortalBriefing).held : null;
    };
    expect(await heldAt()).toEqual([]);
    await world.desk({ type: "portal/held", sectionId: "CLS-1" }, page);
    expect(await heldAt({ ...page, tab: { id: 8 } })).toEqual(["CLS-1"]);
  });

  it("is a new page by the hello of the tab's own document, not by that of a frame in it", async () => {
    await world.desk(rosterMessage([student("0001", "Ana", "Peña")]), page);
    await world.desk({ type: "portal/hello", url: page.url }, { ...page, frameId: 3 });
    expect(world.tabs.get(7)?.sectionIds).toEqual(["CLS-1"]);
    await world.desk({ type: "portal/hello", url: page.url }, { ...page, frameId: 0 });
    expect(world.tabs.get(7)?.sectionIds).toEqual([]);
  });

  it("stands under a date that is none without falling over", async () => {
    const answer = await world.desk(
      rosterMessage([student("0001", "Ana", "Peña")], { lastSync: "yesterday" }),
      page,
    );
    expect(answer.ok).toBe(true);
    expect(world.tabs.get(7)?.lastSync).toBeUndefined();
  });
});

describe("a held file", () => {
  const release = (jobId: string, decision: string) =>
    world.desk({ type: "portal/released", jobId, decision }, page);

  it.each(["upload", "timeout"])("stays the last checked file when the decision is %s", async (decision) => {
    expect(await release("j1", decision)).toMatchObject({ ok: true });
    expect(world.effects).toEqual([]);
  });

  it("is put back by the tab that held it, whatever job it names", async () => {
    await release("j1", "choose-another");
    await release("8:j2", "choose-another");
    expect(world.effects).toEqual(["put back 7:j1", "put back 7:8:j2"]);
  });
});

describe("parts of the guest", () => {
  it("come with the greeting of a portal the policy names", async () => {
    await world.desk({ type: "portal/hello", url: page.url }, { ...page, frameId: 3 });
    expect(world.parts).toEqual(["surfaces in 3"]);
  });

  it("come again when they are asked for, into granted frames only", async () => {
    const ask = { type: "portal/part", part: "detect" };
    const other = { ...page, url: "https://evil.example/", origin: "https://evil.example" };
    expect(await world.desk(ask, other)).toMatchObject({ ok: false });
    expect(world.parts).toEqual([]);
    expect(await world.desk(ask, page)).toEqual({ ok: true, value: null });
    expect(world.parts).toEqual(["detect in 0"]);
    expect(await world.desk({ ...ask, part: "store" }, page)).toMatchObject({ ok: false });
  });

  it("are told missing where the browser does not let them in", async () => {
    world.world.refusesParts = true;
    expect(await world.desk({ type: "portal/hello", url: page.url }, page)).toMatchObject({ ok: true });
    expect(await world.desk({ type: "portal/part", part: "surfaces" }, page)).toMatchObject({ ok: false });
  });
});

describe("a person who wants to be told less", () => {
  const intent = { type: "portal/intent", edit: rename };
  const less = (scope: string, sectionId = "CLS-1") =>
    world.desk({ type: "portal/quiet", scope, sectionId }, page);
  const warned = async (more = {}) => {
    const answer = await world.desk({ ...intent, ...more }, page);
    return (answer as { value: IntentAnswer }).value.warning !== undefined;
  };

  it.each(["hour", "today", "class", "site"])("hears nothing after %s", async (scope) => {
    expect(await warned()).toBe(true);
    await less(scope);
    expect(await warned()).toBe(false);
  });

  it("hears of other classes still", async () => {
    await less("class", "CLS-2");
    expect(await warned()).toBe(true);
  });

  it("hears again when the hour is over, or when it is undone", async () => {
    await less("hour");
    world.clock.now = "2026-11-19T17:00:01.000Z";
    expect(await warned()).toBe(true);
    await less("site");
    world.quiet.list = [];
    expect(await warned()).toBe(true);
  });

  it("is not asked at a save either, but what the LEA blocks stays blocked", async () => {
    await less("site");
    const level = async () => {
      const answer = await world.desk({ type: "portal/hello", url: page.url }, page);
      return (answer as { value: PortalBriefing }).value.level;
    };
    world.level.now = "confirm";
    expect(await level()).toBe("inform");
    world.level.now = "block";
    expect(await level()).toBe("block");
    expect(await warned()).toBe(false);
    expect(await warned({ isSave: true })).toBe(true);
  });
});
