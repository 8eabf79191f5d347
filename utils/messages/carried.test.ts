import { expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { Policy } from "../policy/policy.ts";
import type { PortalBriefing } from "./answers.ts";
import { makeWorld, origin } from "./desk-for-tests.ts";
import type { Sender } from "./sender.ts";

const page: Sender = { id: "us", url: `${origin}/roster`, origin, tab: { id: 7 }, frameId: 2 };
const carried = {
  edits: [{ edit: { change: "withdraw", studentId: "1", sectionId: "A", schoolId: "" }, isMove: true }],
  before: [],
};

it("gives what was under way in a frame to the page that greets there next, and to no other frame", async () => {
  const world = makeWorld(demoPolicy as unknown as Policy);
  expect(await world.desk({ type: "portal/carried", carried }, page)).toEqual({ ok: true, value: null });
  const greet = async (sender: Sender) => {
    const answer = await world.desk({ type: "portal/hello", url: `${origin}/roster` }, sender);
    return answer.ok ? (answer.value as PortalBriefing).carried : undefined;
  };
  expect(await greet({ ...page, frameId: 3 })).toBeUndefined();
  expect(await greet(page)).toEqual(carried);
});

it("takes nothing from a site that the policy does not name", async () => {
  const world = makeWorld(demoPolicy as unknown as Policy);
  const elsewhere = { ...page, origin: "https://evil.example", url: "https://evil.example/" };
  expect((await world.desk({ type: "portal/carried", carried }, elsewhere)).ok).toBe(false);
  expect(world.carried.size).toBe(0);
});
