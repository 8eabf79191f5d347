/**
 * The faults the generator plants, about one row in a thousand, and where. A kind is "<what> <file>.<column>", or the
 * name of a rule over several files. Each lands on a student or class of its own, so that the counts stay exact.
 */

export const studentPlants = [
  "invalid enrollments.beginDate",
  "invalid enrollments.endDate",
  "invalid enrollments.role",
  "invalid enrollments.primary",
  "dangling enrollments.classSourcedId",
  "dangling enrollments.userSourcedId",
  "dangling enrollments.schoolSourcedId",
  "duplicate enrollments.sourcedId",
  "missing enrollments.userSourcedId",
  "missing enrollments.role",
  "missing enrollments.classSourcedId",
  "filled enrollments.status",
  "enrollment-out-of-its-dates begin",
  "enrollment-out-of-its-dates end",
  "student-without-homeroom",
  "student-in-two-homerooms",
  "missing users.familyName",
  "missing users.username",
  "invalid users.email",
  "invalid users.enabledUser",
  "invalid users.grades",
  "invalid users.userIds",
  "dangling users.orgSourcedIds",
  "dangling users.agentSourcedIds",
  "invalid demographics.birthDate",
  "invalid demographics.sex",
  "invalid demographics.hispanicOrLatinoEthnicity",
] as const;

/** Homerooms carry one fault: CLI Engage looks at no other classes. */
export const homeroomPlants = ["class-without-teacher"] as const;

/** Of scheduled classes. */
export const classPlants = [
  "invalid classes.classType",
  "invalid classes.grades",
  "missing classes.title",
  "dangling classes.courseSourcedId",
  "dangling classes.schoolSourcedId",
  "dangling classes.termSourcedIds",
  "duplicate classes.sourcedId",
] as const;

export const staffPlants = [
  "invalid users.role",
  "invalid users.sourcedId",
  "duplicate users.sourcedId",
] as const;

export type StudentPlant = (typeof studentPlants)[number];
export type ClassPlant = (typeof homeroomPlants | typeof classPlants)[number];
export type StaffPlant = (typeof staffPlants)[number];

/** Spreads `each` plants of every kind over `slots` places; no place gets two. Throws when there is no room. */
export const spread = <Kind extends string>(
  kinds: readonly Kind[],
  each: number,
  slots: number,
): Map<number, Kind> => {
  if (each * kinds.length > slots)
    throw new Error(`No room for ${each} of ${kinds.length} kinds in ${slots} places.`);
  const gap = slots / each;
  const places = new Map<number, Kind>();
  kinds.forEach((kind, order) => {
    const shift = Math.floor((order * gap) / kinds.length);
    for (let nth = 0; nth < each; nth += 1) places.set(Math.floor(nth * gap) + shift, kind);
  });
  return places;
};
