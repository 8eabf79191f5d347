import fc from "fast-check";
import { expect, test } from "vitest";
import { matchRecords } from "./match.ts";

type One = { id: string; key: string | undefined; day: number };

/** The rules of `matchRecords` word for word, by counting: slow, and without an index, a sieve or an order. */
const matchPlainly = (file: readonly One[], base: readonly One[]) => {
  const count = (records: readonly One[], test: (one: One) => boolean) => records.filter(test).length;
  const sameId = (one: One) => (other: One) => one.id !== "" && other.id === one.id;
  const sameKey = (one: One) => (other: One) =>
    one.key !== undefined && one.key !== "" && other.key === one.key;
  const pairs = new Map<One, One>();
  const unsure = new Set<One>();
  for (const one of file) {
    const [inFile, inBase] = [count(file, sameId(one)), count(base, sameId(one))];
    if (inFile === 1 && inBase === 1) pairs.set(one, base.find(sameId(one))!);
    else if (inFile > 0 && inBase > 0)
      for (const each of [...file, ...base].filter(sameId(one))) unsure.add(each);
  }
  const taken = () => new Set(pairs.values());
  for (const one of file) {
    if (pairs.has(one) || count(file, sameKey(one)) !== 1 || count(base, sameKey(one)) !== 1) continue;
    const partner = base.find(sameKey(one))!;
    if (!taken().has(partner) && !unsure.has(one) && !unsure.has(partner)) pairs.set(one, partner);
  }
  const free = { file: file.filter((one) => !pairs.has(one)), base: base.filter((one) => !taken().has(one)) };
  for (const one of [...free.file, ...free.base]) {
    const stands = [free.file, free.base].every((side) => side.some(sameKey(one)));
    const isShared = [file, base].some((side) => count(side, sameKey(one)) > 1);
    if (stands && isShared) unsure.add(one);
  }
  return {
    baseOf: file.map((one) => (pairs.has(one) ? base.indexOf(pairs.get(one)!) : -1)),
    unsureFile: file.map((one) => Number(unsure.has(one))),
    unsureBase: base.map((one) => Number(unsure.has(one))),
  };
};

/** A key is of one day, and several have one day, so that the sieve lets through more than what is free. */
const anyRecords = fc.array(
  fc
    .record({
      id: fc.constantFrom("", "1", "2", "3", "4", "5", "6", "7"),
      key: fc.constantFrom(undefined, "", "ana 1", "eva 1", "ana 2", "eva 2", "zoe 3"),
    })
    .map(({ id, key }): One => ({ id, key, day: Number(key?.split(" ")[1] ?? 0) })),
  { maxLength: 9 },
);

test.each(["with a sieve", "without one"])("records are matched as the rules say, %s", (how) => {
  fc.assert(
    fc.property(anyRecords, anyRecords, (file, base) => {
      const days = (records: readonly One[]) => Int32Array.from(records, ({ day }) => day);
      const sieves = how === "with a sieve" ? { file: days(file), base: days(base) } : undefined;
      const { baseOf, fileOf, unsureFile, unsureBase } = matchRecords(file, base, ({ key }) => key, sieves);
      expect({
        baseOf: [...baseOf],
        unsureFile: [...unsureFile],
        unsureBase: [...unsureBase],
      }).toEqual(matchPlainly(file, base));
      expect([...fileOf]).toEqual(base.map((_, position) => baseOf.indexOf(position)));
    }),
    { numRuns: 1000 },
  );
});
