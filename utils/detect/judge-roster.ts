import type { ColumnChoice, ColumnFacts } from "./classify-columns.ts";
import { foldWords, namesStudents } from "./header-words.ts";

/** Whether a list of people is a roster of the students enrolled: evidence for and against, weighed. */

export type Surroundings = {
  /** The words right above the list: caption, label, nearest heading. */
  near: readonly string[];
  /** The page's own title and first heading, the chosen tab. */
  page: readonly string[];
};

export type Judgement = { score: number; confidence: number; reasons: string[] };

/** Below this nothing is said to be a roster: a person can still teach the page. */
export const sureEnough = 0.56;

const isRosterTalk =
  /\b(rosters?|class lists?|students|enrolled|enrollments?|enrolments?|caseloads?|my class|my students|pupils|learners|class members|seating chart|people|lista de (?:clase|alumnos|estudiantes|grupo)|alumnos|alumnado|estudiantes|nomina|inscritos|matriculados)\b/;
/** A list that says outright what it is. */
const isRosterName = /\b(rosters?|class lists?|class members|lista de (?:clase|alumnos|estudiantes))\b/;
const against: readonly [RegExp, number, string][] = [
  [
    /\b(dropped|withdrawn|withdrawals?|inactive|former|exited|unenrolled|archived|no shows?|removed|transferred|bajas|retirados|inactivos|dados de baja)\b/,
    -9,
    "left",
  ],
  [
    /\b(available|not enrolled|not in (?:this |the |your )?(?:class|group|section|course|roster)|unassigned|potential|wait ?list(?:ed)?|applicants?|applications?|disponibles|no inscritos|sin asignar|lista de espera|can be added|to add)\b/,
    -8,
    "available",
  ],
  [
    /\b(staff|faculty|employees?|directory|teachers|docentes|maestros|profesores|directorio|plantilla|personal)\b/,
    -6,
    "staff",
  ],
  [
    /\b(grade ?books?|scores?|grades|marks|assignments?|progress|results|assessments?|calificaciones|notas|boletas?|evaluaciones)\b/,
    -6,
    "marks",
  ],
  [
    /\b(attendance|absences|absent|tardies|tardy|check in|dismissal|asistencia|ausencias)\b/,
    -6,
    "attendance",
  ],
  [/\b(search|results for|busqueda)\b/, -6, "search"],
  [
    /\b(log|(?:login|change|edit|access|visit|order|payment|grade|enrollment|version) history|incidents?|discipline|referrals?|inbox|messages?|mail|calendar|schedule|contacts?|guardians?|families|fees|balances?|lunch|library|checkouts?|transport(?:ation)?|bus|audit|activity|recent|notifications?|settings|registro de|historial|bandeja|calendario|horario|mensajes)\b/,
    -5,
    "log",
  ],
];

const text = (words: readonly string[]): string[] => words.map((one) => foldWords(one.slice(0, 200)));

export const judgeRoster = (
  choice: ColumnChoice,
  place: Surroundings,
  identity: { strength: number },
): Judgement => {
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string) => {
    if (points === 0) return;
    score += points;
    reasons.push(`${reason} ${points > 0 ? "+" : ""}${points}`);
  };
  const { facts, fields } = choice;
  const nameHeader = choice.name?.header ?? choice.lastName?.header ?? "";
  if (choice.firstName && choice.lastName) add(2, "two names");
  else if (choice.name) add(choice.name.kinds.includes("name") ? 1.5 : 1, "name");
  if (namesStudents(nameHeader)) add(3, "names students");
  if (choice.id) {
    if (namesStudents(choice.id.header)) add(3, "student id");
    else if (choice.id.kinds.includes("id")) add(1, "id");
    else add(0.5, "distinct value");
  }
  add(identity.strength, "identity");
  if (fields.has("stateId")) add(3, "state id");
  const birth = fields.get("birthDate");
  if (birth) add(birth.birthDate >= 0.7 ? 3 : -2, "birth date");
  if (fields.has("gradeLevel")) add(fields.get("gradeLevel")!.kinds.length > 0 ? 2 : 1, "grade level");
  for (const field of ["gender", "ethnicity", "assessmentLanguage", "reportLanguage"])
    if (fields.has(field)) add(1, field);
  if (facts.some(({ kinds }) => kinds[0] === "guardian")) add(1, "guardian");

  const near = text(place.near);
  const page = text(place.page);
  if (near.some((words) => isRosterTalk.test(words))) add(3, "near words");
  else if (page.some((words) => isRosterTalk.test(words))) add(2, "page words");
  // A list box has no column that could speak for it; its label does.
  if (choice.name?.key === "text" && near.some((words) => isRosterTalk.test(words))) add(1, "labelled box");
  const isNamed = near.some((words) => isRosterName.test(words));
  for (const [words, points, reason] of against) {
    // "Attendance roster" is no roster, but a class list of "Ms. Reyes, teachers" is one.
    if (near.some((one) => words.test(one)))
      add(isNamed && reason === "staff" ? 0 : points, `near: ${reason}`);
    else if (page.some((one) => words.test(one)))
      add(near.some((one) => isRosterTalk.test(one)) ? -1 : points + 1, `page: ${reason}`);
  }
  for (const [points, reason] of columnsAgainst(choice, facts)) add(points, reason);
  return { score, confidence: score <= 0 ? 0 : 1 - Math.exp(-score / 6), reasons };
};

/** What a roster does not have: marks, codes of attendance, adults' posts, times of day. */
const columnsAgainst = (choice: ColumnChoice, facts: readonly ColumnFacts[]): [number, string][] => {
  const chosen = new Set<ColumnFacts | undefined>([
    choice.name,
    choice.firstName,
    choice.middleName,
    choice.lastName,
    choice.id,
    ...choice.fields.values(),
  ]);
  const others = facts.filter((column) => !chosen.has(column) && !column.key.includes("/"));
  const count = (test: (column: ColumnFacts) => boolean) => others.filter(test).length;
  const marks = count(
    ({ kinds, mark, fill, isOrdinal, partName }) =>
      !isOrdinal &&
      (kinds[0] === "mark" ||
        ((kinds.length === 0 || kinds.includes("gradeLevel")) &&
          mark >= 0.7 &&
          fill > 0.3 &&
          partName < 0.3)),
  );
  const attendance = count(
    ({ kinds, attendance: share, fill }) => kinds[0] === "attendance" || (share >= 0.5 && fill > 0.3),
  );
  const days = count(({ header }) =>
    /^(?:\D{0,6}\s)?\d{1,2}\s?[/.-]\s?\d{1,2}(?:[/.-]\d{2,4})?$/.test(header.trim()),
  );
  const events = count(({ kinds }) => kinds[0] === "event");
  const staff = count(
    ({ kinds, distinct, fill, values }) =>
      kinds[0] === "staff" && distinct * fill * values.length > Math.max(2, values.length * 0.15),
  );
  const roles = [...facts].filter(({ staffRole, fill }) => staffRole >= 0.6 && fill > 0.5).length;
  const students = facts.some(({ studentRole, fill }) => studentRole >= 0.6 && fill > 0.5);
  const found: [number, string][] = [];
  if (marks > 0) found.push([marks === 1 ? -2 : marks === 2 ? -5 : -9, "marks"]);
  if (attendance > 0) found.push([attendance === 1 ? -3 : -7, "attendance codes"]);
  if (others.some(({ attendance: share, fill }) => share >= 0.6 && fill > 0.5))
    found.push([-4, "attendance values"]);
  if (days >= 3) found.push([-7, "days"]);
  if (events > 0) found.push([-2 * Math.min(events, 3), "events"]);
  if (staff > 0) found.push([-4 * Math.min(staff, 2), "adults' columns"]);
  if (roles > 0) found.push([-8, "adults' roles"]);
  if (students) found.push([3, "students' roles"]);
  if (others.some(({ time, fill }) => time >= 0.6 && fill > 0.5)) found.push([-2, "times"]);
  if (
    facts.some(
      ({ kinds, fill, date }) =>
        kinds.includes("leaving") && fill >= 0.6 && (date > 0.5 || kinds[0] === "leaving"),
    )
  )
    found.push([-6, "leaving dates"]);
  if (facts.some(({ left, fill }) => left >= 0.9 && fill > 0.8)) found.push([-8, "all have left"]);
  const people = choice.name ?? choice.lastName;
  if (people && people.titled > 0.5) found.push([-6, "titles of adults"]);
  const distinct = choice.name?.distinct ?? 1;
  if (distinct < 0.7 && !choice.id) found.push([-5, "names repeat"]);
  return found;
};
