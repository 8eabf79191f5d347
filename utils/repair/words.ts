import type { LeftReason, RepairKind } from "./repair.ts";
import { leftWordsEn, remainsEn, repairWordsEn } from "./words-en.ts";
import { leftWordsEs, remainsEs, repairWordsEs } from "./words-es.ts";

type Language = "en" | "es";

export const sayRepair = (kinds: readonly RepairKind[], language: Language): string =>
  kinds.map((kind) => (language === "es" ? repairWordsEs : repairWordsEn)[kind]).join(" ");

export const sayLeft = (why: LeftReason, language: Language): string =>
  (language === "es" ? leftWordsEs : leftWordsEn)[why];

/** Why a finding of this rule remains when no repair had anything to say of it. */
export const sayRemains = (rule: string, language: Language): string =>
  (language === "es" ? remainsEs : remainsEn).find(([rules]) => rules.test(rule))?.[1] ?? "";
