import { boys, girls, otherLastNames, spanishLastNames } from "../../../utils/generate/names.ts";
import { createRandom } from "../../../utils/generate/random.ts";

/** A person a page knows; `list` names the class, or "other", "dropped", "staff". */
export type Person = {
  id: string;
  stateId: string;
  first: string;
  middle: string;
  last: string;
  grade: string;
  birthDate: string;
  gender: "F" | "M";
  status: "Active" | "Inactive";
  list: string;
};

/** How many people in which list, in the order they are made. */
export type Counts = Readonly<Record<string, number>>;

/** Years of age at the start of the year: PK3, PK4, KG or a number in the grade's name. */
const ageIn = (grade: string): number => {
  if (grade === "KG") return 5;
  const number = Number(/\d+/.exec(grade)?.[0] ?? 7);
  return grade.startsWith("PK") ? number : number + 5;
};

/** Makes the people of a page: the same seed makes the same people; ids are distinct, names may meet. */
export const makePeople = (seed: number, counts: Counts, grades: readonly string[]): Person[] => {
  const random = createRandom(seed);
  const ids = new Set<string>();
  const draw = (length: number): string => {
    for (;;) {
      const id = Array.from({ length }, (_, index) => random.int(index === 0 ? 1 : 0, 9)).join("");
      if (ids.has(id)) continue;
      ids.add(id);
      return id;
    }
  };
  const people: Person[] = [];
  for (const [list, count] of Object.entries(counts)) {
    for (let index = 0; index < count; index++) {
      const gender = random.chance(0.5) ? "F" : "M";
      const given = gender === "F" ? girls : boys;
      const grade = random.pick(grades);
      const last = random.pick(random.chance(0.55) ? spanishLastNames : otherLastNames);
      people.push({
        id: draw(7),
        stateId: draw(10),
        first: random.pick(given),
        middle: random.chance(0.4) ? random.pick(given) : "",
        last: random.chance(0.1) ? `${last} ${random.pick(spanishLastNames)}` : last,
        grade,
        birthDate: `${2026 - ageIn(grade)}-${String(random.int(1, 8)).padStart(2, "0")}-${String(random.int(1, 28)).padStart(2, "0")}`,
        gender,
        status: "Active",
        list,
      });
    }
  }
  const order = new Intl.Collator("en").compare;
  return people.sort((a, b) => order(a.last, b.last) || order(a.first, b.first) || order(a.id, b.id));
};
