/** What a finding says of itself: the facts its rule gave, and how often. */
export type Facts = Readonly<Record<string, string | number>> & { readonly count: number };

/** The words of one rule in one language. Each `what` is one sentence; the parts stand alone and hold no markup. */
export type RuleWords = {
  /** The bad condition in a few words, for lists. */
  title: string;
  what: (facts: Facts) => string;
  /** Why it matters at the receiver. */
  why: string | ((facts: Facts) => string);
  fix: string | ((facts: Facts) => string);
};

export type Language = "en" | "es";
