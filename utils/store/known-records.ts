import type { Roster, Section, Student, Teacher } from "../roster/roster.ts";
import { cutBySchool } from "./cut-by-school.ts";

/**
 * What is known already of a school while a stored one is read: a record that tells the same is not made a second time. Two
 * files of one district differ in few records and mostly have one order, so a record is guessed to follow the one before.
 */
export type Finder<T> = {
  /** The known record of an id: `isId` says whether a guess is right, `idOf` makes the text to look it up by. */
  find(isId: (id: string) => boolean, idOf: () => string): T | undefined;
};

export type KnownRecords = {
  sections: Finder<Section>;
  teachers: Finder<Teacher>;
  students: Finder<Student>;
};

/** Known records that may have come since are passed over, so many. */
const ahead = 4;
/** After so many ids that were not where they were guessed, all are looked up; before, they count as unknown. */
const patience = 16;

const openFinder = <T extends { readonly id: string }>(records: readonly T[]): Finder<T> => {
  let next = 0;
  let missed = 0;
  let positions: Map<string, number> | undefined;
  const takeAt = (position: number | undefined): T | undefined => {
    if (position === undefined) return undefined;
    next = position + 1;
    return records[position];
  };
  return {
    find(isId, idOf) {
      for (let position = next; position < records.length && position < next + ahead; position++) {
        if (isId(records[position]!.id)) return takeAt(position);
      }
      if (++missed <= patience) return undefined;
      positions ??= new Map(records.map(({ id }, position) => [id, position]));
      return takeAt(positions.get(idOf()));
    },
  };
};

/** Answers what is known of a school. */
export const openKnown = (roster: Roster): ((school: string) => KnownRecords | undefined) => {
  const schools = cutBySchool(roster);
  return (school) => {
    const part = schools.get(school);
    return (
      part && {
        sections: openFinder(part.sections),
        teachers: openFinder(part.teachers),
        students: openFinder(part.students),
      }
    );
  };
};
