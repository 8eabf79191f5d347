import { type ChangeWord, changeIn, signIn, wordsIn } from "../guard/change-words.ts";
import { saysSave } from "../guard/decide-intent.ts";
import type { ControlPurpose } from "../portals/taught-portal.ts";

const purposes: Record<ChangeWord, ControlPurpose> = {
  add: "add",
  remove: "remove",
  move: "move",
  edit: "change",
};

/**
 * What a control's words say that it does; where it has none, what its markup says (a picture's name, an address).
 * Undefined where they say nothing of the kind.
 */
export const purposeOf = (names: readonly string[], marks: readonly string[]): ControlPurpose | undefined => {
  const sign = names.map(signIn).find((found) => found !== undefined);
  if (sign) return purposes[sign];
  if (saysSave(names)) return "save";
  const said = names.flatMap(wordsIn);
  const change = changeIn(said);
  if (change === "none") return;
  if (change !== undefined) return purposes[change];
  if (said.length > 0) return;
  const marked = marks.map((mark) => changeIn(wordsIn(mark))).find(isChange);
  return marked && purposes[marked];
};

const isChange = (word: ChangeWord | "none" | undefined): word is ChangeWord =>
  word !== undefined && word !== "none";

/** What to call a control without words: the word of its markup that says what it does. */
export const nameByMarks = (marks: readonly string[]): string =>
  marks.flatMap(wordsIn).find((word) => isChange(changeIn([word]))) ?? "";
