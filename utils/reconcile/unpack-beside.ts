import { openRoster } from "../packed/opened-roster.ts";
import type { Kind, PackedRoster } from "../packed/packed.ts";
import { pairRecords } from "../packed/pair-records.ts";
import type { Roster } from "../roster/roster.ts";

/**
 * The objects of a packed roster, for what has to be compared in objects: a record that tells the same as the file's of its id is
 * that very object, with the line it has there, so that only what differs is made and looked at closely. `objects` are those
 * of `file`. Null where one of them has another layout.
 */
export const unpackBeside = (base: PackedRoster, file: PackedRoster, objects: Roster): Roster | null => {
  const [now, before] = [openRoster(file), openRoster(base)];
  if (now === null || before === null) return null;
  const share = <T>(kind: Kind, records: readonly T[], make: (at: number) => T): T[] => {
    const { partner, same } = pairRecords(now, before, kind);
    const order = file.order?.[kind];
    return Array.from(partner, (found, at) => {
      const place = order === undefined ? found : (order[found] as number);
      return same[at] === 1 ? (records[place] as T) : make(at);
    });
  };
  const { source, coverage, schools } = base;
  return {
    source,
    coverage,
    schools,
    sections: share("sections", objects.sections, before.section),
    teachers: share("teachers", objects.teachers, before.teacher),
    students: share("students", objects.students, before.student),
  };
};
