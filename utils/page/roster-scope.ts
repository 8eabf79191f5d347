import type { Whereabouts } from "../guard/decide-intent.ts";
import type { RosterView } from "./roster-view.ts";
import { childElementsOf, contains, isAttached, isMatch, parentOf, queryAll } from "./safe-dom.ts";

/** The roster, and what of the page belongs to it: the controls beside it and what is opened from there. */
export type RosterScope = {
  /** Where a use of these elements stands; the row too, in a row. */
  placeOf: (path: readonly Element[]) => { where: Whereabouts; table?: Element; row?: Element };
  /** The whole dialog or menu that these elements are in, unless the roster is in it as well. */
  layerIn: (path: readonly Element[]) => Element | undefined;
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
  if (root instanceof ShadowRoot) return host(root.host);
  const frame = root === document ? null : (root as Document).defaultView?.frameElement;
  return frame ? host(frame) : element;
};

/**
 * What is laid over a page, looked for around a roster and not in it: a roster of thousands is most of its page, and
 * what opens inside it is no layer of its own.
 */
const layersAround = (document: Document, table: Element | undefined): Element[] => {
  if (!table || !isAttached(table)) return queryAll(document, layer);
  const found: Element[] = [];
  for (
    let at = host(table), above = parentOf(at);
    above instanceof Element;
    at = above, above = parentOf(at)
  ) {
    if (isMatch(above, layer)) found.push(above);
    for (const beside of childElementsOf(above)) {
      if (beside === at) continue;
      if (isMatch(beside, layer)) found.push(beside);
      found.push(...queryAll(beside, layer));
    }
  }
  return found;
};

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

export const createRosterScope = (document: Document, view: () => RosterView | undefined): RosterScope => {
  let used = false;
  let shownBefore = new WeakSet<Element>();
  let ours = new WeakSet<Element>();

  const besideOf = (path: readonly Element[], table: Element): Whereabouts => {
    const around = (each: Element) => contains(each, host(table));
    const widest = path.findLastIndex((each) => isMatch(each, content) && around(each));
    const inside = path.slice(0, widest === -1 ? path.length : widest).filter((each) => !around(each));
    if (inside.some((each) => isMatch(each, namedFurniture))) return "elsewhere";
    return inside.some((each) => isMatch(each, otherList)) ? "other-list" : "toolbar";
  };

  return {
    layerIn: (path) => {
      const table = view()?.table();
      return path.findLast((each) => isMatch(each, layer) && !(table && contains(each, host(table))));
    },
    placeOf: (path) => {
      const seen = view();
      if (!seen) return { where: "elsewhere" };
      const at = path.findIndex(seen.isTable);
      const opened = path.find((each) => isMatch(each, layer));
      if (at !== -1) {
        const table = path[at]!;
        const row = path.slice(0, at).find(seen.isRow);
        return row ? { where: "row", table, row } : { where: "roster", table };
      }
      const table = seen.table();
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
      return { where: besideOf(path, table), table };
    },
    noteUse: (where) => {
      if (where === "layer") return;
      used = where !== "elsewhere";
      ours = new WeakSet();
      shownBefore = new WeakSet(layersAround(document, view()?.table()).filter(isShown));
    },
  };
};
