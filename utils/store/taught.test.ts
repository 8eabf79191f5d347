import { describe, expect, it } from "vitest";
import { leaForTests } from "../policy/lea-for-tests.ts";
import type { KeyArea } from "./key-area.ts";
import { readPolicy, writePolicyFile } from "./policies.ts";
import { forgetTaught, keepTaught, mostTaught, readTaught, type Taught, taughtKey } from "./taught.ts";

const makeArea = () => {
  const held = new Map<string, unknown>();
  const area: KeyArea = {
    get: async (key) => (held.has(key) ? { [key]: held.get(key) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) held.set(key, value);
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) held.delete(key);
    },
  };
  return { area, held };
};
const taught = (id: string, origin = `https://${id}.example.org`, title = id): Taught => ({
  profile: { id, title },
  settings: { profile: id, origins: [origin], sync: { weekdays: [1], at: "02:00", onHolidays: false } },
});

describe("portals that a person taught", () => {
  it("are kept, replaced by their id, and forgotten one by one", async () => {
    const { area } = makeArea();
    await keepTaught(area, taught("taught-a"));
    await keepTaught(area, taught("taught-b"));
    await keepTaught(area, taught("taught-a", "https://a.example.org", "anew"));
    expect((await readTaught(area)).map(({ profile }) => profile.title)).toEqual(["taught-b", "anew"]);
    await forgetTaught(area, "taught-b");
    expect((await readTaught(area)).map(({ settings }) => settings.profile)).toEqual(["taught-a"]);
  });

  it("are at most as many as a policy takes", async () => {
    const { area } = makeArea();
    for (let at = 0; at <= mostTaught; at += 1) await keepTaught(area, taught(`taught-${at}`));
    const kept = await readTaught(area);
    expect(kept).toHaveLength(mostTaught);
    expect(kept[0]?.settings.profile).toBe("taught-1");
  });

  it.each([[undefined], ["text"], [[{ profile: {} }]], [[{ profile: {}, settings: { origins: [] } }]]])(
    "are none where %j is kept",
    async (value) => {
      const { area, held } = makeArea();
      if (value !== undefined) held.set(taughtKey, value);
      expect(await readTaught(area)).toEqual([]);
    },
  );

  it("count after the LEA's portals, and not at all at an address that the LEA names", async () => {
    const { area } = makeArea();
    const areas = { managed: null, local: area };
    await writePolicyFile(areas, leaForTests);
    const before = (await readPolicy(areas, "America/Chicago")).policy;
    await keepTaught(area, taught("taught-mine"));
    await keepTaught(area, taught("taught-theirs", leaForTests.portals[0]!.origins[0]!));
    const { policy } = await readPolicy(areas, "America/Chicago");
    expect(policy.portals).toEqual([...before.portals, taught("taught-mine").settings]);
    expect(policy.profiles).toEqual([...(before.profiles ?? []), taught("taught-mine").profile]);
  });
});
