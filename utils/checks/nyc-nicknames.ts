import { readNycFiles, textAt } from "./nyc-schools.ts";
import type { CheckContext } from "./rule.ts";

/** A STARS nickname within its school: who has it in the pedagogue file. */
export type Nickname = { rows: number[]; eis: Set<string> };

const memo = new WeakMap<CheckContext, Map<number, Nickname>>();

/** School and nickname (as `inSchool` joins them) to the people who have it; worked out once a check. */
export const readNicknames = (context: CheckContext): ReadonlyMap<number, Nickname> => {
  const known = memo.get(context);
  if (known !== undefined) return known;
  const made = new Map<number, Nickname>();
  memo.set(context, made);
  const { pedagogues, inSchool } = readNycFiles(context);
  if (pedagogues === undefined) return made;
  for (let row = 0; row < pedagogues.file.table.rows; row++) {
    const key = inSchool(pedagogues.school(row), pedagogues.nickname(row));
    if (key < 0) continue;
    const one = made.get(key) ?? { rows: [], eis: new Set() };
    one.rows.push(row);
    const eis = textAt(pedagogues.column("EISNumber"), row).toUpperCase();
    if (eis !== "") one.eis.add(eis);
    made.set(key, one);
  }
  return made;
};
