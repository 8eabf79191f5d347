import type { LookalikePage } from "../page.ts";
import type { EditPath } from "../steps.ts";

type Ordinary = Pick<LookalikePage, "slug" | "title" | "about" | "seed" | "counts" | "body" | "grades"> & {
  actions: readonly EditPath[];
};

/** A page with controls and not one roster: whatever is done on it must stay unremarked. */
export const makeOrdinary = (page: Ordinary): LookalikePage => ({
  ...page,
  kind: "ordinary",
  rosters: [],
  client: "ordinary",
});

export const press = (name: string, css: string): EditPath => ({
  name,
  kind: "none",
  steps: [{ click: css }],
});

export const change = (name: string, css: string, words: string): EditPath => ({
  name,
  kind: "none",
  steps: [{ choose: [css, words] }],
});

/** Types into a field and leaves it. */
export const write = (name: string, css: string, words: string): EditPath => ({
  name,
  kind: "none",
  steps: [{ click: css }, { type: words }, { key: "Tab" }],
});
