import { describe, expect, it } from "vitest";
import { fitReceiver } from "./fit-receiver.ts";
import type { Format } from "./format.ts";
import { findFormat, formats } from "./index.ts";
import { receiverFor, receivers, systems } from "./receiver.ts";

const format = (id: string): Format => {
  const found = findFormat(id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
};
const spec = (one: Format, role: string) => one.files.find((file) => file.role === role);

describe("receivers", () => {
  it("are listed under the ids that a person may name", () => {
    expect(receivers.map(({ id }) => id)).toEqual([...systems]);
  });

  it.each([
    ["cli-engage", undefined, "cli-engage"],
    [undefined, "cli-engage-workbook", "cli-engage"],
    [undefined, "clever-sftp", "clever"],
    [undefined, "sds-2.1", "microsoft-sds"],
    [undefined, "oneroster-1.1", "generic"],
    ["generic", "sds-1", "generic"],
    ["somebody-else", "sds-1", "generic"],
  ])("named %s with files in %s: %s", (system, id, expected) => {
    expect(receiverFor(system, id).id).toBe(expected);
  });

  it("name a source for every fact", () => {
    for (const { id, title, own, ...facts } of receivers) {
      expect(title).not.toBe("");
      for (const known of own) expect(findFormat(known), id).toBeDefined();
      for (const [name, fact] of Object.entries(facts))
        expect(fact.source.length, `${id}.${name}`).toBeGreaterThan(10);
    }
  });
});

describe("a format as its receiver reads it", () => {
  it("is the format itself where the receiver differs in nothing", () => {
    for (const one of formats) expect(fitReceiver(one, receiverFor("generic"))).toBe(one);
  });

  it("is made once", () => {
    const made = fitReceiver(format("oneroster-1.1"), receiverFor("clever"));
    expect(fitReceiver(format("oneroster-1.1"), receiverFor("clever"))).toBe(made);
  });

  it("has columns in any order for Clever, their names letter by letter", () => {
    const users = spec(fitReceiver(format("oneroster-1.1"), receiverFor("clever")), "users");
    expect(users).toMatchObject({ columnOrder: "free", headerNames: "exact" });
    expect(spec(format("oneroster-1.1"), "users")?.columnOrder).toBe("fixed");
  });

  it("takes TRUE and FALSE for Microsoft", () => {
    const sds = fitReceiver(format("oneroster-1.1"), receiverFor("microsoft-sds"));
    const enabled = spec(sds, "users")?.fields.find(({ name }) => name === "enabledUser");
    expect(enabled?.anyCase).toBe(true);
    const plain = spec(format("oneroster-1.1"), "users")?.fields.find(({ name }) => name === "enabledUser");
    expect(plain?.anyCase).toBeUndefined();
  });

  it("uses six files of OneRoster, and one of two, for CLI Engage, and asks for no manifest", () => {
    const cli = fitReceiver(format("oneroster-1.1"), receiverFor("cli-engage"));
    expect(cli.files.map(({ role }) => role).sort()).toEqual(
      "academicSessions classes courses demographics enrollments manifest orgs users".split(" "),
    );
    expect(spec(cli, "manifest")?.required).toBe("no");
  });
});
