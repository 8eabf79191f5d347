import type { Incoming, IncomingClass } from "./incoming.ts";
import {
  type LogLine,
  newEngageId,
  type PortalState,
  type PortalStudent,
  type ProcessCounts,
} from "./state.ts";

type Run = { state: PortalState; incoming: Incoming; counts: ProcessCounts; log: LogLine[] };

const applySchools = ({ state, incoming }: Run) => {
  for (const school of incoming.schools) {
    const known = state.schools.find(({ internalId }) => internalId === school.internalId);
    if (known) known.name = school.name;
    else state.schools.push({ ...school, engageId: newEngageId(state, "EDD") });
  }
};

const applyTeachers = ({ state, incoming, counts }: Run) => {
  const known = new Map(state.teachers.map((teacher) => [teacher.internalId, teacher]));
  for (const teacher of incoming.teachers) {
    const found = known.get(teacher.internalId);
    if (found) Object.assign(found, teacher);
    else {
      state.teachers.push({ ...teacher, engageId: newEngageId(state, "ETE"), invitations: 1 });
      counts.invitations += 1;
    }
  }
};

/** The portal's own name for a class; a class may be created before its teacher is known. */
const nameOf = (state: PortalState, section: IncomingClass): string => {
  const teacher = state.teachers.find(({ internalId }) => internalId === section.teacherInternalId);
  return [teacher?.lastName ?? "Unassigned", section.dayType, section.level].filter(Boolean).join(" ");
};

const applyClasses = ({ state, incoming, counts, log }: Run) => {
  const known = new Map(state.classes.map((section) => [section.internalId, section]));
  for (const section of incoming.classes) {
    const { file, line, ...values } = section;
    const found = known.get(section.internalId);
    if (!state.schools.some(({ internalId }) => internalId === section.schoolInternalId)) {
      log.push({ level: "error", file, line, message: `School ${section.schoolInternalId} was not found.` });
    } else if (!found) {
      state.classes.push({ ...values, engageId: newEngageId(state, "ECL"), name: nameOf(state, section) });
      counts.classesCreated += 1;
      const message = `Class ${section.internalId} was created. Its students are rostered in the next run.`;
      log.push({ level: "info", file, line, message });
    } else {
      const reassigned = found.teacherInternalId !== section.teacherInternalId;
      Object.assign(found, values);
      if (!reassigned) continue;
      found.name = nameOf(state, section);
      counts.classesReassigned += 1;
      log.push({
        level: "info",
        file,
        line,
        message: `Class ${section.internalId} was reassigned: ${found.name}.`,
      });
    }
  }
};

const emptyStudent = {
  firstName: "",
  middleName: "",
  lastName: "",
  birthDate: "",
  gender: "",
  ethnicity: "",
  stateId: "",
  gradeLevel: "",
  assessmentLanguage: "English",
  status: "Active",
  reportLanguage: "",
} as const;

const applyStudents = (run: Run, classesBefore: ReadonlySet<string>, addedBy: PortalStudent["addedBy"]) => {
  const { state, incoming, counts, log } = run;
  const known = new Map(state.students.map((student) => [student.internalId, student]));
  const classesNow = new Set(state.classes.map(({ internalId }) => internalId));
  for (const { file, line, internalId, classInternalId, values } of incoming.students) {
    if (Object.keys(values).length === 0) continue;
    if (!classesBefore.has(classInternalId)) {
      const waits = classesNow.has(classInternalId);
      counts.waiting += waits ? 1 : 0;
      const message = waits
        ? `Student ${internalId} waits for the next run: class ${classInternalId} is new.`
        : `Class ${classInternalId} was not found.`;
      log.push({ level: waits ? "info" : "error", file, line, message });
      continue;
    }
    const found = known.get(internalId);
    if (!found) {
      const fresh: PortalStudent = {
        ...emptyStudent,
        ...values,
        internalId,
        classInternalId,
        engageId: newEngageId(state, "ESU"),
        addedBy,
      };
      state.students.push(fresh);
      known.set(internalId, fresh);
      counts.inserted += 1;
      continue;
    }
    const next = { ...found, ...values, classInternalId, status: "Active" as const };
    const moved = found.classInternalId !== classInternalId;
    const changed = (Object.keys(next) as (keyof PortalStudent)[]).some((key) => next[key] !== found[key]);
    counts[moved ? "moved" : changed ? "updated" : "unchanged"] += 1;
    Object.assign(found, next);
  }
};

const inactivateUnnamed = ({ state, incoming, counts }: Run) => {
  const named = new Set(incoming.students.map(({ internalId }) => internalId));
  for (const student of state.students) {
    if (student.status === "Inactive" || named.has(student.internalId)) continue;
    student.status = "Inactive";
    counts.inactivated += 1;
  }
};

/**
 * Applies a package to the portal's state as the vendor documents it: matching by Internal ID, a new class before its
 * students (two runs), reassigned classes renamed, and in complete mode everyone unnamed made inactive.
 */
export const applyRoster = (
  state: PortalState,
  incoming: Incoming,
  mode: "partial" | "complete",
  addedBy: PortalStudent["addedBy"],
): { counts: ProcessCounts; log: LogLine[] } => {
  const counts: ProcessCounts = {
    inserted: 0,
    updated: 0,
    moved: 0,
    unchanged: 0,
    inactivated: 0,
    classesCreated: 0,
    classesReassigned: 0,
    waiting: 0,
    ignored: incoming.ignored,
    invitations: 0,
  };
  const run: Run = { state, incoming, counts, log: [...incoming.log] };
  const classesBefore = new Set(state.classes.map(({ internalId }) => internalId));
  for (const teacher of state.teachers) {
    if (!incoming.teachers.some(({ internalId }) => internalId === teacher.internalId)) continue;
    teacher.invitations += 1;
    counts.invitations += 1;
  }
  applySchools(run);
  applyTeachers(run);
  applyClasses(run);
  applyStudents(run, classesBefore, addedBy);
  if (mode === "complete") inactivateUnnamed(run);
  return { counts, log: run.log };
};
