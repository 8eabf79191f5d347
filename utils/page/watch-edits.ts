import type { Edit } from "../messages/contracts.ts";
import { controlsOf } from "../portals/controls-of.ts";
import type { EditControl, PortalPage } from "../portals/profile.ts";
import { collectEdits, isAtTarget, isNewRow } from "./collect-edits.ts";
import type { EditDiary } from "./edit-diary.ts";
import type { EditMemory } from "./edit-memory.ts";
import { pathOf } from "./event-path.ts";
import type { FindAgain } from "./find-again.ts";
import type { Unsaved } from "./hold-save.ts";
import type { PendingEdits } from "./pending-edits.ts";
import { controlIn, isControl, isSubmit, readCell } from "./read-cell.ts";
import { readContext } from "./read-roster.ts";
import {
  cellsOf,
  identityOf,
  isHeaderRow,
  type LocatedRoster,
  locateRoster,
  nameIn,
  placeOf,
} from "./roster-columns.ts";
import type { RosterView } from "./roster-view.ts";
import { closestTo, contains, isMatch, originOf, queryOne } from "./safe-dom.ts";
import type { Surfaces } from "./surfaces.ts";

export type EditWatch = {
  window: Window;
  /** The profile's page shown now; undefined while none is, or before the background has answered. */
  page: () => PortalPage | undefined;
  /** The rosters of that page. */
  view: () => RosterView | undefined;
  /** Settles when it is known whether the part that tells any edit comes. */
  comes: Promise<Surfaces | null>;
  memory: EditMemory;
  /** Of what shows only afterwards; comes with the same part. */
  diary: () => EditDiary | undefined;
  /** What was said of this page's rosters already. */
  told: Set<string>;
  /** A person is about to make an edit for the first time of its kind on this roster. */
  onIntent: (edit: Edit, control: Element, findAgain: FindAgain | undefined) => void;
  /** The person has told the portal to save these edits. */
  onSave: (edits: Edit[]) => void;
  /** What the person edits where the profile names no control that saves it. */
  onUnsaved: (unsaved: Unsaved) => void;
  signal: AbortSignal;
};

/** How long after a key or a pointer a focus counts as the person's own, in milliseconds: pages move focus by script. */
const gestureLasts = 1000;

/**
 * Watches the profile's edit controls and its save control. Everything is seen in the capture phase on the window,
 * nothing is stopped, and only what a person does counts: trusted events, never in the middle of a composed character.
 */
export const watchEdits = ({
  window,
  page,
  view,
  comes,
  memory,
  diary,
  told,
  onIntent,
  onSave,
  onUnsaved,
  signal,
}: EditWatch): void => {
  const { document } = window;
  let kit: Surfaces | undefined;
  let pending: PendingEdits | undefined;
  let lastGesture = Number.NEGATIVE_INFINITY;

  const rosterOf = (shown: PortalPage): LocatedRoster | undefined => {
    const located = shown.roster && locateRoster(document, shown.roster);
    return located && !("resting" in located) ? located : undefined;
  };

  const intend = (event: Event, kind: EditControl["on"]) => {
    const target = originOf(event);
    const shown = target && page();
    const found = (shown ? controlsOf(shown) : [])
      .filter((edit) => edit.on === kind)
      .map((edit) => ({ edit, control: target && closestTo(target, edit.control) }))
      .find(
        ({ edit, control }) =>
          control && (!isControl(control) || kind === "touch" || isAtTarget(control, edit)),
      );
    if (!shown || !found?.control) return;
    const { change, field: named } = found.edit;
    if (shown.roster?.content) return intendRecognised(event, found.control, change, named);
    const roster = rosterOf(shown);
    if (!roster) return;
    const place = placeOf(found.control, roster);
    const field = named === undefined || named === "column" ? place?.field : named;
    announce(
      describeEdit(document, { change, field, row: place?.row }, found.control, roster, memory),
      found.control,
      place?.row,
      roster.table,
      event.type === "input" || event.type === "change",
    );
  };

  /** The same in a roster that is recognised by its content. */
  const intendRecognised = (
    event: Event,
    control: Element,
    change: Edit["change"],
    named: string | undefined,
  ) => {
    const seen = view();
    const path = pathOf(event);
    const table = path.find((each) => seen?.isTable(each)) ?? seen?.table();
    if (!seen || !table) return;
    const row = path.find((each) => seen.isRow(each));
    const field = named === "column" ? row && seen.columnAt(path, row, table).field : named;
    announce(
      { change, ...(field !== undefined && { field }), ...seen.whose(row, table) },
      control,
      row,
      table,
      event.type === "input" || event.type === "change",
    );
  };

  const announce = (
    edit: Edit,
    control: Element,
    row: Element | undefined,
    table: Element,
    isTyping: boolean,
  ) => {
    diary()?.note(edit, control, isTyping);
    // What is moved in list boxes waits there for its save, whatever moved it.
    const holder = isTyping ? (controlIn(control) ?? control) : isMatch(table, "select") && table;
    if (holder) pending?.note({ edit, control: holder, row });
    const reason = [edit.sectionId, edit.change, edit.field].join("\u0000");
    if (told.has(reason)) return;
    told.add(reason);
    onIntent(edit, control, kit?.findAgain(control, row, table, view));
  };

  /** A row that was just added and is still empty, as far as the profile's columns tell. */
  const isNewAmong = (row: Element): boolean => {
    const shown = page();
    const roster = shown && rosterOf(shown);
    return roster !== undefined && isNewRow(row, roster, memory);
  };

  const save = () => {
    const shown = page();
    const roster = shown && rosterOf(shown);
    const typed = roster ? collectEdits(document, shown, roster, memory) : [];
    memory.settle();
    const noted = diary()?.save() ?? [];
    const edits = shown?.roster?.content ? withNewRows(noted, typed) : withOthers(typed, noted);
    if (edits.length > 0) onSave(edits.slice(0, 500));
  };

  const listen = (type: string, handle: (event: Event) => void) =>
    window.addEventListener(type, (event) => event.isTrusted && handle(event), {
      capture: true,
      passive: true,
      signal,
    });
  const goInto = (event: Event) => {
    const target = originOf(event);
    const shown = target && page();
    if (!target || !shown?.roster || !isControl(target) || !closestTo(target, shown.roster.table)) return;
    const roster = rosterOf(shown);
    const row = roster && placeOf(target, roster)?.row;
    if (row) memory.remember(cellsOf(row, roster.columns).flatMap(({ cell }) => controlIn(cell) ?? []));
  };
  const gesture = () => {
    lastGesture = performance.now();
  };

  listen("pointerdown", (event) => {
    gesture();
    intend(event, "touch");
  });
  listen("keydown", gesture);
  listen("focusin", (event) => {
    goInto(event);
    if (performance.now() - lastGesture < gestureLasts) intend(event, "touch");
  });
  const typed = (event: Event) => {
    if ((event as InputEvent).isComposing) return;
    const target = originOf(event);
    const shown = target && page();
    if (!target || !shown?.roster || !isControl(target) || !closestTo(target, shown.roster.table)) return;
    memory.markTyped(target);
    intend(event, "change");
    intend(event, "touch");
  };
  for (const type of ["input", "change", "compositionend"]) listen(type, typed);

  listen("click", (event) => {
    intend(event, "touch");
    const target = originOf(event);
    const selector = target && page()?.save;
    const control = selector ? closestTo(target, selector) : null;
    // A submit button's click may yet be refused by the browser's own checks; its submit event tells.
    if (control && !isSubmit(control)) save();
  });
  const watchAny = (given: Surfaces) => {
    kit = given;
    pending = given.createPendingEdits({ window, view, signal });
    onUnsaved({ pending, save });
    given.watchAnyEdit({
      window,
      view,
      isCovered: (path) => {
        const shown = page();
        return (
          !!shown &&
          controlsOf(shown).some(({ control }) => path.some((element) => isMatch(element, control)))
        );
      },
      onIntent: ({ change, field, control, table, row, view: seen, isTyping }) => {
        const own = controlIn(control);
        const isNew = row && change === "correct-details" && isNewAmong(row);
        announce(
          {
            change: isNew ? "enroll-new-student" : change,
            ...(isNew ? {} : field && { field }),
            ...seen.whose(isNew ? undefined : row, table),
            ...(own && !isNew && { before: readCell(own, memory.loaded) }),
          },
          control,
          row,
          table,
          isTyping,
        );
      },
      onSave: (inDialog) => {
        if (page()?.save === undefined) save();
        else if (inDialog) diary()?.confirm();
      },
      signal,
    });
  };
  void comes.then((given) => given && !signal.aborted && watchAny(given));
  listen("submit", (event) => {
    const form = originOf(event);
    const table = page()?.roster?.table;
    const located = table === undefined ? null : queryOne(document, table);
    if (form && located && contains(form, located)) save();
  });
};

/** Where selectors read a roster, what its controls hold is surer than what was noted of them. */
const withOthers = (typed: readonly Edit[], noted: readonly Edit[]): Edit[] => {
  const keyOf = ({ studentId, name, field }: Edit) => `${studentId.trim() || name} ${field ?? ""}`;
  const told = new Set(typed.map(keyOf));
  return [...typed, ...noted.filter((edit) => !told.has(keyOf(edit)))];
};

/** Where a roster is recognised by its content, who is who is known by that; a row just added is no student to it yet. */
const withNewRows = (noted: readonly Edit[], typed: readonly Edit[]): Edit[] => {
  const told = new Set(noted.map(({ studentId }) => studentId.trim()));
  const isNew = ({ change, studentId }: Edit) =>
    change === "enroll-new-student" && !told.has(studentId.trim());
  return [...noted, ...typed.filter(isNew)];
};

/** The edit a use of the control means, with the row's student and the value before. */
const describeEdit = (
  document: Document,
  { change, field, row }: Pick<Edit, "change"> & { field: string | undefined; row: Element | undefined },
  control: Element,
  roster: LocatedRoster,
  memory: EditMemory,
): Edit => {
  const { school, section } = readContext(document, roster.reading);
  const base = { studentId: "", sectionId: section.id, schoolId: school.id };
  if (!row || isHeaderRow(row)) return { ...base, change, ...(field && { field }) };
  if (isNewRow(row, roster, memory)) return { ...base, change: "enroll-new-student" };
  const studentId = identityOf(row, roster, memory.loaded);
  const name = studentId === "" ? nameIn(row, roster, memory.loaded) : "";
  const own = controlIn(control);
  const before = own && readCell(own, memory.loaded);
  return {
    ...base,
    change,
    studentId,
    ...(name !== "" && { name }),
    ...(field && { field }),
    ...(before !== undefined && { before }),
  };
};
