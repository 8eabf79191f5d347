import type { Html } from "../shared/html.ts";
import type { Counts } from "./people.ts";
import type { PageState } from "./state.ts";
import type { EditPath } from "./steps.ts";

/** A class a page shows, and the list its people are in. */
export type RosterOf = { list: string; className: string };

export type LookalikePage = {
  slug: string;
  /** What the page's own heading says. */
  title: string;
  language?: "en" | "es";
  kind: "roster" | "ordinary";
  /** What it is made with and what makes it hard, for the index. */
  about: string;
  seed: number;
  counts: Counts;
  grades?: readonly string[];
  /** The rosters it shows; none on an ordinary page. */
  rosters: readonly RosterOf[];
  /** Where a page shows the student's id. */
  idFrom?: "cell" | "link" | "data-attribute" | "option value";
  /** Classic scripts and style sheets of libraries, served from node_modules. */
  vendorScripts?: readonly string[];
  vendorStyles?: readonly string[];
  /** The page's own module under client/, "ordinary" for what needs nothing special. */
  client: string;
  body: (state: PageState) => Html;
  /** What an ordinary page lets a person do. */
  actions?: readonly EditPath[];
  /** True when the page's own body stands alone: no portal header and menu around it. */
  bare?: boolean;
  /** Documents under the page's address, for its frames. */
  parts?: Readonly<Record<string, () => string>>;
};
