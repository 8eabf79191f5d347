/** What the next sync does to a manual edit (SYSTEMS.md, "What an edit becomes"). */
export const mergePolicies = ["overwritten", "kept", "purpose", "locked", "unknown"] as const;
export type MergePolicy = (typeof mergePolicies)[number];
