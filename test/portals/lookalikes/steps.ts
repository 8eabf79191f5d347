/** One thing a person does. `click` and the like name an element by CSS; `clickAt` a place of a closed shadow root. */
export type Step = Act & {
  /** Frames the element is in, where it is not the page's usual ones. */
  frame?: string[];
};

type Act =
  | { click: string }
  | { doubleClick: string }
  | { rightClick: string }
  | { focus: string }
  | { type: string }
  | { key: string }
  /** Takes an option by its words with the keyboard. */
  | { choose: [control: string, words: string] }
  | { drag: [from: string, to: string] }
  | { clickAt: string }
  | { doubleClickAt: string }
  | { wait: string }
  | { scroll: [element: string, pixels: number] };

/** A way to do something on a page; the steps are done in the frame the page names in `window.frame`. */
export type EditPath = {
  name: string;
  /** What the last step, or the step before the save, is for. */
  kind: "add" | "remove" | "move" | "change" | "none";
  steps: Step[];
};

/** What a page tells about itself, as its window holds it. */
export type PageTruth = {
  rows: TruthRow[];
  total: number;
  className?: string;
  idFrom?: "cell" | "link" | "data-attribute" | "option value";
  rosters: { className: string; rows: TruthRow[]; total: number }[];
  /** People on the page who are not students of a roster: staff, dropped students, those one may add. */
  others: { id?: string; first: string; last: string; list: string }[];
};

export type TruthRow = {
  id: string;
  first: string;
  middle: string;
  last: string;
  grade: string;
  className: string;
};
