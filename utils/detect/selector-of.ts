import { attributeOf, childElementsOf, isMatch, parentOf, queryAll, tagOf } from "../page/safe-dom.ts";
import { isSafeSelector } from "../portals/safe-selector.ts";

/** Selectors by which an element is found again: an id, data and ARIA attributes, then classes, then its place. */

type Root = Document | ShadowRoot;

const quoted = (value: string): string | undefined =>
  /["\\\n]/.test(value) || value.length > 60 ? undefined : `"${value}"`;

/** Made by a machine and different tomorrow: "ctl00_7", "css-1x2y3z", "r12", a hash. */
const isMade = (name: string): boolean =>
  /\d{3,}|^(?:css|jss|sc|emotion|svelte)-|__[A-Za-z0-9]{5}$|^:r|^[a-z]{0,3}\d+$|^(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Z])[A-Za-z0-9]{5,8}$/.test(
    name,
  );
const stateWords =
  /^(?:odd|even|active|selected|hover|focus|open|show|first|last|sorted|loaded|visible|hidden)$|--|:|\//i;

const stable = [
  "data-testid",
  "data-test",
  "data-cy",
  "data-component",
  "aria-label",
  "aria-labelledby",
  "role",
  "name",
];

const classesOf = (element: Element): string[] =>
  (attributeOf(element, "class") ?? "")
    .split(/\s+/)
    .filter((name) => /^[A-Za-z][\w-]*$/.test(name) && !isMade(name) && !stateWords.test(name));

/** Ways to name an element by itself, the most lasting first. */
const namesOf = (element: Element): string[] => {
  const tag = tagOf(element);
  const names: string[] = [];
  const id = attributeOf(element, "id");
  if (id && /^[A-Za-z][\w-]*$/.test(id) && !isMade(id)) names.push(`#${id}`);
  for (const attribute of stable) {
    const value = attributeOf(element, attribute);
    const text = value === null || value === "" ? undefined : quoted(value);
    if (text !== undefined && !isMade(value!)) names.push(`${tag}[${attribute}=${text}]`);
  }
  const classes = classesOf(element);
  for (const name of classes) names.push(`${tag}.${name}`);
  if (classes.length > 1) names.push(`${tag}.${classes.slice(0, 3).join(".")}`);
  names.push(tag);
  return names;
};

const find = (root: Root, selector: string): Element[] => {
  try {
    return root instanceof Document ? queryAll(root, selector) : [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
};

const placeOf = (element: Element): string => {
  const parent = parentOf(element);
  if (!(parent instanceof Element)) return tagOf(element);
  const same = childElementsOf(parent).filter((one) => tagOf(one) === tagOf(element));
  return same.length === 1 ? tagOf(element) : `${tagOf(element)}:nth-of-type(${same.indexOf(element) + 1})`;
};

/** A selector that finds this element alone in its document or shadow root; undefined where none within limits does. */
export const selectorOf = (element: Element): string | undefined => {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
  const isAlone = (selector: string) => {
    const found = isSafeSelector(selector) ? find(root, selector) : [];
    return found.length === 1 && found[0] === element;
  };
  const own = namesOf(element);
  const alone = own.find(isAlone);
  if (alone !== undefined) return alone;
  let tail = "";
  for (
    let at: Node | null = element, depth = 0;
    at instanceof Element && depth < 7;
    at = parentOf(at), depth += 1
  ) {
    if (depth > 0) {
      const joined = namesOf(at)
        .map((name) => `${name} > ${tail}`)
        .find(isAlone);
      if (joined !== undefined) return joined;
    } else {
      const within = above(element)
        .flatMap((outer) => own.map((name) => `${outer} ${name}`))
        .find(isAlone);
      if (within !== undefined) return within;
    }
    tail = tail === "" ? placeOf(at) : `${placeOf(at)} > ${tail}`;
  }
  return isAlone(tail) ? tail : undefined;
};

/** The lasting names of the elements around. */
const above = (element: Element): string[] => {
  const names: string[] = [];
  for (
    let at = parentOf(element), depth = 0;
    at instanceof Element && depth < 5;
    at = parentOf(at), depth += 1
  )
    names.push(...namesOf(at).slice(0, -1).slice(0, 3));
  return names;
};

/** A selector within `outer` that finds exactly these elements (or, failing that, all of them and no more than `spare` others). */
export const selectorOfAll = (
  elements: readonly Element[],
  outer: Element,
  spare = 0,
): string | undefined => {
  const [first] = elements;
  if (!first) return undefined;
  // A few stand for all of thousands.
  const step = Math.max(1, Math.floor(elements.length / 20));
  const some = elements.filter((_, at) => at % step === 0);
  const candidates = [...namesOf(first)];
  const parent = parentOf(first);
  if (parent instanceof Element && parent !== outer)
    candidates.push(...candidates.map((name) => `${tagOf(parent)} > ${name}`));
  const counted = candidates
    .filter((selector) => isSafeSelector(selector) && !selector.startsWith("#"))
    .filter((selector) => some.every((element) => isMatch(element, selector)))
    .map((selector) => ({ selector, count: queryAll(outer, selector).length }))
    .filter(({ count }) => count >= elements.length && count <= elements.length + spare)
    .sort((a, b) => a.count - b.count);
  return counted[0]?.selector;
};

/**
 * A selector for what stands in at least half of the rows as this element stands in its own (what is in one row only may
 * be a student's name), in how many of them, and its part inside a row; undefined where nothing lasting tells it from
 * the rest of the row.
 */
export const selectorInRows = (
  element: Element,
  row: readonly Element[],
  rows: readonly (readonly Element[])[],
  container: Element,
): { selector: string; count: number; inner: string } | undefined => {
  const within = (halves: readonly Element[], selector: string) =>
    halves.flatMap((half) => queryAll(half, selector));
  const names = namesOf(element).filter((name) => !name.startsWith("#"));
  const parent = parentOf(element);
  const cells =
    parent instanceof Element && !row.includes(parent) ? [placeOf(parent), ...namesOf(parent)] : [];
  const candidates = [
    ...names.slice(0, -1),
    ...cells.flatMap((cell) => names.map((name) => `${cell} > ${name}`)),
    `${names.at(-1)}`,
    ...(parent instanceof Element ? cells.map((cell) => `${cell} > ${placeOf(element)}`) : []),
  ];
  const countOf = (selector: string) => rows.filter((halves) => within(halves, selector).length > 0).length;
  const inner = candidates.find((selector) => {
    if (!isSafeSelector(selector)) return false;
    const own = within(row, selector);
    return own.length === 1 && own[0] === element && countOf(selector) * 2 >= rows.length;
  });
  if (inner === undefined) return;
  const outer = selectorOf(container);
  return { selector: outer === undefined ? inner : `${outer} ${inner}`, count: countOf(inner), inner };
};
