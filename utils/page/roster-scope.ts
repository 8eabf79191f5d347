import type { Whereabouts } from "../guard/decide-intent.ts";
import type { RosterReading } from "../portals/profile.ts";
import { contains, isAttached, isMatch, queryAll, queryOne } from "./safe-dom.ts";

/** The roster, and what of the page belongs to it: the controls beside it and what is opened from there. */
export type RosterScope = {
  /** Where a use of these elements stands; the row too, in a row. */
  placeOf: (path: readonly Element[]) => { where: Whereabouts; table?: Element; row?: Element };
  /** A person has used something there: what opens from now on was opened from it, or has nothing to do with it. */
  noteUse: (where: Whereabouts) => void;
};

/** Parts of a page that every page of a portal has: words there are about other things. */
const furniture =
  "nav, aside, footer, header, [role=navigation], [role=menubar], [role=banner], [role=contentinfo], [role=complementary], [role=search]";
/** The same, where a page says it in names only. */
const namedFurniture =
  "[class*=sidebar i], [class*=navbar i], [class*=topbar i], [class~=nav], [class~=menu], [id=nav], [id*=menu i]";
/** Around a roster, what its own controls stand in; the widest of these. */
const content =
  "main, [role=main], form, section, article, fieldset, [role=region], [role=tabpanel], [role=form]";
const layer =
  "dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [role=menu], [role=listbox], [popover], [class*=modal i], [class*=dialog i], [class*=popup i], [class*=popover i], [class*=drawer i], [class*=dropdown i], [class*=contextmenu i], [class*=context-menu i]";
const otherList =
  "table:has(th), [role=grid], [role=treegrid], [role=table], [role=listbox], select[multiple]";

/** What stands for an element of a shadow root in the document. */
const host = (element: Element): Element => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? host(root.host) : element;
};

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

export const createRosterScope = (
  document: Document,
  reading: () => RosterReading | undefined,
): RosterScope => {
  let last: Element | undefined;
  let used = false;
  let shownBefore = new WeakSet<Element>();
  let ours = new WeakSet<Element>();

  const tableNow = (selector: string): Element | undefined =>
    queryOne(document, selector) ?? (last && isAttached(last) ? last : undefined);

  const isBeside = (path: readonly Element[], table: Element): boolean => {
    const around = (each: Element) => contains(each, host(table));
    const widest = path.findLastIndex((each) => isMatch(each, content) && around(each));
    const inside = path.slice(0, widest === -1 ? path.length : widest);
    return !inside.some((each) => !around(each) && isMatch(each, `${namedFurniture}, ${otherList}`));
  };

  return {
    placeOf: (path) => {
      const read = reading();
      if (!read) return { where: "elsewhere" };
      const at = path.findIndex((each) => isMatch(each, read.table));
      const opened = path.find((each) => isMatch(each, layer));
      if (at !== -1) {
        const table = path[at]!;
        last = table;
        const inside = path.slice(0, at);
        const row =
          inside.find((each) => isMatch(each, read.row)) ??
          inside.find((each) => isMatch(each, "tr, [role=row]"));
        return row ? { where: "row", table, row } : { where: "roster", table };
      }
      const table = tableNow(read.table);
      if (!table || path.some((each) => isMatch(each, furniture) && !contains(each, host(table))))
        return { where: "elsewhere" };
      if (
        opened &&
        !contains(opened, host(table)) &&
        used &&
        (ours.has(opened) || !shownBefore.has(opened))
      ) {
        ours.add(opened);
        return { where: "layer", table };
      }
      return isBeside(path, table) ? { where: "toolbar", table } : { where: "elsewhere" };
    },
    noteUse: (where) => {
      if (where === "layer") return;
      used = where !== "elsewhere";
      ours = new WeakSet();
      shownBefore = new WeakSet(queryAll(document, layer).filter(isShown));
    },
  };
};
