import type { Carried, Edit, PageRoster, SentCarried } from "../messages/contracts.ts";
import { packEdits, rosterOf, rostersBefore } from "./carry-edits.ts";
import {
  arrivalsIn,
  bare,
  canShow,
  type Difference,
  departuresIn,
  differencesIn,
  isComing,
  isGoing,
} from "./edit-difference.ts";
import { markedUpWords } from "./edit-memory.ts";
import { isControl, wordsOf } from "./read-cell.ts";
import { contains, isAttached, isMatch } from "./safe-dom.ts";

/**
 * Edits that are known only by what the page shows afterwards: text that is an input while it is edited, a dialog, a
 * bulk action, a student dragged to another class. What a person is about to change is noted, and it is an edit once
 * the page, read again, shows it otherwise. What is typed into an input that stays is one when it is saved.
 */
export type EditDiary = {
  /** A person is about to change this, or is doing so; `element` is the control. */
  note: (edit: Edit, element: Element, isTyping: boolean) => void;
  /** The person saves: what the page shows otherwise, and what its inputs hold, is made now. */
  save: () => Edit[];
  /** The person saves in a dialog: what was noted is under way. */
  confirm: () => void;
  /** The rosters as the page shows them now; gives the edits that have come true. */
  compare: (rosters: readonly PageRoster[]) => Edit[];
  /** What is under way and not known to be made, for the page that comes next. */
  carry: () => SentCarried;
  /** What was under way on the page before: the first rosters of those classes tell whether it was made. */
  restore: (carried: Carried) => void;
};

export type DiaryOptions = {
  /** A clock in milliseconds. */
  now: () => number;
  /** Whether the page has a control by which changes are saved: nothing that stays open is an edit before it is used. */
  hasSave: () => boolean;
  /** A reading is soon of use, though nothing may tell that the page has changed. */
  onNoted: () => void;
};

/** `isTyped`: the person has changed it, which a value that the page's script has put in does not tell. */
type Used = { edit: Edit; before: string; isTyped: boolean };
type Noted = Difference & {
  controls: Map<Element, Used>;
  at: number;
  /** Saved, and it may be that no column shows what: a detail in a dialog, a column that is not read. */
  unseen?: Edit;
  /** From the page before: what this one shows first is what has become of it. */
  isCarried?: boolean;
};
/** Someone is to come or to go. */
type Listed = { edit: Edit; before: readonly PageRoster[]; at: number; isSaved: boolean };

/** How long after the last a person did a difference counts as theirs, in milliseconds: portals save over the network. */
const patience = 15_000;
/** The same after another page has taken its place, which may ask first whether the person is sure. */
const carriedPatience = 60_000;

const chosen = "select, input[type=checkbox], input[type=radio]";

const keyOf = ({ studentId, sectionId, name = "" }: Edit): string => `${sectionId}\u0000${studentId || name}`;

const valueIn = (element: Element): string =>
  isControl(element) ? wordsOf(element) : (element.textContent ?? "").trim();

const isDrawn = (element: Element): boolean => isAttached(element) && element.getClientRects().length > 0;
const isChanged = ([element, { before }]: readonly [Element, Used]): boolean => valueIn(element) !== before;
const hasFocus = (element: Element): boolean => {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return contains(element, activeElement);
};

/** A student dragged elsewhere is told by the row and by the list. */
const once = (edits: readonly Edit[]): Edit[] => [
  ...new Map(edits.map((edit) => [`${keyOf(edit)}\u0000${edit.change}\u0000${edit.field}`, edit])).values(),
];

export const createEditDiary = ({ now, hasSave, onNoted }: DiaryOptions): EditDiary => {
  const noted = new Map<string, Noted>();
  const listed = new Map<string, Listed>();
  let shown: readonly PageRoster[] = [];

  const isLate = ({ at }: { at: number }): boolean => now() - at > patience;
  /** Typed and not saved: what it holds is no edit yet. */
  const isOpen = (each: readonly [Element, Used]): boolean => {
    const [element, { isTyped }] = each;
    if (!isDrawn(element) || !isChanged(each)) return false;
    if (isControl(element) && !isTyped) return true;
    // What has no way to be saved is saved as it is chosen, or as the person leaves it.
    return (hasFocus(element) && !isMatch(element, chosen)) || (isControl(element) && hasSave());
  };
  const isBusy = ({ controls }: Noted): boolean => [...controls].some(isOpen);

  const noteStudent = (edit: Edit, element: Element, isTyping: boolean) => {
    const key = keyOf(edit);
    const old = noted.get(key);
    const known: Noted =
      old && (!isLate(old) || isBusy(old))
        ? old
        : { edits: new Map(), before: rosterOf(edit, shown), controls: new Map(), at: 0 };
    known.at = now();
    known.edits.set(edit.field ?? "", edit);
    // What has no way to be saved is saved as it is chosen.
    if (isTyping && !canShow(edit, known.before) && isMatch(element, chosen) && !hasSave())
      known.unseen = edit;
    if (isControl(element) || (element as HTMLElement).isContentEditable) {
      const first = isTyping && isControl(element) ? markedUpWords(element) : valueIn(element);
      const used = known.controls.get(element);
      const isTyped = isTyping || used?.isTyped === true;
      known.controls.set(element, { edit, before: used?.before ?? first, isTyped });
    }
    noted.set(key, known);
  };

  const noteMove = (edit: Edit) => {
    const key = `${keyOf(edit)}\u0000${edit.change}`;
    const before = rostersBefore(edit, shown);
    listed.set(key, { edit, before: listed.get(key)?.before ?? before, at: now(), isSaved: false });
  };
  /** Who has come or gone since, as far as it can be told. */
  const movesOf = ({ edit, before }: Listed, rosters: readonly PageRoster[]): Edit[] =>
    before.flatMap((was) => {
      const [section] = was.sections;
      const of = section ? { ...edit, sectionId: section.id } : edit;
      const is = rosterOf(of, rosters);
      if (!is) return [];
      return isComing(edit) ? arrivalsIn(of, was, is) : departuresIn(of, was, is);
    });
  const takeMoves = (rosters: readonly PageRoster[], isDue: (each: Listed) => boolean): Edit[] =>
    [...listed].flatMap(([key, each]) => {
      const edits = isDue(each) ? movesOf(each, rosters) : [];
      if (edits.length > 0 || (isLate(each) && isDue(each))) listed.delete(key);
      return edits;
    });

  /** What the controls that stay hold otherwise than before; from now on that is what the portal has. */
  const takeTyped = (key: string, each: Noted): Edit[] => {
    const typed = [...each.controls].filter((one) => isDrawn(one[0]) && isChanged(one) && one[1].isTyped);
    const edits: Edit[] = [];
    for (const [element, used] of typed) {
      const { edit, before } = used;
      used.before = valueIn(element);
      // Which field a dialog's input is for, and which part of a name was changed, only what the page shows later tells.
      if (edit.field === undefined || edit.field === "name") continue;
      edits.push({ ...edit, before, after: used.before });
      each.edits.delete(edit.field);
    }
    if (each.edits.size === 0) noted.delete(key);
    return edits;
  };

  /** Of what was typed and is drawn still, an edit of a field that is not read, or that nothing names. */
  const unnamedIn = ({ controls, before }: Noted): Edit | undefined =>
    [...controls].find(
      (one) => isDrawn(one[0]) && isChanged(one) && one[1].isTyped && !canShow(one[1].edit, before),
    )?.[1].edit;

  const confirm = () => {
    for (const each of noted.values()) {
      const unseen = unnamedIn(each) ?? each.unseen;
      if (unseen) each.unseen = unseen;
    }
    for (const each of [...noted.values(), ...listed.values()]) each.at = now();
    for (const each of listed.values()) each.isSaved = true;
    onNoted();
  };

  return {
    note: (edit, element, isTyping) => {
      if (edit.studentId !== "" || edit.name !== undefined) noteStudent(edit, element, isTyping);
      if (isComing(edit) || isGoing(edit)) noteMove(edit);
      onNoted();
    },
    save: () => {
      confirm();
      const edits = [...noted].flatMap(([key, each]) => takeTyped(key, each));
      return [...edits, ...takeMoves(shown, () => true)];
    },
    confirm,
    compare: (rosters) => {
      const made = [...noted].flatMap(([key, each]) => {
        if (isBusy(each)) return [];
        const edits = differencesIn(each, rosters);
        const [any] = each.edits.values();
        const isOver = isLate(each) || (each.isCarried && any && rosterOf(any, rosters));
        // Only the class, the kind of change and when it was made are known of it.
        const unseen = isOver && edits.length === 0 && each.unseen;
        if (edits.length > 0 || isOver) noted.delete(key);
        return unseen ? [bare(unseen)] : edits;
      });
      const waits = listed.size > 0 && hasSave();
      const moved = takeMoves(rosters, ({ isSaved }) => isSaved || !waits);
      // Of who has gone nothing more will show.
      for (const edit of moved.filter(isGoing)) noted.delete(keyOf(edit));
      made.push(...moved);
      shown = rosters;
      return once(made).slice(0, 500);
    },
    carry: () =>
      packEdits([
        ...[...noted.values()]
          .filter((each) => !isLate(each) || isBusy(each))
          .flatMap(({ edits, before, unseen }) =>
            [...edits.values()].map((edit) => ({
              edit,
              isMove: false,
              ...(unseen && { isSaved: true }),
              before: before ? [before] : [],
            })),
          ),
        ...[...listed.values()]
          .filter((each) => !isLate(each))
          .map(({ edit, before }) => ({ edit, isMove: true, before })),
      ]),
    restore: ({ edits, before }) => {
      const at = now() + carriedPatience - patience;
      for (const { edit, isMove, isSaved } of edits) {
        if (isMove) {
          const key = `${keyOf(edit)}\u0000${edit.change}`;
          // Nothing waits for its save on a page that is read anew.
          listed.set(key, { edit, before: rostersBefore(edit, before), at, isSaved: true });
          continue;
        }
        const key = keyOf(edit);
        const known = noted.get(key) ?? {
          edits: new Map<string, Edit>(),
          before: rosterOf(edit, before),
          controls: new Map<Element, Used>(),
          at,
        };
        known.edits.set(edit.field ?? "", edit);
        noted.set(key, { ...known, ...(isSaved && { isCarried: true, unseen: edit }) });
      }
    },
  };
};
