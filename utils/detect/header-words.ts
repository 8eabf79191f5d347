import { rememberAnswers } from "./remember-answers.ts";

/**
 * What columns are called, in English and Spanish, as portals were seen to call them. Words are compared folded: without
 * case, accents and punctuation. A header alone never proves a column; its values must agree (see classify-columns.ts).
 */

/** A StudentField, "id", a name in one piece, or what speaks for or against a roster without being a field of ours. */
export type ColumnKind =
  | "id"
  | "stateId"
  | "name"
  | "firstName"
  | "middleName"
  | "lastName"
  | "birthDate"
  | "gender"
  | "ethnicity"
  | "gradeLevel"
  | "assessmentLanguage"
  | "reportLanguage"
  | "status"
  | "role"
  | "section"
  | "guardian"
  | "leaving"
  | "staff"
  | "mark"
  | "attendance"
  | "event"
  | "ordinal";

const words: Readonly<Record<ColumnKind, string>> = {
  id: `student id|student number|student no|student num|student|student internal id|internal id|local id|local student id|district id|
    district student id|perm id|permid|perm id number|stu|stu id|stu no|other id|namekey|per id|osis|osis number|person id|pupil id|
    learner id|alt id|alternate id|id number|id no|id|sis id|sis user id|login id|user id|sourced id|school id number|lunch id|
    numero de estudiante|numero de alumno|no de estudiante|num de estudiante|num estudiante|id de estudiante|id del estudiante|
    id estudiante|id de alumno|id del alumno|id alumno|matricula|numero de matricula|clave|codigo|codigo de estudiante|expediente|
    legajo|identificacion|no de control|numero de control|num de alumno|no de alumno|no de matricula|id local|id interno`,
  stateId: `state id|state unique id|state student id|state id number|tsds|tsds id|tsds unique id|tsds uid|ssid|sasid|uic|
    state testing id|unique id|public school student id|curp|nie|id estatal|id del estado|id estatal del estudiante`,
  name: `student|student name|name|full name|student full name|name of student|first name last name|last name first name|
    last first|last name first|learner|learner name|pupil|pupil name|child|child name|surname name|display name|students|student s name|
    legal name|alumno|alumna|alumnos|estudiante|estudiantes|nombre|nombre completo|nombre del estudiante|nombre del alumno|
    nombre de estudiante|nombre de alumno|apellidos y nombre|apellidos y nombres|apellido y nombre|apellidos nombre|apellido nombre|
    nombre y apellido|nombre y apellidos|nombres y apellidos|nombre apellido|nombre apellidos|nino|participante`,
  firstName: `first name|first|given name|given names|forename|legal first name|student first name|first name student|fname|
    nombres|primer nombre|nombre de pila|nombre s`,
  middleName: `middle name|middle|mi|m i|middle initial|student middle name|segundo nombre`,
  lastName: `last name|last|surname|family name|legal last name|student last name|lname|apellido|apellidos|apellido s|primer apellido`,
  birthDate: `dob|d o b|date of birth|birth date|birthdate|birthday|birth day|student dob|fecha de nacimiento|fecha nacimiento|
    f nacimiento|fec nac|f nac|nacimiento|fecha de nac`,
  gender: `gender|sex|legal sex|genero|sexo|g|gen`,
  ethnicity: `ethnicity|race|race ethnicity|ethnic code|hispanic|etnicidad|etnia|raza|grupo etnico`,
  gradeLevel: `grade|gr|grd|grade level|year|year group|student grade|current grade|grade lvl|gradelevel|grado|grado escolar|
    nivel de grado|curso|nivel`,
  assessmentLanguage: `assessment language|test language|language of assessment|idioma de evaluacion|idioma de la evaluacion`,
  reportLanguage: `preferred report language|report language|home language|language|correspondence language|idioma del informe|
    idioma|idioma del hogar|lengua materna|idioma preferido del informe`,
  status: `status|enrollment status|enrolled|enrolment status|student status|active|estado|estatus|situacion|estado de inscripcion|
    estado de matricula`,
  role: `role|roles|class role|course role|user role|rol|roles de usuario|funcion|type|user type|tipo|tipo de usuario`,
  section: `homeroom|home room|hr|advisor hr|advisory|form group|form|official class|section|sections|period|course period|course|
    class|cohort|team|salon|salon hogar|grupo|seccion|clase|aula`,
  guardian: `guardian|guardians|parent|parents|parent guardian|primary guardian|family|contact|tutor|padre|madre|padres|apoderado|
    padre madre o tutor|padre o tutor`,
  leaving: `drop date|end date|exit date|end date drop date|withdrawal date|date withdrawn|exit reason|exit code|reason|
    withdrawal reason|drop reason|dropped|dropped on|leave date|withdraw date|withdrawn|left on|date left|withdrawal code|fecha de baja|
    motivo de baja|motivo|motivo de la baja|causa de baja`,
  staff: `position|job title|title|department|dept|employee id|employee number|emp id|hire date|staff id|staff|staff name|teacher|
    teacher name|faculty|instructor|employee|extension|ext|subject|subjects|subjects taught|certification|puesto|cargo|departamento|
    numero de empleado|no de empleado|id de empleado|docente|docentes|maestro|maestra|profesor|profesora|empleado|materia|materias|
    fecha de contratacion|personal`,
  mark: `score|scores|points|pts|total points|average|avg|overall|overall grade|final|final grade|current score|percent|percentage|quiz|
    test|exam|homework|assignment|assignments|project|midterm|q1|q2|q3|q4|s1|s2|t1|t2|t3|term grade|mark|missing|gpa|letter grade|course grade|
    calificacion|calificaciones|nota|notas|promedio|puntos|puntaje|tarea|examen|prueba|proyecto|parcial|trimestre`,
  attendance: `attendance|attendance code|absent|absences|absence|tardy|tardies|present|excused|unexcused|minutes late|days absent|
    days present|asistencia|ausente|ausencias|faltas|falta|tardanza|tardanzas|retardo|retardos|presente|inasistencias`,
  event: `from|to|subject line|sent|received|date|time|when|posted|due|due date|event|action|check in|check out|amount|balance|message|
    relevance|file|size|modified|last modified|incident|infraction|score date|test date|medication|visit|route|stop|item|book|isbn|
    asunto|de|para|enviado|recibido|fecha|hora|evento|accion|monto|saldo|mensaje|archivo|incidente|ruta|libro`,
  ordinal: `no|num|nr|row|seat|n|numero|fila|orden|lista|no lista|num lista`,
};

/** Letters without accents, other signs as spaces: "Número de alumno *" is "numero de alumno". */
export const foldWords = rememberAnswers((text) =>
  text
    .slice(0, 200)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim(),
);

const kinds = new Map<string, ColumnKind[]>();
for (const [kind, list] of Object.entries(words)) {
  for (const word of list.split("|")) {
    const folded = word.replace(/\s+/g, " ").trim();
    kinds.set(folded, [...(kinds.get(folded) ?? []), kind as ColumnKind]);
  }
}

/** What the words around a header say: how to sort it, how to filter it, that it is required. */
const around =
  /\b(sort(ed|able)?|ascending|descending|asc|desc|activate to|click to|press enter|press|toggle|filter|open menu|column menu|menu|column|required|no sort applied|not sorted|by|ordenar|ordenado|ascendente|descendente|filtrar|obligatorio|columna|show column actions|invert sorting|drag to resize|resize)\b/g;

/** The kinds a header may name, likeliest first; none when its words say nothing to us. */
export const kindsOfHeader = (header: string): readonly ColumnKind[] => {
  const folded = foldWords(header);
  if (folded === "" || folded.length > 90) return [];
  const exact = kinds.get(folded);
  if (exact) return exact;
  const bare = folded.replace(around, " ").replace(/\s+/g, " ").trim();
  const stripped = kinds.get(bare) ?? kinds.get(halved(bare));
  if (stripped) return stripped;
  // "State ID (TSDS)", "Student ID · local": the longest run of words that begins or ends the header.
  const all = bare.split(" ");
  if (all.length > 6) return [];
  for (let count = all.length - 1; count > 0; count -= 1) {
    const found =
      kinds.get(all.slice(0, count).join(" ")) ??
      (count > 1 ? kinds.get(all.slice(-count).join(" ")) : undefined);
    if (found) return found;
  }
  return [];
};

/** "name name" is "name": the visible word and the same word for screen readers. */
const halved = (text: string): string => {
  const all = text.split(" ");
  const half = all.length / 2;
  const first = all.slice(0, half).join(" ");
  return Number.isInteger(half) && first === all.slice(half).join(" ") ? first : text;
};

/** Header words that only a list of students has. */
export const namesStudents = (header: string): boolean =>
  /\b(students?|pupils?|learners?|stu|alumn[oa]s?|estudiantes?|osis|ssid|tsds|matricula|perm id)\b/.test(
    foldWords(header),
  );
