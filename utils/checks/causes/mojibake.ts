import type { Column } from "../../table/table.ts";
import { replacement, undoMisreading } from "../damaged-text.ts";
import { surveyColumn } from "../survey.ts";

/** Text that went through a wrong encoding, as far as matching it with undamaged text needs. */

const ascii = /^[\0-\x7f]*$/;
const beyondAscii = /[^\0-\x7f]+/g;

export const isAscii = (text: string): boolean => ascii.test(text);

/** Whether no distinct value of a column has a letter beyond ASCII: then no encoding can have spoiled any. */
export const isAsciiColumn = (column: Column): boolean => {
  if (!surveyColumn(column).odd) return true;
  const { arena, starts, size } = column;
  const end = starts[size] as number;
  for (let at = starts[0] as number; at < end; at++) if ((arena[at] as number) > 127) return false;
  return true;
};

/** Text as it was before it was misread, once or twice; `undefined` when nothing shows that it was. */
export const undoMojibake = (text: string): string | undefined => {
  const before = undoMisreading(text);
  return before === undefined ? undefined : (undoMojibake(before) ?? before);
};

/** Whether a letter was replaced by the mark for an unreadable one: the original is lost. */
export const isReplaced = (text: string): boolean => text.includes(replacement);

/** Text with every run of letters beyond ASCII as one mark, which is all that is left of them when they are lost. */
export const maskLetters = (text: string): string => text.replace(beyondAscii, replacement);
