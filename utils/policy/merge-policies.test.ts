import { describe, expect, it } from "vitest";
import { defaultPolicy } from "./default-policy.ts";
import { leaForTests } from "./lea-for-tests.ts";
import { mergePolicies } from "./merge-policies.ts";

const defaults = defaultPolicy("America/Denver");

describe("mergePolicies", () => {
  it("is the defaults where nobody says anything", () => {
    expect(mergePolicies({}, defaults)).toEqual({ policy: defaults, managedKeys: [], problems: [] });
  });

  it("lets managed beat file, file beat options, options beat defaults", () => {
    const { policy, managedKeys } = mergePolicies(
      {
        managed: { lea: { name: "Managed" } },
        file: { ...leaForTests, lea: { name: "File" }, retention: 30 },
        options: { language: "es", retention: 7, guard: { level: "block" } },
      },
      defaults,
    );
    expect(policy.lea.name).toBe("Managed");
    expect(policy.retention).toBe(30);
    expect(policy.language).toBe("en");
    expect(policy.guard.level).toBe("inform");
    expect(managedKeys).toEqual(["lea"]);
    expect(mergePolicies({ options: { language: "es" } }, defaults).policy.language).toBe("es");
  });

  it.each([
    ["session", "session"],
    ["30", 30],
  ])("reads managed retention %j, which Chrome can only hold as text", (text, value) => {
    expect(mergePolicies({ managed: { retention: text } }, defaults).policy.retention).toBe(value);
  });

  it("leaves out a managed key that is wrong, says so, and does not call it managed", () => {
    const { policy, managedKeys, problems } = mergePolicies(
      { managed: { guard: { level: 3 }, language: "es" }, file: { guard: { level: "confirm" } } },
      defaults,
    );
    expect(policy.guard.level).toBe("confirm");
    expect(managedKeys).toEqual(["language"]);
    expect(problems).toEqual(["Set by your district: guard.level must be one of: inform, confirm, block."]);
  });

  it("falls back to the browser's time zone rather than to dates that throw", () => {
    const { policy, problems } = mergePolicies({ managed: { timeZone: "Central" } }, defaults);
    expect(policy.timeZone).toBe("America/Denver");
    expect(problems).toHaveLength(1);
  });

  it("checks what only together is wrong", () => {
    const { problems } = mergePolicies(
      { managed: { schools: [{ id: "500", name: "New" }] }, file: leaForTests },
      defaults,
    );
    expect(problems).toEqual([
      'procedures.correct-details.contacts[0].schools[0] must be the id of a school of the policy; "101" is not listed.',
    ]);
  });
});
