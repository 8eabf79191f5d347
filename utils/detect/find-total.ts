import { oneLine } from "../page/plain-words.ts";
import { attributeOf, isMatch, tagOf } from "../page/safe-dom.ts";
import { type RowGroup, toldIndex } from "./find-lists.ts";
import { allIn, type FlatTree, isSeen, leavesOf } from "./flat-tree.ts";

/** How many rows the whole list has, as far as the page tells. */
export type Told = {
  /** All rows, whoever is in them. */
  of: number | undefined;
  /** The total is a grid's own (aria-rowcount), which counts its header rows. */
  countsHeaders: boolean;
  /** Rows before the first one shown. */
  offset: number;
  /** Rows the page says that it shows now, where it gives a range. */
  shown: number | undefined;
  /** The page shows signs of more without saying how many. */
  more: boolean;
  element: Element | undefined;
};

const number = String.raw`(\d{1,3}(?:[,.\u00a0\u202f]\d{3})+|\d{1,7})`;
const range = new RegExp(
  `${number}\\s*(?:-|–|—|to|through|a|al|hasta)\\s*${number}\\s*(?:of|de|out of|\\/)\\s*(?:about |un total de )?${number}`,
  "i",
);
const partOf = new RegExp(
  `(?<!(?:page|pagina|página|p\\.)\\s*)\\b${number}\\s*(?:of|de|out of|\\/)\\s*${number}(?!\\s*(?:pages|páginas|paginas|selected|\\/|-))`,
  "i",
);
const counted = new RegExp(
  `\\b${number}\\s+(?:(?:enrolled|active|total|alumnos|current)\\s+)?(?:students?|pupils|learners|records|entries|rows|results|members|people|alumnos|estudiantes|registros|resultados|personas|inscritos)\\b`,
  "i",
);
const labelledCount = new RegExp(
  `\\b(?:students?|enrolled|enrollment|total(?: students| rows| records)?|alumnos|estudiantes|inscritos|records|results)\\s*[:(]\\s*${number}\\b`,
  "i",
);
const pages = /\b(?:page|p[aá]gina)\s*\d+\s*(?:of|de|\/)\s*(\d+)/i;
const moreWords =
  /^(?:load|show|see|view)\s+more\b|^next(?:\s+page)?\s*[›»>→]?$|^(?:cargar|mostrar|ver)\s+m[aá]s\b|^siguiente|^(?:›|»|→|>)$|^loading\b|^cargando\b/i;

const toNumber = (text: string | undefined): number => Number((text ?? "").replace(/\D/g, ""));

type Count = { of: number; offset: number; shown: number | undefined; worth: number };

export const readCount = (text: string): Count | undefined => {
  if (text.length > 160) return undefined;
  const ranged = range.exec(text);
  if (ranged) {
    const [first, last, of] = [toNumber(ranged[1]), toNumber(ranged[2]), toNumber(ranged[3])];
    if (first >= 0 && last >= first && last <= of)
      return { of, offset: Math.max(0, first - 1), shown: last - first + 1, worth: 4 };
  }
  const part = partOf.exec(text);
  if (part && toNumber(part[1]) <= toNumber(part[2]))
    return {
      of: toNumber(part[2]),
      offset: 0,
      shown: undefined,
      worth: /student|alumn|estud|row|record|result/i.test(text) ? 3 : 1.5,
    };
  const single = counted.exec(text) ?? labelledCount.exec(text);
  return single
    ? {
        of: toNumber(single[1]),
        offset: 0,
        shown: undefined,
        worth: /student|alumn|estud|inscrit|enroll/i.test(text) ? 2.5 : 2,
      }
    : undefined;
};

const ariaTotal = (group: RowGroup, tree: FlatTree): { of: number; countsHeaders: boolean } | undefined => {
  for (
    let at: Element | undefined = group.container, level = 0;
    at && level < 4;
    at = tree.above(at), level += 1
  ) {
    const told =
      attributeOf(at, "aria-rowcount") ??
      attributeOf(at, "data-total-rows") ??
      attributeOf(at, "data-table-total-rows") ??
      attributeOf(at, "data-total");
    if (told === null || !/^\d{1,7}$/.test(told)) continue;
    return { of: Number(told), countsHeaders: at.getAttribute("aria-rowcount") === told };
  }
  const size = group.rows[0]?.[0] && attributeOf(group.rows[0][0]!, "aria-setsize");
  return size && /^\d{1,7}$/.test(size) ? { of: Number(size), countsHeaders: false } : undefined;
};

/** Elements beside the list, on the levels around it, that hold little text; other lists are passed over. */
const beside = (container: Element, tree: FlatTree): Element[] => {
  const found: Element[] = [];
  let at = container;
  for (let level = 0; level < 7; level += 1) {
    const parent = tree.above(at);
    if (!parent || tagOf(parent) === "html") break;
    for (const sibling of tree.kidsOf(parent).slice(0, 60)) {
      if (
        sibling === at ||
        !isSeen(sibling) ||
        isMatch(sibling, "script, style, nav[aria-label=Main], header, [role=dialog]")
      )
        continue;
      if (found.length < 1200) found.push(...allIn(sibling, tree, 150));
    }
    at = parent;
  }
  return found;
};

/** Rows in a box of its own that scrolls: what is not made or loaded yet cannot be told from what is not there. */
const scrollsInside = (group: RowGroup, tree: FlatTree): boolean => {
  let at: Element | undefined = group.rows[0]?.[0];
  for (let level = 0; at && level < 9; level += 1, at = tree.above(at)) {
    // A list box has all of its options.
    if (isMatch(at, "select")) return false;
    if (at.scrollHeight <= at.clientHeight + 2 || at.clientHeight < 50) continue;
    if (at !== document.scrollingElement && /auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
  }
  return false;
};

export const findTotal = (group: RowGroup, tree: FlatTree): Told => {
  const aria = ariaTotal(group, tree);
  let best: (Count & { element: Element }) | undefined;
  let more = false;
  for (const element of beside(group.container, tree)) {
    if (isMatch(element, "[disabled], [aria-disabled=true], .disabled, .disabled *, [disabled] *")) continue;
    const leaves = leavesOf(element, tree);
    const text = oneLine(leaves.map((leaf) => leaf.text).join(" "));
    const label = attributeOf(element, "aria-label") ?? "";
    if (
      isMatch(element, "a, button, [role=button], [role=link], li, div, span") &&
      (moreWords.test(text) || moreWords.test(label))
    )
      more = true;
    const paged = pages.exec(text);
    if (paged && Number(paged[1]) > 1) more = true;
    const count = text.length <= 160 ? readCount(text) : undefined;
    if (count && count.of >= 1 && (!best || count.worth > best.worth)) best = { ...count, element };
  }
  const first = group.rows[0]?.[0];
  const told = first && toldIndex(first);
  if (told && told.index > 3) more = true;
  if (best && best.worth >= 3 && !(aria && aria.of > best.of))
    return {
      of: best.of,
      countsHeaders: false,
      offset: best.offset,
      shown: best.shown,
      more,
      element: best.element,
    };
  if (aria) return { ...aria, offset: 0, shown: undefined, more, element: undefined };
  if (best && best.of >= 2)
    return {
      of: best.of,
      countsHeaders: false,
      offset: best.offset,
      shown: best.shown,
      more,
      element: best.element,
    };
  return {
    of: undefined,
    countsHeaders: false,
    offset: 0,
    shown: undefined,
    more: more || scrollsInside(group, tree),
    element: undefined,
  };
};
