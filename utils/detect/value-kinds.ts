import { normaliseDate } from "../roster/normalise-value.ts";
import { foldWords } from "./header-words.ts";
import { rememberAnswers } from "./remember-answers.ts";

/** What single values look like, whatever their column is called. */

/** An identifier: digits, or letters and digits in one word, no date and no number with decimals. */
export const isIdLike = (value: string): boolean =>
  /^#?(?=[\w.@-]*\d)[A-Za-z0-9][\w.@-]{1,39}$/.test(value) &&
  !/^\d+\.\d+$/.test(value) &&
  !/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(value);

const gradeWords =
  /^(?:(?:grade|gr|grado|year|yr|y|g)\s*)?(?:k|kg|kn|tk|pk|pk ?[34]|prek|pre k|kindergarten|kinder|prekindergarten|pre kindergarten|prekinder|preescolar|preschool|it|ee|0?[1-9]|1[0-3]|[1-9] ?(?:st|nd|rd|th|o|a|er|ro|do|to|mo|vo|no)|1[0-2]th)(?:\s*(?:grade|grado))?$/;

/** "K", "KG", "03", "3rd", "Grade 3", "3.º": what a school year is called. */
export const isGradeLevel = (value: string): boolean =>
  value.length <= 20 && gradeWords.test(foldWords(value));

/** A date of birth of somebody aged 2 to 23 in the year `thisYear`. */
export const isSchoolBirthDate = (value: string, thisYear: number): boolean => {
  const iso = normaliseDate(value) ?? normaliseDate(isoOf(value));
  if (iso === undefined) return false;
  const age = thisYear - Number(iso.slice(0, 4));
  return age >= 2 && age <= 23;
};

const months = "jan ene feb mar apr abr may jun jul aug ago sep oct nov dec dic".split(" ");
const monthNumbers = [1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12, 12];

/** "Mar 4, 2016", "4 de marzo de 2016" or "04/03/16" as M/D/YYYY; the text itself when it is neither. */
export const isoOf = (value: string): string => {
  const named =
    /^(\p{L}{3,})\.? (\d{1,2}),? (\d{4})$/u.exec(value) ??
    /^(\d{1,2})(?: de|-)? ?(\p{L}{3,})\.?(?: de|-|,)? ?(\d{4})$/u.exec(value);
  if (!named) return value;
  const [month, day] = /^\d/.test(named[1]!) ? [named[2]!, named[1]!] : [named[1]!, named[2]!];
  const number = monthNumbers[months.indexOf(foldWords(month).slice(0, 3))];
  return number === undefined ? value : `${number}/${day}/${named[3]}`;
};

export const isDate = (value: string): boolean =>
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?:[ T].*)?$/.test(value) || normaliseDate(isoOf(value)) !== undefined;

export const isTimeOfDay = (value: string): boolean =>
  /\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?)?\b/i.test(value);

export const isEmail = (value: string): boolean => /^\S+@\S+\.\S+$/.test(value);

/** A gradebook's cell: 87, 92.5, 88%, 18/20, A-, or nothing yet ("--"). */
export const isMark = (value: string): boolean =>
  /^(?:\d{1,3}(?:[.,]\d{1,2})?\s*%?|\d{1,3}(?:\.\d+)?\s*\/\s*\d{1,4}|[A-F][+-]?(?:\s*\(?\d{1,3}(?:\.\d+)?%?\)?)?|M|EX|--?|—)$/.test(
    value,
  );

const attendanceWords = new Set(
  `present absent tardy excused unexcused late excused absence unexcused absence presente ausente tarde justificado injustificado
  retardo falta left early present on time`
    .split(/\s+/)
    .concat(["left early", "excused absence", "unexcused absence", "excused tardy"]),
);
export const isAttendance = (value: string): boolean => attendanceWords.has(foldWords(value));

/** What an adult of the school is called in a column of roles. */
export const isStaffRole = rememberAnswers((value) =>
  /\b(?:teachers?|instructors?|staff|principal|counselor|aide|paraprofessional|ta|coach|administrator|librarian|nurse|observer|substitute|co teacher|secretary|maestr[oa]s?|profesor(?:a|es)?|docentes?|director[a]?|consejer[oa]|asistente|personal|auxiliar)\b/.test(
    foldWords(value),
  ),
);

export const isStudentRole = (value: string): boolean =>
  /^(?:students?|learner|pupil|member|alumn[oa]|estudiante)$/.test(foldWords(value));

/** Somebody who is in a class no more. */
export const isLeft = (value: string): boolean =>
  /^(?:dropped|withdrawn|withdrew|exited|transferred(?: out)?|no show|former|unenrolled|baja|retirad[oa]|dad[oa] de baja|trasladad[oa])$/.test(
    foldWords(value),
  );
