import { comparedTypes, countedAlike, isWiped, needSizes } from "../compared-records.ts";
import { currentRecords, layoutOfRecords } from "../package-records.ts";
import { recordLayouts } from "../record-layouts.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";
import { isUnusual, sizeLimit } from "../size-limits.ts";

const percentOf = (before: number, now: number): number =>
  before === 0 ? 100 : Math.round((Math.abs(now - before) * 100) / before);

const raise = (
  file: string,
  record: string,
  before: number,
  now: number,
  more: Partial<Raised> & { school?: string; schools?: number },
): Raised => {
  const { school = "", schools = 1, ...rest } = more;
  const change = now < before ? "fewer" : "more";
  return {
    count: Math.abs(now - before),
    args: { file, record, before, now, percent: percentOf(before, now), change, school, schools },
    places: [{ file }],
    // New records are not removed from anywhere.
    ...(change === "more" ? { consequence: "none" } : {}),
    ...rest,
  };
};

/** Schools whose students or sections changed unusually, when the whole district's did not. */
function* raisePerSchool(context: CheckContext, type: "students" | "sections"): Generator<Raised> {
  const previous = context.previous?.records;
  const current = currentRecords(context);
  const role = layoutOfRecords(context.format.id)?.[type]?.role ?? "";
  const file = context.files.get(role)?.table.file.name;
  if (previous === undefined || file === undefined || !countedAlike(previous, current)) return;
  const limit = sizeLimit(context, `${type}PerSchool`);
  const [before, now] = [previous.bySchool[type], current.bySchool[type]];
  const schools = [...new Set([...before.keys(), ...now.keys()])].sort();
  for (const change of ["fewer", "more"] as const) {
    const found = schools.flatMap((school) => {
      const [a, b] = [before.get(school) ?? 0, now.get(school) ?? 0];
      const isChange = change === "fewer" ? b < a : b > a;
      return isChange && isUnusual(a, b, limit) ? [{ school, a, b }] : [];
    });
    // The school that lost or gained most is the one to name.
    const [most] = [...found].sort((x, y) => Math.abs(y.b - y.a) - Math.abs(x.b - x.a));
    if (most === undefined) continue;
    yield raise(file, `${type}PerSchool`, most.a, most.b, {
      count: found.length,
      school: most.school,
      schools: found.length,
      places: found.map(({ school, a, b }) => ({ file, value: school, related: `${a} → ${b}` })),
    });
  }
}

/** Far more or far fewer records than in the last file, in all or at a school. */
export const rule: Rule = {
  id: "size-unlike-last-file",
  outcome: "warning",
  consequence: "records-removed",
  whoCanFix: "lea-data-team",
  source:
    "Rosterguard: shares, numbers and populations of the LEA's policy (check.sizeChange), or our defaults",
  certain: true,
  formats: Object.keys(recordLayouts).sort(),
  needs: needSizes,
  *check(context) {
    const compared = comparedTypes(context);
    const told = new Set<string>();
    for (const one of compared) {
      // That is file-would-wipe-records.
      if (isWiped(one)) told.add(one.type);
      else if (isUnusual(one.before, one.now, sizeLimit(context, one.type))) {
        told.add(one.type);
        yield raise(one.file, one.type, one.before, one.now, {});
      }
    }
    for (const type of ["students", "sections"] as const) {
      if (compared.length > 0 && !told.has(type)) yield* raisePerSchool(context, type);
    }
  },
};
