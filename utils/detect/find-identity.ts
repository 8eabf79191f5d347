import { attributeOf, tagOf } from "../page/safe-dom.ts";
import type { IdentitySource } from "./detected.ts";
import type { Breather } from "./find-lists.ts";
import { allIn, type FlatTree } from "./flat-tree.ts";

/** Identity that the page does not show: in a link, a data attribute, a box's value. */

export type FoundIdentity = {
  source: IdentitySource;
  /** By row; "" where a row has none. */
  ids: string[];
  /** How much it says that these are students, in the points of judge-roster.ts. */
  strength: number;
};

type Candidate = { attribute: string; tag: string; values: (string | undefined)[] };

const telling = /^(?:id|href|value|name|data-[\w-]+|row-id|[\w-]*(?:student|person|user|pupil)[\w-]*)$/;
const noise =
  /^data-(?:reactid|v-|testid|toggle|target|bs-|action|event|index|rowindex|row-index|rgrow|rgcol|field|sort|title|label|tooltip|col|key-index)|^data-.*(?:index|tooltip|placement|toggle)$/;
const personWords = /student|stu\b|stuid|pupil|learner|alumn|estudiante|frn|sid\b/i;

const attributesOf = (element: Element): string[] => Element.prototype.getAttributeNames.call(element);

const collect = async (
  rows: readonly (readonly Element[])[],
  tree: FlatTree,
  turn: Breather,
): Promise<Candidate[]> => {
  const found = new Map<string, Candidate>();
  for (const [at, row] of rows.entries()) {
    if (at % 20 === 0 && !(await turn())) return [];
    const seen = new Set<string>();
    for (const element of row.flatMap((half) => allIn(half, tree, 80))) {
      const tag = tagOf(element);
      for (const attribute of attributesOf(element)) {
        if (!telling.test(attribute) || noise.test(attribute)) continue;
        if (attribute === "value" && !["input", "option", "li"].includes(tag)) continue;
        const key = `${tag} ${attribute}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const value = attributeOf(element, attribute) ?? "";
        if (value === "" || value === "#" || value.length > 300) continue;
        let candidate = found.get(key);
        if (!candidate) {
          if (found.size >= 120) continue;
          candidate = { attribute, tag, values: new Array<string | undefined>(rows.length) };
          found.set(key, candidate);
        }
        candidate.values[at] = value;
      }
    }
  }
  return [...found.values()];
};

/** What all values begin and end with: "/students/" and "/profile" around the part that tells people apart. */
const frameOf = (values: readonly string[]): { before: string; after: string } => {
  let [before = ""] = values;
  let after = before;
  for (const value of values) {
    while (!value.startsWith(before)) before = before.slice(0, -1);
    while (!value.endsWith(after)) after = after.slice(1);
  }
  // Digits and letters the ids happen to share belong to the ids.
  before = before.replace(/[A-Za-z0-9]+$/, (word) =>
    /^\d+$/.test(word) || !/^[a-z]+$/i.test(word) ? word.replace(/\d+$/, "") : word,
  );
  after = after.replace(/^[A-Za-z0-9]+/, "");
  return { before, after };
};

const isSequence = (ids: readonly string[]): boolean =>
  ids.every((id) => /^\d{1,5}$/.test(id)) &&
  ids.every((id, at) => at === 0 || Number(id) === Number(ids[at - 1]) + 1);

/** The best hidden identity of rows, or undefined: distinct in every row, not the row's number, an id by its looks. */
export const findIdentity = async (
  rows: readonly (readonly Element[])[],
  tree: FlatTree,
  turn: Breather,
): Promise<FoundIdentity | undefined> => {
  let best: (FoundIdentity & { worth: number }) | undefined;
  for (const { attribute, tag, values } of await collect(rows, tree, turn)) {
    const filled = values.filter((value): value is string => value !== undefined);
    if (filled.length < rows.length * 0.9 || filled.length < 2 || new Set(filled).size < filled.length)
      continue;
    const { before, after } = frameOf(filled);
    const cut = (value: string) =>
      value.slice(before.length, value.length - after.length).replace(/[?#].*$/, "");
    const ids = filled.map(cut);
    if (new Set(ids).size < ids.length || !ids.every((id) => /^[\w@.:-]{1,64}$/.test(id) && /\d/.test(id)))
      continue;
    if (isSequence(ids)) continue;
    const isPerson = personWords.test(attribute) || personWords.test(before);
    const worth =
      (isPerson ? 4 : 0) +
      (attribute.startsWith("data-") || attribute === "row-id" ? 2 : 0) +
      (attribute === "href" ? 1.5 : 0) +
      (attribute === "value" ? 1 : 0) +
      (["tr", "li", "div"].includes(tag) ? 0.5 : 0) -
      (attribute === "id" ? 0.5 : 0);
    if (best && worth <= best.worth) continue;
    best = {
      worth,
      source: { from: attribute === "href" ? "link" : "attribute", attribute, within: tag, before, after },
      ids: values.map((value) => (value === undefined ? "" : cut(value))),
      strength: isPerson ? 3 : 0.5,
    };
  }
  return best;
};
