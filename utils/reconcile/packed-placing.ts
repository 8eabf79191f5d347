import { moveToRecord, type OpenedRoster } from "../packed/opened-roster.ts";
import type { Pairing } from "../packed/pair-records.ts";
import { type PartView, sectionIdAt } from "../packed/part-view.ts";
import { isHomeroomAt, skipToPlaces } from "../packed/records.ts";
import type { KnownSections } from "./diff.ts";
import type { PlacingSection } from "./receivers.ts";

const placing = 1;
const otherwise = 2;

/**
 * For a receiver that takes homerooms alone: which students are in none (`isIgnored`), and which are in a section that places
 * its students in one of the two files only (`isTouched`).
 */
export const openPlacing = (
  file: OpenedRoster,
  { index }: Pairing,
  known: KnownSections,
  places: (section: PlacingSection | undefined) => boolean,
) => {
  // What is the same in both places its students alike.
  const turned = new Set<string>();
  for (const side of [known.file, known.base])
    for (const id of side.ids())
      if (places(known.file.get(id)) !== places(known.base.get(id))) turned.add(id);

  const flagOf = (view: PartView, place: number): number => {
    const id = sectionIdAt(view, place);
    const at = index.findText(id);
    const isPlacing = at < 0 || isHomeroomAt(moveToRecord(file, "sections", at).reader);
    return (isPlacing ? placing : 0) | (turned.has(id) ? otherwise : 0);
  };
  /** By part and by number of a section there. */
  const flags: Uint8Array[] = [];
  const flagsOf = (view: PartView, part: number): Uint8Array => {
    flags[part] ??= Uint8Array.from({ length: view.sections.count + view.others.length }, (_, place) =>
      flagOf(view, place),
    );
    return flags[part];
  };
  /** What any of a student's sections is. */
  const flagsAt = (at: number): number => {
    const part = file.students.partOf[at] as number;
    const own = flagsOf(file.parts[part] as PartView, part);
    const { reader, names } = moveToRecord(file, "students", at);
    skipToPlaces(reader, names);
    let found = 0;
    for (let left = reader.number() >> 1; left > 0; left--) found |= own[reader.number()] as number;
    return found;
  };
  return {
    isIgnored: (at: number): boolean => (flagsAt(at) & placing) === 0,
    isTouched: (at: number): boolean => (flagsAt(at) & otherwise) !== 0,
  };
};
