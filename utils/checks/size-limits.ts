import type { CheckContext, SizeLimit, SizeOf } from "./rule.ts";

/**
 * From which change on a size is unusual, unless the LEA says otherwise. All three must be reached: a share alone cries
 * wolf in a school of twelve, a number alone in a district of a million.
 */
const defaults: Readonly<Record<SizeOf, SizeLimit>> = {
  schools: { percent: 10, count: 2, population: 5 },
  students: { percent: 10, count: 20, population: 100 },
  teachers: { percent: 15, count: 5, population: 20 },
  sections: { percent: 20, count: 5, population: 20 },
  enrollments: { percent: 20, count: 50, population: 200 },
  studentsPerSchool: { percent: 25, count: 20, population: 50 },
  sectionsPerSchool: { percent: 40, count: 5, population: 10 },
};

export const sizeLimit = ({ settings }: CheckContext, of: SizeOf): SizeLimit => {
  const usual = defaults[of];
  const own = settings.sizeChange?.[of];
  return {
    percent: own?.percent ?? usual.percent,
    count: own?.count ?? usual.count,
    population: own?.population ?? usual.population,
  };
};

/** Whether a change is unusual. The population is the greater of the two, so that growth from little counts as well. */
export const isUnusual = (before: number, now: number, limit: SizeLimit): boolean => {
  const change = Math.abs(now - before);
  return (
    Math.max(before, now) >= limit.population &&
    change >= limit.count &&
    // Nothing before is more than any share.
    (before === 0 || change * 100 >= before * limit.percent)
  );
};
