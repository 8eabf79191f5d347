import { queryOne } from "./safe-dom.ts";

/**
 * What rows said when they were last read, by their markup. A page that renders its rows anew mostly renders them the
 * same: one look at a row's markup then takes the place of a dozen at each of its cells.
 */
export type RosterMemory<Said> = {
  /** A reading begins; nothing is remembered of one with other columns. */
  begin: (columns: string) => void;
  /** What this row says, by its markup where that is known, else by `read`. */
  recall: (row: Element, read: () => Said) => Said;
  /** The reading came to its end: what it did not meet is forgotten. */
  end: () => void;
};

/** Held in no markup: what a person or a script has put into a control. */
const controls = "input, select, textarea";

/** Of a longer row the markup costs more than its reading saves. */
const longestMarkup = 4000;

export const createRosterMemory = <Said>(): RosterMemory<Said> => {
  let kind = "";
  let before = new Map<string, Said>();
  let now = new Map<string, Said>();
  /** Whether rows were without controls the last time, so that their markup is worth a look. */
  let isPlain = false;
  return {
    begin: (columns) => {
      if (columns !== kind) before = new Map();
      kind = columns;
      isPlain = before.size > 0;
      now = new Map();
    },
    recall: (row, read) => {
      const known = isPlain ? markupOf(row) : undefined;
      const said = known === undefined ? undefined : (before.get(known) ?? now.get(known));
      if (known !== undefined && said !== undefined) {
        now.set(known, said);
        return said;
      }
      const fresh = read();
      if (queryOne(row, controls) === null) {
        const markup = known ?? markupOf(row);
        if (markup.length <= longestMarkup) now.set(markup, fresh);
      }
      return fresh;
    },
    end: () => {
      before = now;
      now = new Map();
    },
  };
};

const markupOf = (row: Element): string => Element.prototype.getHTML.call(row);
