import type { Roster } from "../roster/roster.ts";

/** Positions of some of a roster's records. */
export type Cut = { sections: number[]; teachers: number[]; students: number[] };

/** A roster's records by school; "" for those of none. */
export const cutBySchool = ({
  sections,
  teachers,
  students,
}: Pick<Roster, "sections" | "teachers" | "students">): ReadonlyMap<string, Cut> => {
  const schools = new Map<string, Cut>();
  const take = (kind: keyof Cut, records: readonly { readonly schoolId?: string }[]) => {
    for (let position = 0; position < records.length; position++) {
      const school = records[position]?.schoolId ?? "";
      let part = schools.get(school);
      if (part === undefined) {
        part = { sections: [], teachers: [], students: [] };
        schools.set(school, part);
      }
      part[kind].push(position);
    }
  };
  take("sections", sections);
  take("teachers", teachers);
  take("students", students);
  return schools;
};
