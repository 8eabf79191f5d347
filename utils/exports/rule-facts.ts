import type { Rule } from "../checks/rule.ts";
import { wordsOf } from "../findings/describe.ts";

/** What an export says of a rule, whether or not it found anything. */
export type RuleFacts = Pick<Rule, "id" | "outcome" | "consequence" | "source" | "certain">;

/** The rule's title, and why it matters and how to mend it as far as that does not depend on a finding. */
export const wordsForRule = (id: string): { title: string; why: string; fix: string } => {
  const { title, why, fix } = wordsOf(id, "en");
  return { title, why: typeof why === "string" ? why : "", fix: typeof fix === "string" ? fix : "" };
};
