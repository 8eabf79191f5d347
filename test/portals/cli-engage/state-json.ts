import type { Portal } from "./portal.ts";

/** What tests ask of the state: one class with its students, or the schools and the classes with their numbers. */
export const describeState = ({ state, clock }: Portal, classInternalId: string | null) => {
  const time = { clock: new Date(clock.now()).toISOString(), lastSync: state.lastSync };
  if (classInternalId !== null) {
    return {
      ...time,
      class: state.classes.find(({ internalId }) => internalId === classInternalId) ?? null,
      students: state.students.filter((student) => student.classInternalId === classInternalId),
    };
  }
  return {
    ...time,
    schools: state.schools,
    nights: state.nights,
    classes: state.classes.map((section) => {
      const students = state.students.filter((student) => student.classInternalId === section.internalId);
      return {
        ...section,
        students: students.length,
        active: students.filter(({ status }) => status === "Active").length,
      };
    }),
  };
};
