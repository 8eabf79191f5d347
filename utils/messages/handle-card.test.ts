import { beforeEach, describe, expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { Policy } from "../policy/policy.ts";
import { makeWorld, origin } from "./desk-for-tests.ts";
import type { Sender } from "./sender.ts";

const frame = (frameId: number): Sender => ({
  id: "us",
  url: `${origin}/frame`,
  origin,
  tab: { id: 7 },
  frameId,
});
const beat = { type: "portal/card", card: "c1", show: { kind: "beat" } };
const press = { type: "portal/card-pressed", card: "c1", to: 3, press: "upload" };

let world: ReturnType<typeof makeWorld>;
beforeEach(() => {
  world = makeWorld(demoPolicy as unknown as Policy);
  world.world.frameAnswers = true;
});

describe("the card of a small frame", () => {
  it("is shown by the tab's own document, which is told whose it is by the browser's word", async () => {
    const asked = { ...beat, frame: 0, origin: "https://evil.example" };
    expect(await world.desk(asked, frame(3))).toEqual({ ok: true, value: true });
    expect(world.frameNews).toEqual([[7, 0, { ...beat, frame: 3, origin }]]);
  });

  it("is answered to its frame", async () => {
    expect(await world.desk(press, frame(0))).toEqual({ ok: true, value: true });
    expect(world.frameNews).toEqual([[7, 3, { type: "portal/card-pressed", card: "c1", press: "upload" }]]);
  });

  it.each([
    ["no frame presses what the tab's own document shows", press, 3],
    ["the tab's own document shows its cards itself", beat, 0],
  ])("%s", async (_, message, frameId) => {
    expect(await world.desk(message, frame(frameId))).toEqual({ ok: true, value: false });
    expect(world.frameNews).toEqual([]);
  });

  it.each([undefined, null, "yes", { ok: true }])("does not stand where the answer is %j", async (answer) => {
    world.world.frameAnswers = answer;
    expect(await world.desk(beat, frame(3))).toEqual({ ok: true, value: false });
  });

  it.each([
    { ...beat, show: { kind: "note", text: "x".repeat(501), tone: "good" } },
    { ...beat, show: { kind: "note", text: "x", tone: "loud" } },
    { ...beat, show: { kind: "eval", text: "x" } },
    { ...press, press: "delete" },
    { ...press, to: 0 },
  ])("refuses what is not shaped like one: %j", async (message) => {
    expect((await world.desk(message, frame(message.type === "portal/card" ? 3 : 0))).ok).toBe(false);
    expect(world.frameNews).toEqual([]);
  });

  it("is nothing for a site that the policy does not name", async () => {
    const elsewhere = { ...frame(3), origin: "https://evil.example", url: "https://evil.example/" };
    expect((await world.desk(beat, elsewhere)).ok).toBe(false);
    expect(world.frameNews).toEqual([]);
  });
});
