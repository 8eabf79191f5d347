/**
 * The selectors a profile may hold: the subset of Selectors Level 4 that every browser reads alike and matches in time
 * linear in the page. A profile may come from a file; what a browser would refuse throws in the portal's page, and
 * `:has`, long sibling chains or lists within lists can hold a large page up for seconds.
 */

export const longestSelector = 300;
/** Complex selectors in a list, compound selectors in a chain, `:is` within `:is`. */
const most = { listed: 16, chained: 8, nested: 2 };

const plainPseudos = ["checked", "disabled", "enabled", "empty", "first-child", "last-child", "only-child"];
const listPseudos = ["is", "not", "where"];
const countPseudos = ["nth-child", "nth-of-type", "nth-last-child"];

const name = /^-?(?:[A-Za-z_\u00a0-\uffff]|\\[^\n\da-fA-F])(?:[\w\u00a0-\uffff-]|\\[^\n\da-fA-F])*/;
const attribute =
  /^\[\s*[A-Za-z_][\w-]*\s*(?:[~|^$*]?=\s*(?:"[^"\\\n]*"|'[^'\\\n]*'|-?[A-Za-z_][\w-]*)\s*[is]?\s*)?\]/;
const combinator = /^\s*[>+~]\s*|^\s+/;
const count = /^(?:odd|even|\d{1,4}|[+-]?\d{0,4}n(?:\s*[+-]\s*\d{1,4})?)$/;

/** Whether a text is a selector of that subset, within its limits. */
export const isSafeSelector = (text: string): boolean =>
  text.length <= longestSelector && readList(text.trim(), 0) === "";

/** Reads a list of selectors and answers what is left over; undefined where it is none. */
const readList = (text: string, depth: number): string | undefined => {
  let rest: string | undefined = text;
  for (let listed = 0; listed < most.listed; listed += 1) {
    rest = readChain(rest, depth);
    const comma: string | undefined = rest === undefined ? undefined : /^\s*,\s*/.exec(rest)?.[0];
    if (rest === undefined || comma === undefined) return rest;
    rest = rest.slice(comma.length);
  }
  return undefined;
};

const readChain = (text: string, depth: number): string | undefined => {
  let rest = readCompound(text, depth);
  for (let chained = 1; rest !== undefined; chained += 1) {
    if (/^\s*(?:$|[,)])/.test(rest)) return rest.trimStart();
    const joint = combinator.exec(rest)?.[0];
    if (joint === undefined || chained >= most.chained) return undefined;
    rest = readCompound(rest.slice(joint.length), depth);
  }
  return undefined;
};

const readCompound = (text: string, depth: number): string | undefined => {
  let rest = text.startsWith("*") ? text.slice(1) : text.slice(name.exec(text)?.[0].length ?? 0);
  let simple = rest.length < text.length ? 1 : 0;
  while (rest !== "") {
    const next = readSimple(rest, depth);
    if (next === undefined) return undefined;
    if (next === rest) break;
    rest = next;
    simple += 1;
  }
  return simple > 0 && simple <= most.chained ? rest : undefined;
};

/** One id, class, attribute or pseudo-class; the text itself where none begins here. */
const readSimple = (text: string, depth: number): string | undefined => {
  const sign = text[0];
  if (sign === "#" || sign === ".") return after(text, 1, name);
  if (sign === "[") return after(text, 0, attribute);
  if (sign !== ":") return text;
  const pseudo = name.exec(text.slice(1))?.[0].toLowerCase() ?? "";
  const rest = text.slice(1 + pseudo.length);
  if (plainPseudos.includes(pseudo)) return rest.startsWith("(") ? undefined : rest;
  if (!rest.startsWith("(")) return undefined;
  if (countPseudos.includes(pseudo)) {
    const end = rest.indexOf(")");
    return end > 0 && count.test(rest.slice(1, end).trim()) ? rest.slice(end + 1) : undefined;
  }
  if (!listPseudos.includes(pseudo) || depth >= most.nested) return undefined;
  const inner = readList(rest.slice(1).trimStart(), depth + 1);
  return inner?.startsWith(")") ? inner.slice(1) : undefined;
};

const after = (text: string, from: number, pattern: RegExp): string | undefined => {
  const found = pattern.exec(text.slice(from))?.[0];
  return found === undefined ? undefined : text.slice(from + found.length);
};
