import { foldName } from "../roster/fold-name.ts";
import { remember } from "../roster/index-people.ts";
import { normaliseValue } from "../roster/normalise-value.ts";
import { personKey } from "../roster/person-key.ts";
import type { Roster, Student, StudentField } from "../roster/roster.ts";
import { birthDaysOf } from "./birth-days.ts";
import { indexIds } from "./index-ids.ts";
import { matchRecords } from "./match.ts";
import { type PlacingSection, placesAll } from "./receivers.ts";

/** Changed fields: name to [before, after]. */
export type FieldChanges = Partial<Record<StudentField, [string, string]>>;

/** What a file says of one student against what is known. Facts only; what a receiver makes of them is its fate. */
export type StudentDiff =
  | { kind: "new"; file: Student /** Some of their classes were not looked at. */; partly: boolean }
  | { kind: "gone"; base: Student }
  | { kind: "unseen"; file: Student }
  | { kind: "unsure"; file?: Student; base?: Student; because: "shared" | "no-id" }
  | {
      kind: "same";
      file: Student;
      base: Student;
      /** Ids of sections left and joined, as far as the other side was seen. */
      left: string[];
      joined: string[];
      fields: FieldChanges;
      /** The person is the same and the id is not; or the id is and the person is not. */
      identity: "same" | "id-changed" | "id-missing" | "other-person";
    };

/** Whether a source has shown a section's whole roster. */
export const coverageOf = (roster: Roster): ((sectionId: string) => boolean) => {
  if (roster.coverage.kind === "complete") return () => true;
  const seen = new Set(roster.coverage.sectionIds);
  return (sectionId) => seen.has(sectionId);
};

/** The sections of a side by their id; `ids` may leave out those that are the same on both. */
export type SectionsById = {
  get: (id: string) => PlacingSection | undefined;
  ids: () => Iterable<string>;
};
export type KnownSections = { file: SectionsById; base: SectionsById };

export const knowSections = (file: Roster, base: Roster): KnownSections => ({
  file: indexIds(file.sections),
  base: indexIds(base.sections),
});

const nothingElse: Pick<StudentDiff & { kind: "same" }, "left" | "joined" | "fields" | "identity"> = {
  left: [],
  joined: [],
  fields: {},
  identity: "same",
};

/**
 * Compares students. Every student of `file` comes out exactly once, and so does every one of `base` (a "same" tells of
 * both). `places` says which of a source's sections place a student; what `base` did not show is unseen, never missing.
 */
export function* diffStudents(
  file: Roster,
  base: Roster,
  places: (section: PlacingSection | undefined) => boolean,
  known: KnownSections = knowSections(file, base),
): Generator<StudentDiff> {
  if (
    base.students.length === 0 &&
    base.coverage.kind === "partial" &&
    base.coverage.sectionIds.length === 0
  ) {
    for (const student of file.students) yield { kind: "unseen", file: student };
    return;
  }
  const isCovered = coverageOf(base);
  const isSamePlace = placeAlike(known, places);
  const isEverywhere = placesAll(places);
  const placedOf = ({ sectionIds }: Student, sections: SectionsById): readonly string[] =>
    isEverywhere ? sectionIds : sectionIds.filter((id) => places(sections.get(id)));
  const showsIds = base.students.some(({ id }) => id !== "");
  const fold = remember(foldName);
  const matching = matchRecords(file.students, base.students, ({ fields }) => personKey(fields, fold), {
    file: birthDaysOf(file.students),
    base: birthDaysOf(base.students),
  });

  for (const [position, student] of file.students.entries()) {
    const partner = base.students[matching.baseOf[position] ?? -1];
    const placedIn = () => placedOf(student, known.file);
    if (partner !== undefined) {
      const isPlacedAlike = isSamePlace(student, partner);
      // A file that was read beside this one has this one's records where it tells the same.
      if (isPlacedAlike && student === partner) {
        yield { kind: "same", file: student, base: partner, ...nothingElse };
        continue;
      }
      yield {
        kind: "same",
        file: student,
        base: partner,
        ...(isPlacedAlike
          ? { left: [], joined: [] }
          : comparePlaces(placedIn(), placedOf(partner, known.base), isCovered)),
        fields: diffFields(student, partner),
        identity: compareIdentity(student, partner, showsIds, fold),
      };
    } else if (matching.unsureFile[position] === 1) {
      yield { kind: "unsure", file: student, because: "shared" };
    } else if (base.coverage.kind === "partial" && !placedIn().some(isCovered)) {
      yield { kind: "unseen", file: student };
    } else if (student.id === "") {
      yield { kind: "unsure", file: student, because: "no-id" };
    } else {
      yield { kind: "new", file: student, partly: base.coverage.kind === "partial" };
    }
  }
  for (const [position, student] of base.students.entries()) {
    if (matching.fileOf[position] !== -1) continue;
    if (matching.unsureBase[position] === 1) yield { kind: "unsure", base: student, because: "shared" };
    else if (student.id === "") yield { kind: "unsure", base: student, because: "no-id" };
    else yield { kind: "gone", base: student };
  }
}

const comparePlaces = (
  placed: readonly string[],
  before: readonly string[],
  isCovered: (sectionId: string) => boolean,
): { left: string[]; joined: string[] } => ({
  left: before.filter((id) => !placed.includes(id)),
  joined: placed.filter((id) => !before.includes(id) && isCovered(id)),
});

/**
 * Whether two records name the same sections in the same order, which nearly all do: nobody left or joined then, unless
 * a section places its students on one side only, and for such rosters this never says so.
 */
const placeAlike = (
  known: KnownSections,
  places: (section: PlacingSection | undefined) => boolean,
): ((one: Student, other: Student) => boolean) => {
  const isAlikeIn = (one: SectionsById, other: SectionsById) => {
    for (const id of one.ids()) {
      const [section, partner] = [one.get(id), other.get(id)];
      if (section !== partner && places(section) !== places(partner)) return false;
    }
    return true;
  };
  const isAlike =
    placesAll(places) || (isAlikeIn(known.file, known.base) && isAlikeIn(known.base, known.file));
  return (one, other) => {
    const { sectionIds } = one;
    const { length } = sectionIds;
    if (!isAlike || other.sectionIds.length !== length) return false;
    if (one === other) return true;
    for (let at = 0; at < length; at++) if (sectionIds[at] !== other.sectionIds[at]) return false;
    return true;
  };
};

/** Fields both sides tell and tell differently. A blank in the file tells nothing: what a receiver makes of it is not published. */
const diffFields = (file: Student, base: Student): FieldChanges => {
  const changes: FieldChanges = {};
  for (const name in base.fields) {
    const field = name as StudentField;
    const before = base.fields[field];
    const after = file.fields[field];
    if (before === undefined || after === undefined || after === "" || before === after) continue;
    if (normaliseValue(field, before) !== normaliseValue(field, after)) changes[field] = [before, after];
  }
  return changes;
};

const compareIdentity = (file: Student, base: Student, showsIds: boolean, fold: (name: string) => string) => {
  if (file.id !== base.id) {
    if (!showsIds) return "same";
    return file.id === "" || base.id === "" ? "id-missing" : "id-changed";
  }
  const { firstName = "", lastName = "", birthDate = "" } = base.fields;
  const differs = (before: string, after: string | undefined) =>
    before !== "" && after !== undefined && after !== "" && before !== after;
  const isOther =
    differs(fold(firstName), file.fields.firstName && fold(file.fields.firstName)) &&
    differs(fold(lastName), file.fields.lastName && fold(file.fields.lastName)) &&
    differs(
      normaliseValue("birthDate", birthDate),
      file.fields.birthDate && normaliseValue("birthDate", file.fields.birthDate),
    );
  return isOther ? "other-person" : "same";
};
