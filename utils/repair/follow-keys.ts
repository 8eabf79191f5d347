import { columnOf, countRows, eachFieldColumn, type FieldColumn } from "../checks/columns.ts";
import { strip, stripAll } from "../checks/leading-zeros.ts";
import { itemsOf, joinCodes } from "../checks/references.ts";
import type { CheckContext } from "../checks/rule.ts";
import type { Column } from "../table/table.ts";
import type { ColumnChanges } from "./mend-columns.ts";
import type { Left, RepairKind } from "./repair.ts";

type Changes = Map<Column, ColumnChanges>;

/** A column whose values others refer to, with those that do. */
type Domain = { key: FieldColumn; references: FieldColumn[] };

const textOf = (changes: ColumnChanges | undefined, column: Column, code: number): string =>
  changes?.get(code)?.value ?? column.valueOf(code);

const amend = (
  changes: ColumnChanges,
  column: Column,
  code: number,
  value: string,
  kind: RepairKind,
): void => {
  const before = changes.get(code);
  if (value === column.valueOf(code)) changes.delete(code);
  else if (value !== before?.value) changes.set(code, { value, kinds: [...(before?.kinds ?? []), kind] });
};

/** Keys first that refer to no other, so that a chain of references is followed from its end. */
const findDomains = (context: CheckContext): Domain[] => {
  const domains = new Map<Column, Domain>();
  const all = [...eachFieldColumn(context)];
  for (const one of all) if (one.field.key === true) domains.set(one.column, { key: one, references: [] });
  for (const one of all) {
    const { references } = one.field;
    const target = references && columnOf(context.files.get(references.role), references.column);
    const domain = target && domains.get(target);
    if (domain !== undefined && target !== one.column) domain.references.push(one);
  }
  const list = [...domains.values()];
  const refers = ({ key }: Domain) => (key.field.references === undefined ? 0 : 1);
  return list.sort((a, b) => refers(a) - refers(b));
};

/** Takes back changes that would make two keys one: nothing tells which of the two records was meant. */
const keepApart = ({ column, file }: FieldColumn, changes: ColumnChanges, left: Left[]): void => {
  const reverted: number[] = [];
  for (let again = true; again; ) {
    again = false;
    const byValue = new Map<string, number[]>();
    for (const [code, { value }] of changes) byValue.set(value, [...(byValue.get(value) ?? []), code]);
    for (const [value, codes] of byValue) {
      const other = column.codeOf(value);
      if (codes.length === 1 && (other < 0 || changes.has(other))) continue;
      for (const code of codes) changes.delete(code);
      reverted.push(...codes);
      again = true;
    }
  }
  if (reverted.length > 0) {
    const rows = countRows(column, reverted);
    left.push({ file: file.table.file.name, column: column.name, rows, why: "would-collide" });
  }
};

/** Whether a value is a key of the copy. */
const keysOf = (column: Column, changes: ColumnChanges): ((value: string) => boolean) => {
  const made = new Set([...changes.values()].map(({ value }) => value));
  return (value) => {
    const code = column.codeOf(value);
    return made.has(value) || (code >= 0 && !changes.has(code));
  };
};

type Loose = { reference: FieldColumn; code: number; items: string[] };

/** References whose items, mended as far as they are, name nothing. */
function* findLoose({ key, references }: Domain, changes: Changes): Generator<Loose> {
  const keyChanges = changes.get(key.column) ?? new Map();
  const hasKey = keysOf(key.column, keyChanges);
  for (const reference of references) {
    const { column, field } = reference;
    const own = changes.get(column);
    const join = joinCodes(column, key.column);
    const list = field.list === true;
    for (let code = 0; code < column.size; code++) {
      if ((join[code] as number) >= 0) continue;
      const originals = itemsOf(column.valueOf(code), list);
      // An item that named a key before any repair goes on naming it.
      const items = itemsOf(textOf(own, column, code), list).map((item, at) => {
        const target = key.column.codeOf(originals[at] ?? "");
        return target < 0 ? item : textOf(keyChanges, key.column, target);
      });
      if (items.some((item) => !hasKey(item))) yield { reference, code, items };
    }
  }
}

const digits = /^\d+$/;

/** Puts zeros back that one side of a reference lost, where exactly one identifier fits without them. */
const matchZeros = (domain: Domain, changes: Changes, left: Left[]): void => {
  const { key } = domain;
  const keyChanges = changes.get(key.column) ?? new Map();
  const loose = [...findLoose(domain, changes)];
  if (loose.length === 0) return;
  const values = Array.from({ length: key.column.size }, (_, code) => textOf(keyChanges, key.column, code));
  const codeByValue = new Map(values.map((value, code) => [value, code]));
  const known = stripAll(values);
  const meant = (item: string) =>
    digits.test(item) && !codeByValue.has(item) ? known.get(strip(item)) : undefined;
  const proposals = new Map<string, Set<string>>();
  for (const { items } of loose) {
    for (const item of items) {
      const fits = meant(item);
      if (fits === undefined || fits.length >= item.length) continue;
      proposals.set(fits, (proposals.get(fits) ?? new Set()).add(item));
    }
  }
  const disputed: number[] = [];
  for (const [value, longer] of proposals) {
    const code = codeByValue.get(value) ?? -1;
    const [whole] = longer;
    if (longer.size > 1 || whole === undefined) disputed.push(code);
    else amend(keyChanges, key.column, code, whole, "zeros-by-match");
  }
  if (disputed.length > 0) {
    const rows = countRows(key.column, disputed);
    left.push({ file: key.file.table.file.name, column: key.column.name, rows, why: "several-matches" });
  }
  changes.set(key.column, keyChanges);
  for (const { reference, code, items } of loose) {
    const own = changes.get(reference.column) ?? new Map();
    changes.set(reference.column, own);
    const whole = items.map((item) => {
      const fits = meant(item);
      if (fits === undefined || fits.length <= item.length) return item;
      return textOf(keyChanges, key.column, codeByValue.get(fits) ?? -1);
    });
    if (whole.join() !== items.join()) amend(own, reference.column, code, whole.join(","), "zeros-by-match");
  }
};

/** A reference that named a key goes on naming it, whatever the key is now called. */
const follow = ({ key, references }: Domain, changes: Changes): void => {
  const keyChanges = changes.get(key.column) ?? new Map();
  for (const { column, field } of references) {
    const own = changes.get(column) ?? new Map();
    if (keyChanges.size === 0 && own.size === 0) continue;
    changes.set(column, own);
    const list = field.list === true;
    const join = joinCodes(column, key.column);
    for (let code = 0; code < column.size; code++) {
      const target = join[code] as number;
      const kinds: RepairKind[] = [];
      const rename = (item: string): string => {
        const at = key.column.codeOf(item);
        if (at < 0) return item;
        kinds.push(...(keyChanges.get(at)?.kinds ?? []));
        return textOf(keyChanges, key.column, at);
      };
      if (target >= 0) {
        const value = rename(column.valueOf(code));
        if (value !== textOf(own, column, code))
          amend(own, column, code, value, kinds[0] ?? "zeros-by-match");
      } else if (list && column.valueOf(code) !== "") {
        // Item by item: one that is a key follows it, any other stays as it was mended by itself.
        const mended = itemsOf(textOf(own, column, code), true);
        const after = itemsOf(column.valueOf(code), true).map((item, at) =>
          key.column.codeOf(item) < 0 ? (mended[at] ?? item) : rename(item),
        );
        if (after.join() !== mended.join()) {
          amend(own, column, code, after.join(","), kinds[0] ?? "zeros-by-match");
        }
      }
    }
  }
};

/** A file that is not written anew could not follow: then its keys, and the keys it refers to, stay what they are. */
const giveUp = ({ key }: Domain, changes: ColumnChanges, left: Left[]): void => {
  const rows = countRows(key.column, [...changes.keys()]);
  changes.clear();
  if (rows > 0) {
    left.push({ file: key.file.table.file.name, column: key.column.name, rows, why: "rows-not-whole" });
  }
};

/**
 * Brings keys and the references to them into line: keys stay apart, lost zeros are put back on whichever side lost
 * them, and references follow their keys. `fixed` are columns that cannot change. Changes `changes` in place.
 */
export const followKeys = (context: CheckContext, changes: Changes, fixed: ReadonlySet<Column>): Left[] => {
  const left: Left[] = [];
  for (const domain of findDomains(context)) {
    const own = changes.get(domain.key.column) ?? new Map();
    changes.set(domain.key.column, own);
    if ([domain.key, ...domain.references].some(({ column }) => fixed.has(column))) {
      giveUp(domain, own, left);
      continue;
    }
    keepApart(domain.key, own, left);
    matchZeros(domain, changes, left);
    keepApart(domain.key, own, left);
    follow(domain, changes);
  }
  return left;
};
