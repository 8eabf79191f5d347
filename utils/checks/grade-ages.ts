import { normaliseValue } from "../roster/normalise-value.ts";

/** Ages at which a student may plausibly be in a grade, in whole years on the day of the check. */

export type AgeRange = { min: number; max: number };

/** Older students are a finding of their own, whatever their grade. */
export const oldestStudent = 22;

/** Early years; the usual age is the range without a year or two at either end. */
const early: Readonly<Record<string, AgeRange>> = {
  IT: { min: 0, max: 4 },
  PR: { min: 1, max: 6 },
  PK: { min: 2, max: 7 },
  TK: { min: 3, max: 7 },
  KG: { min: 3, max: 8 },
};

/**
 * Grade n is usually n + 5 or n + 6 years old. Two years early is a skipped grade and an early start; four years late is
 * the most that retention and a late arrival make in the lower grades; in high school a student may stay until the end.
 */
const ofGrade = (grade: number): AgeRange => ({
  min: grade + 3,
  max: grade >= 9 ? oldestStudent : grade + 10,
});

/** The range of a grade as any format writes it; undefined where no age follows from it ("UG", "13", "Other"). */
export const ageRangeOf = (grade: string): AgeRange | undefined => {
  const ranges = grade
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map((item) => {
      const known = normaliseValue("gradeLevel", item);
      if (Object.hasOwn(early, known)) return early[known];
      const number = /^\d{2}$/.test(known) ? Number(known) : 0;
      return number >= 1 && number <= 12 ? ofGrade(number) : undefined;
    });
  if (ranges.length === 0) return undefined;
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const range of ranges) {
    // One grade without a range leaves nothing to say of the list.
    if (range === undefined) return undefined;
    min = Math.min(min, range.min);
    max = Math.max(max, range.max);
  }
  return { min, max };
};
