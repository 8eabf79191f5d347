import type { SyncCalendar } from "../policy/policy.ts";
import {
  type ColumnMeaning,
  type ControlPurpose,
  columnMeanings,
  controlPurposes,
  type TaughtAnswers,
  type TaughtFate,
} from "../portals/taught-portal.ts";
import type { TeachControl, TeachFound, TeachRoster } from "./teach-contracts.ts";

/** What a person has said so far of the page that is taught, and what is still wanting. */

export const teachSteps = ["find", "columns", "controls", "fate", "save"] as const;
export type TeachStep = (typeof teachSteps)[number];

export type OfferedRoster = {
  frameId: number;
  /** Its place among those of its frame. */
  at: number;
  origin: string;
  /** What the page calls itself. */
  page: string;
  roster: TeachRoster;
};

export type DraftColumn = { key: string; header: string; samples: readonly string[]; field: string };

export type TeachDraft = {
  step: TeachStep;
  rosters: readonly OfferedRoster[];
  chosen: number;
  columns: readonly DraftColumn[];
  /** What can be chosen for a purpose: what was found, and what was pointed at. */
  controls: readonly TeachControl[];
  picked: Readonly<Partial<Record<ControlPurpose, string>>>;
  details: TaughtFate;
  added: TaughtFate;
  knowsWhen: boolean;
  sync: SyncCalendar;
  title: string;
};

export const meanings: readonly ColumnMeaning[] = columnMeanings;
export const purposes: readonly ControlPurpose[] = controlPurposes;

/** Begins with the surest roster chosen and everything filled in that was recognised; nothing is known of a sync. */
export const beginDraft = (
  frames: readonly { frameId: number; found: TeachFound }[],
  sync: SyncCalendar,
): TeachDraft => {
  const rosters = frames.flatMap(({ frameId, found }) =>
    found.rosters.map((roster, at) => ({ frameId, at, origin: found.origin, page: found.title, roster })),
  );
  const draft: TeachDraft = {
    step: "find",
    rosters,
    chosen: 0,
    columns: [],
    controls: [],
    picked: {},
    details: "unknown",
    added: "unknown",
    knowsWhen: true,
    sync,
    title: "",
  };
  return chooseOffered(draft, 0);
};

/** Another roster: its columns and controls are other ones. */
export const chooseOffered = (draft: TeachDraft, chosen: number): TeachDraft => {
  const offered = draft.rosters[chosen];
  if (!offered) return draft;
  const { columns, controls } = offered.roster;
  const picked: Partial<Record<ControlPurpose, string>> = {};
  for (const { purpose, selector } of controls) if (purpose) picked[purpose] ??= selector;
  return {
    ...draft,
    chosen,
    columns: columns.map(({ key, header, samples, field }) => ({
      key,
      header,
      samples,
      field: field ?? "none",
    })),
    controls,
    picked,
    title: draft.title === "" ? offered.page : draft.title,
  };
};

/** A field is told by one column: the one that had it before is of no use then. */
export const nameColumn = (draft: TeachDraft, key: string, field: string): TeachDraft => ({
  ...draft,
  columns: draft.columns.map((column) => {
    if (column.key === key) return { ...column, field };
    return field !== "none" && column.field === field ? { ...column, field: "none" } : column;
  }),
});

/** A control for a purpose, none where the selector is "". */
export const pickControl = (draft: TeachDraft, purpose: ControlPurpose, selector: string): TeachDraft => {
  const { [purpose]: _, ...others } = draft.picked;
  return { ...draft, picked: selector === "" ? others : { ...others, [purpose]: selector } };
};

/** A control that a person pointed at; it can be chosen from then on. */
export const addPointed = (draft: TeachDraft, purpose: ControlPurpose, control: TeachControl): TeachDraft => {
  const isKnown = draft.controls.some(({ selector }) => selector === control.selector);
  const controls = isKnown ? draft.controls : [control, ...draft.controls];
  return pickControl({ ...draft, controls }, purpose, control.selector);
};

/** Whether an update overwrites anything: only then is its time of interest. */
export const asksWhen = ({ details, added }: Pick<TeachDraft, "details" | "added">): boolean =>
  details === "overwritten" || added === "overwritten";

export type Missing = "roster" | "name" | "days" | "title";

/** What a person must still say before the next step; undefined where nothing is wanting. */
export const missingIn = (draft: TeachDraft): Missing | undefined => {
  switch (draft.step) {
    case "find":
      return draft.rosters[draft.chosen] ? undefined : "roster";
    case "columns":
      return draft.columns.some(({ field }) => field === "name" || field === "lastName") ? undefined : "name";
    case "fate":
      return asksWhen(draft) && draft.knowsWhen && draft.sync.weekdays.length === 0 ? "days" : undefined;
    case "save":
      return draft.title.trim() === "" ? "title" : undefined;
    case "controls":
      return undefined;
  }
};

export const moveStep = (draft: TeachDraft, by: 1 | -1): TeachDraft => {
  const step = teachSteps[teachSteps.indexOf(draft.step) + by];
  return step === undefined || (by === 1 && missingIn(draft)) ? draft : { ...draft, step };
};

/** The draft as it is saved; `origin` is the tab's, for a frame that has none of its own. */
export const answersOf = (draft: TeachDraft, origin: string): TaughtAnswers => {
  const own = draft.rosters[draft.chosen]?.origin ?? "";
  const controls = Object.entries(draft.picked) as [ControlPurpose, string][];
  return {
    title: draft.title.trim(),
    origin: /^https?:\/\/[^/\s]+$/.test(own) ? own : origin,
    columns: draft.columns.map(({ key, header, field }) => ({ key, header, field })),
    controls: controls.map(([purpose, selector]) => ({ purpose, selector })),
    details: draft.details,
    added: draft.added,
    ...(draft.knowsWhen && asksWhen(draft) && { sync: draft.sync }),
  };
};
