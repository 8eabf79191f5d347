import type { ChangeKind } from "../policy/change-kinds.ts";
import { type ChangeWord, changeIn, signIn, speakOf, wordsIn } from "./change-words.ts";

/** What a person did, as far as it matters to what they mean. */
export type Gesture =
  | "press"
  | "focus"
  | "type"
  /** A choice was made: an option, a box, a radio. */
  | "choose"
  | "double-press"
  | "drag"
  | "drop"
  | "paste"
  /** Delete or Backspace outside of any text. */
  | "delete";

/**
 * Where: in a row of the roster, elsewhere inside it, among the controls beside it, in a dialog or menu that was opened
 * from one of these, in another list beside it (of whom one may add), or anywhere else on the page.
 */
export type Whereabouts = "row" | "roster" | "toolbar" | "layer" | "other-list" | "elsewhere";

export type ControlKind =
  /** An input of text or a date, an area of text, an editable element. */
  | "text"
  | "choice"
  | "box"
  | "button"
  | "link"
  /** An option of a list box. */
  | "option"
  /** What has no control: a cell, a card. */
  | "plain";

/** A use of a control, described without any element, so that what it means is decided by a pure function. */
export type Gestured = {
  gesture: Gesture;
  where: Whereabouts;
  control: ControlKind;
  /** What a person reads or hears of it: accessible name, title, text. */
  names: readonly string[];
  /** What only the markup says, each on its own: classes of an icon, its reference, parts of an address. */
  marks: readonly string[];
  /** The words chosen, of a choice. */
  chosen?: string;
  /** The roster's field of this column, where it is known. */
  field?: string;
  /** A field for looking things up. */
  isSearch?: boolean;
  /** It shows a menu, sorts, or opens and closes something in place: no edit yet. */
  isMenu?: boolean;
};

export type Intended = { change: ChangeKind; field?: string };

const fieldChanges: Record<string, ChangeKind> = {
  section: "move-between-classes",
  class: "move-between-classes",
  homeroom: "move-between-classes",
  school: "move-between-schools",
  teacher: "wrong-teacher",
};

const changeOf = (word: ChangeWord, said: readonly string[]): ChangeKind => {
  switch (word) {
    case "remove":
      return "withdraw";
    case "move":
      return speakOf.schools(said) ? "move-between-schools" : "move-between-classes";
    case "add":
      if (speakOf.teachers(said)) return "wrong-teacher";
      return speakOf.enrolling(said) ? "enroll-into-homeroom" : "enroll-new-student";
    case "edit":
      return speakOf.teachers(said) ? "wrong-teacher" : "correct-details";
  }
};

const nameFields = ["name", "firstName", "middleName", "lastName"];

/** The change a control's words speak of: what people read goes before what only the markup says. */
const spokenIn = ({ names, marks, field, chosen = "" }: Gestured): ChangeKind | "none" | undefined => {
  // A name may be any word: nobody called Drop or Alta is dropped by a press of the name.
  const isName = nameFields.includes(field ?? "");
  const read = [...(isName ? [] : names), chosen].flatMap(wordsIn);
  const said = changeIn(read);
  if (said === "none") return "none";
  if (said) return changeOf(said, read);
  const signs = names.map(signIn).find((sign) => sign !== undefined);
  if (signs) return changeOf(signs, read);
  const marked = marks.map((mark) => changeIn(wordsIn(mark)));
  const word = marked.find((each) => each !== undefined && each !== "none") as ChangeWord | undefined;
  return word && changeOf(word, read);
};

const fieldOf = ({ field }: Gestured): { field?: string } => (field === undefined ? {} : { field });

const editOf = (use: Gestured): Intended => ({
  change: fieldChanges[use.field ?? ""] ?? "correct-details",
  ...fieldOf(use),
});

/** A use of a field in a row or a dialog: the value it holds is about to change. */
const ofField = (use: Gestured): Intended | undefined => {
  const read = use.names.flatMap(wordsIn);
  if (use.isSearch || (use.field === undefined && speakOf.searching(read))) return;
  if (use.gesture === "choose" && changeIn(wordsIn(use.chosen ?? "")) === "remove") {
    return { change: "withdraw", ...fieldOf(use) };
  }
  return editOf(use);
};

/** A box in a row picks the row, unless its column is one of the roster's or its words speak of a change. */
const ofBox = (use: Gestured): Intended | undefined => {
  if (use.gesture === "focus") return;
  if (use.field !== undefined) return editOf(use);
  const read = use.names.flatMap(wordsIn);
  const spoken = speakOf.selecting(read) ? undefined : spokenIn({ ...use, marks: [] });
  return spoken === undefined || spoken === "none" ? undefined : { change: spoken };
};

const ofAction = (use: Gestured): Intended | undefined => {
  if (use.isMenu || use.gesture === "focus" || use.gesture === "type") return;
  const spoken = spokenIn(use);
  if (spoken === "none") return;
  if (spoken !== undefined) return { change: spoken, ...(use.where === "row" && fieldOf(use)) };
  // An icon that says nothing at all, in a student's row: what it does is not known, that it acts on the student is.
  const isMute = use.where === "row" && [...use.names, ...use.marks].every((each) => each.trim() === "");
  return isMute ? { change: "correct-details" } : undefined;
};

/** From a list of others a student can only come into the roster; what else is done to its people is not ours. */
const ofOtherList = (use: Gestured): Intended | undefined => {
  const { gesture, control } = use;
  if (gesture === "double-press" && control === "option") return { change: "enroll-into-homeroom" };
  if (control !== "button" && control !== "link" && control !== "option") return;
  const meant = ofAction(use);
  return meant?.change.startsWith("enroll") ? meant : undefined;
};

/**
 * What a person means to change on a roster, or undefined. Only what stands in the roster's own surroundings counts:
 * words in a page's menu, other tables and other forms never do.
 */
export const decideIntent = (use: Gestured): Intended | undefined => {
  const { gesture, where, control } = use;
  if (where === "elsewhere") return;
  if (where === "other-list") return ofOtherList(use);
  if (gesture === "drag") return where === "row" ? { change: "move-between-classes" } : undefined;
  if (gesture === "drop") return { change: "move-between-classes" };
  if (control === "text") return where === "row" || where === "layer" ? ofField(use) : undefined;
  if (control === "choice") {
    if (where === "row" || where === "layer") return ofField(use);
    return gesture === "focus" ? undefined : ofAction(use);
  }
  if (control === "box") return where === "row" ? ofBox(use) : undefined;
  if (control === "button" || control === "link") return ofAction(use);
  if (gesture === "delete")
    return where === "row" ? (control === "option" ? { change: "withdraw" } : editOf(use)) : undefined;
  if (gesture === "paste") return where === "row" ? editOf(use) : undefined;
  if (control === "option") {
    // In a list box a double press sends a student to the other list; in a menu an option is an action.
    if (where === "row") return gesture === "double-press" ? { change: "move-between-classes" } : undefined;
    return where === "layer" && (gesture === "press" || gesture === "choose") ? ofAction(use) : undefined;
  }
  return undefined;
};

/** Whether a control's words say that it saves. */
export const saysSave = (names: readonly string[]): boolean => {
  const said = names.flatMap(wordsIn);
  return speakOf.saving(said) && changeIn(said) !== "none";
};

/** Whether a control's words say that it does something else: searches, cancels, prints, or is about other things. */
export const saysOther = (names: readonly string[]): boolean => {
  const said = names.flatMap(wordsIn);
  return speakOf.searching(said) || changeIn(said) === "none";
};
