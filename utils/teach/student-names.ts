import type { DetectedStudent } from "../detect/detected.ts";

/** Labels may name a student ("Grade of Ana Rivera"): what is taught, and may be shared, must not. */

const formsOf = ({ fields }: Pick<DetectedStudent, "fields">): string[] => {
  const { firstName = "", lastName = "" } = fields;
  if (firstName === "" || lastName === "") return [];
  return [`${firstName} ${lastName}`, `${lastName}, ${firstName}`, `${lastName} ${firstName}`].map((form) =>
    form.toLowerCase(),
  );
};

const placeOf = (text: string, students: readonly Pick<DetectedStudent, "fields">[]): number => {
  const folded = text.toLowerCase();
  // One word is no whole name.
  if (!/[\s,]/.test(folded.trim())) return -1;
  for (const student of students) {
    for (const form of formsOf(student)) {
      const at = folded.indexOf(form);
      if (at >= 0) return at;
    }
  }
  return -1;
};

export const namesStudent = (text: string, students: readonly Pick<DetectedStudent, "fields">[]): boolean =>
  placeOf(text, students) >= 0;

/** The words before a student's name: "Grade" of "Grade of Ana Rivera". */
export const withoutStudent = (
  text: string,
  students: readonly Pick<DetectedStudent, "fields">[],
): string => {
  const at = placeOf(text, students);
  if (at < 0) return text;
  return text
    .slice(0, at)
    .trim()
    .replace(/[\s:,\u2013-]*(?:\b(?:of|for|de|del|para))?[\s:,\u2013-]*$/iu, "");
};
