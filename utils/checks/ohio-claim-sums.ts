import { isBlank } from "./columns.ts";
import { type OhioClaims, readClaims } from "./ohio-claims.ts";
import { groupRows } from "./rows-by-code.ts";
import type { CheckContext } from "./rule.ts";

/** What all teachers together claim of one student in one subject and month; only sums other than 100 are kept. */
export type ClaimSum = { student: number; subject: number; month: number; sum: number; row: number };

export type ClaimSums = { claims: OhioClaims; over: readonly ClaimSum[]; under: readonly ClaimSum[] };

const memo = new WeakMap<CheckContext, ClaimSums | undefined>();

/** Adds up the claims, student by student; undefined when the claims cannot be read. Done once a check. */
export const addUpClaims = (context: CheckContext): ClaimSums | undefined => {
  if (!memo.has(context)) {
    const claims = readClaims(context);
    memo.set(context, claims && addUp(claims));
  }
  return memo.get(context);
};

const addUp = (claims: OhioClaims): ClaimSums => {
  const { file, student } = claims;
  const { rowsOf } = groupRows(student, file.table.rows);
  const over: ClaimSum[] = [];
  const under: ClaimSum[] = [];
  for (let code = 0; code < student.size; code++) {
    if (isBlank(student, code)) continue;
    for (const one of sumsOf(claims, code, rowsOf(code))) {
      if (one.sum > 100) over.push(one);
      else if (one.sum > 0 && one.sum < 100) under.push(one);
    }
  }
  return { claims, over, under };
};

/**
 * The sums of one student. The same claim given twice is one claim, that of the greater percentage: duplicate-key names
 * the rows. Hundredths are added as whole numbers, so that no sum hangs on the order of its parts.
 */
const sumsOf = (claims: OhioClaims, student: number, rows: Uint32Array): ClaimSum[] => {
  const { klass, educator, month, percent, percents, subjectOf, subjects } = claims;
  const parts = new Map<string, { hundredths: number; key: number; row: number }>();
  for (const row of rows) {
    const subject = subjectOf(row);
    const share = percents[percent.codes[row] as number] as number;
    const inMonth = month.codes[row] as number;
    if (subject < 0 || Number.isNaN(share) || isBlank(month, inMonth)) continue;
    const hundredths = Math.round(share * 100);
    const key = inMonth * subjects.length + subject;
    const part = `${key} ${klass.codes[row]} ${educator.codes[row]}`;
    const known = parts.get(part);
    if (known === undefined || known.hundredths < hundredths) parts.set(part, { hundredths, key, row });
  }
  const sums = new Map<number, { hundredths: number; row: number }>();
  for (const { hundredths, key, row } of parts.values()) {
    const known = sums.get(key);
    sums.set(key, {
      hundredths: (known?.hundredths ?? 0) + hundredths,
      row: Math.max(known?.row ?? 0, row),
    });
  }
  return [...sums].map(([key, { hundredths, row }]) => ({
    student,
    subject: key % subjects.length,
    month: Math.floor(key / subjects.length),
    sum: hundredths / 100,
    row,
  }));
};
