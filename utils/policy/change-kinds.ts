/** The kinds of change a person may need to report (SYSTEMS.md, C3). */
export const changeKinds = [
  "enroll-new-student",
  "enroll-into-homeroom",
  "move-between-classes",
  "move-between-schools",
  "withdraw",
  "correct-details",
  "wrong-teacher",
  "missing-class",
] as const;
export type ChangeKind = (typeof changeKinds)[number];
