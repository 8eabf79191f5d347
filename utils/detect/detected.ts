import type { PageRoster } from "../messages/contracts.ts";
import type { Control } from "../page/read-cell.ts";
import type { SplitName } from "./split-name.ts";

/** What a page was found to show: for teach mode to highlight and a person to confirm. Elements are the page's own. */

export type DetectedStudent = PageRoster["students"][number];

export type DetectedRow = {
  /** The row's element; more than one where frozen columns keep a row in two halves. */
  elements: readonly Element[];
  student: DetectedStudent;
  name: SplitName;
  /** 0 to 1: how sure it is that this row is a student and was read right. */
  confidence: number;
};

/** Where the identity of a row stands. */
export type IdentitySource =
  | { from: "cell"; column: string }
  | { from: "text"; column: string }
  | { from: "attribute"; attribute: string; within: string | undefined; before: string; after: string }
  | { from: "link"; attribute: string; within: string | undefined; before: string; after: string }
  | { from: "none" };

export type DetectedColumn = {
  /** Names the column in this reading: a position ("2"), an attribute's value ("col-id=name") or a path in a card. */
  key: string;
  /** What the page calls it; "" where it does not. */
  header: string;
  /** A StudentField, "id", "name" for a name in one piece; undefined for a column of no use to us. */
  field: string | undefined;
  confidence: number;
};

/** A row that is no student, and why. */
export type RowLeftOut = {
  element: Element;
  because: "header" | "filler" | "staff" | "other";
};

export type RosterShape = "table" | "grid" | "rows" | "cards" | "options";

export type Detected = {
  roster: PageRoster;
  /** 0 to 1: that this is a roster of students enrolled. Below `sureEnough` nothing is returned at all. */
  confidence: number;
  shape: RosterShape;
  /** The element around the rows, inside its shadow root when it has one. */
  container: Element;
  rows: readonly DetectedRow[];
  columns: readonly DetectedColumn[];
  leftOut: readonly RowLeftOut[];
  identity: IdentitySource;
  headerRow: Element | undefined;
  /** The element that names the class. */
  classElement: Element | undefined;
  totalElement: Element | undefined;
  /** Whether every student of the roster is in this reading, as far as the page tells. */
  whole: boolean;
};

/** A column by its key, the field it holds ("none": of no use), and what it was called, where that is known. */
export type ConfirmedColumn = { at: string; field: string; headers?: readonly string[] };

export type DetectOptions = {
  /** The shadow root of an element, open or closed (chrome.dom.openOrClosedShadowRoot); only open ones when absent. */
  shadowOf?: (element: Element) => ShadowRoot | null;
  /** What a control says; its value now when absent. */
  wordsIn?: (control: Control) => string;
  /** Called every few milliseconds of work. */
  breathe?: () => Promise<void>;
  signal?: AbortSignal;
  /** The year in which ages are counted; this year when absent. */
  thisYear?: number;
  /** What a person has confirmed of the columns of one list. */
  confirmed?: readonly ConfirmedColumn[];
  /** Told of every list of people that was weighed, and why it is a roster or none. */
  explain?: (container: Element, score: number, reasons: readonly string[]) => void;
};

/** Elements looked at on one page; a page of more is read as far as this. */
export const mostElements = 300_000;
/** Students of one roster (the contract's cap). */
export const mostRows = 20_000;
export const longestText = 500;
