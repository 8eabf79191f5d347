import { describe, expect, it, vi } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { Policy } from "../policy/policy.ts";
import {
  forgetPolicyFile,
  type PolicyAreas,
  readPolicy,
  writeLanguage,
  writePolicyFile,
} from "./policies.ts";

const makeAreas = (managed: PolicyAreas["managed"]) => {
  const held = new Map<string, unknown>();
  const areas: PolicyAreas = {
    managed,
    local: {
      get: async (key) => (held.has(key) ? { [key]: held.get(key) } : {}),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) held.set(key, value);
      },
      remove: async (keys) => {
        for (const key of [keys].flat()) held.delete(key);
      },
    },
  };
  return { areas, held };
};
const policy = demoPolicy as unknown as Policy;
const zone = "America/Chicago";

describe("the policy in force", () => {
  it("is the default's before anything is configured, also where managed storage rejects", async () => {
    const { areas } = makeAreas({ get: () => Promise.reject(new Error("no managed storage")) });
    expect((await readPolicy(areas, zone)).policy).toMatchObject({ timeZone: zone, portals: [] });
  });

  it("follows a loaded file, a language set on top of it, and the file's removal", async () => {
    const { areas } = makeAreas({ get: async () => ({}) });
    await writePolicyFile(areas, policy);
    expect((await readPolicy(areas, zone)).policy.lea.name).toBe("Bluebonnet ISD");
    await writeLanguage(areas, "es");
    expect((await readPolicy(areas, zone)).policy).toMatchObject({ language: "es", lea: policy.lea });
    await forgetPolicyFile(areas);
    await writeLanguage(areas, "es");
    expect((await readPolicy(areas, zone)).policy).toMatchObject({ language: "es", lea: { name: "" } });
  });

  it("is the district's where it manages the browser, and says which keys", async () => {
    const { areas } = makeAreas({ get: async () => ({ lea: { name: "Managed ISD" } }) });
    await writePolicyFile(areas, policy);
    const merged = await readPolicy(areas, zone);
    expect(merged).toMatchObject({ policy: { lea: { name: "Managed ISD" } }, managedKeys: ["lea"] });
  });

  it("does not wait for a browser that is slow to look, uses what it saw last, and writes down what is new", async () => {
    const { promise, resolve } = Promise.withResolvers<Record<string, unknown>>();
    const { areas, held } = makeAreas({ get: () => promise });
    held.set("managedSeen", { lea: { name: "Seen ISD" } });
    expect((await readPolicy(areas, zone)).policy.lea.name).toBe("Seen ISD");
    resolve({ lea: { name: "New ISD" } });
    await vi.waitFor(() => expect(held.get("managedSeen")).toEqual({ lea: { name: "New ISD" } }));
  });
});
