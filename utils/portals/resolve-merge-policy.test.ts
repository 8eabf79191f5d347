import { describe, expect, it } from "vitest";
import type { MergePolicy } from "../policy/merge-policy.ts";
import { mergePolicyOf } from "./resolve-merge-policy.ts";

type Policies = Record<string, MergePolicy>;

describe("mergePolicyOf", () => {
  it.each<[string, Policies, Policies | undefined, string, MergePolicy]>([
    ["the profile's default", { "*": "overwritten" }, undefined, "firstName", "overwritten"],
    ["the profile's word for the field", { "*": "overwritten", note: "kept" }, undefined, "note", "kept"],
    ["the LEA's word for the field", { note: "kept" }, { note: "locked" }, "note", "locked"],
    [
      "the LEA's default beats the profile's default",
      { "*": "overwritten" },
      { "*": "kept" },
      "firstName",
      "kept",
    ],
    ["the profile's field beats the LEA's default", { id: "locked" }, { "*": "kept" }, "id", "locked"],
    ["a new row", { "*": "kept", "add-student": "overwritten" }, undefined, "add-student", "overwritten"],
    ["nobody says", {}, {}, "firstName", "unknown"],
    ["a name every object has", { "*": "kept" }, {}, "constructor", "kept"],
    ["the same without a default", {}, {}, "toString", "unknown"],
  ])("%s", (_, profile, settings, field, expected) => {
    const lea = settings === undefined ? undefined : { mergePolicy: settings };
    expect(mergePolicyOf({ mergePolicy: profile }, lea, field)).toBe(expected);
  });
});
